import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenRules } from '../../src/app/standing-rules';
import { useTestDatabase } from '../support/database';
import { startApp, type RunningApp } from '../support/internal-api';
import { expectShown, readStory, runStory } from '../support/story';

const database = useTestDatabase({ seeded: true });
let app: RunningApp;
let folder: string;

beforeAll(async () => {
  app = await startApp(database);
  folder = mkdtempSync(join(tmpdir(), 'gongkai-story-'));
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe.each(['docs/upload-a-plan.md', 'docs/ledger-story.md'])('%s', (file) => {
  const steps = readStory(file);
  let printed: string[];

  beforeAll(async () => {
    printed = await runStory(steps, { url: app.url, database, folder });
  }, 120_000);

  it.each(steps.flatMap((step, at) => (step.shown ? [{ ...step, at }] : [])))('prints what it shows: $label', ({ at, shown }) => {
    expectShown(printed[at]!, shown!);
  });

  it('leaves every standing rule whole', async () => {
    expect(await brokenRules(database.owner)).toEqual([]);
  });
});
