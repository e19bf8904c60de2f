import { today } from '../platform/calendar';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import { KeptAnswers } from '../platform/http';

/** Keeps public answers for as long as the data they were made from is the newest. */
export function keepAnswers(config: Config, database: Database): { answers: KeptAnswers; noteChange(): void; close(): Promise<void> } {
  const isReplicated = config.databaseReplicaUrls.length > 0;
  // A replica hears of a change a moment after we do: what it says is kept for a second at most. What is late turns with the day.
  const moment = () => (isReplicated ? Math.floor(Date.now() / 1000) : today());
  const answers = new KeptAnswers(() => (changes.version === null ? null : `${changes.version}/${moment()}`));
  const changes = database.watchChanges(() => answers.clear());
  return { answers, noteChange: () => changes.note(), close: () => changes.close() };
}
