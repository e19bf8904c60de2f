import { today } from '../platform/calendar';
import type { Database } from '../platform/database';
import { KeptAnswers } from '../platform/http';

/** Keeps public answers for as long as the data they were made from is the newest, on every server that is read from. */
export function keepAnswers(database: Database): { answers: KeptAnswers; noteChange(): void; close(): Promise<void> } {
  // What is late turns with the day.
  const answers = new KeptAnswers(() => (changes.version === null ? null : `${changes.version}/${today()}`));
  const changes = database.watchChanges(() => answers.clear());
  return { answers, noteChange: () => changes.note(), close: () => changes.close() };
}
