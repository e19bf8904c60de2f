// Statements and time of every mutation, and of `gongkai verify`, on PostgreSQL:
//   npm run bench -- ledger [--rounds N] [--plans N]
// Writes bench/results/ledger.md. --plans adds so many synthetic plans beside the five first. Nothing is asserted about times.
import 'reflect-metadata';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAuditChain } from '../../src/audit';
import { databaseSchema } from '../../src/app/database-schema';
import { generate } from '../../src/app/generate/generate';
import { schemas } from '../../src/app/schema';
import { seed } from '../../src/app/seed';
import { brokenRules } from '../../src/app/standing-rules';
import { verifyReleases } from '../../src/open-data';
import { readConfig } from '../../src/platform/config';
import { openDatabase, type Database } from '../../src/platform/database';
import { machineLine, markdownTable } from '../machine';
import { Office, type Sample } from './office';
import { administer, conclude, judge, keepLedger, preparePlan } from './rounds';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, plans: { type: 'string', default: '300' } } });
const rounds = Number(values.rounds);
const plans = Number(values.plans);

interface Verified {
  what: string;
  rows: string;
  seconds: string[];
}

async function aRound(office: Office, database: Database, number: number): Promise<void> {
  const round = await preparePlan(office, database, number);
  await keepLedger(office, database, round);
  await judge(office, round);
  await administer(office, round);
  await conclude(office, round);
}

async function verify({ owner }: Database, office: Office, what: string): Promise<Verified> {
  const { rows } = (await office.row(
    `select (select count(*) from task) || ' / ' || (select count(*) from obligation) || ' / ' || (select count(*) from audit_event) || ' / ' || (select count(*) from release) as rows`,
  )) as { rows: string };
  const seconds: string[] = [];
  for (const check of [() => verifyAuditChain(owner), () => verifyReleases(owner), () => brokenRules(owner)]) {
    const start = performance.now();
    const violations = await check();
    if (violations.length > 0) throw new Error(violations.join('\n'));
    seconds.push(((performance.now() - start) / 1000).toFixed(2));
  }
  return { what, rows, seconds };
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function mutationRow([name, samples]: [string, Sample[]]): string[] {
  const times = samples.map(({ milliseconds }) => milliseconds);
  const statements = samples.map((sample) => sample.statements);
  const [fewest, most] = [Math.min(...statements), Math.max(...statements)];
  return [
    name,
    String(samples.length),
    fewest === most ? String(most) : `${fewest} to ${most}`,
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
  ];
}

function report(office: Office, verified: readonly Verified[], server: string): string {
  const measured = new Set([...office.samples.keys()].map((name) => name.split(' ')[0]));
  const left = Object.keys(schemas().internal.getMutationType()!.getFields()).filter((name) => !measured.has(name));
  const rows = [...office.samples].map(mutationRow).sort(([a], [b]) => a!.localeCompare(b!));
  return [
    '# Writing to the ledger',
    '',
    `${machineLine()}, PostgreSQL ${server} on the same machine, synchronous_commit on. \`npm run bench -- ledger --rounds ${rounds} --plans ${plans}\`: the five plans and ${plans} synthetic ones, and ${rounds} rounds after one to warm up, each with a plan of its own of 40 tasks of a county. Measured is what the internal endpoint does for a mutation behind HTTP and the token: reading the request, one transaction with its event in the audit log, and the answer. Statements are those of the transaction, its beginning and end included, and those that read the answer; triggers count as part of the statement that they follow, and what a release reads in a snapshot of its own is not among them. The load average of the last 15 minutes was ${loadavg()[2]!.toFixed(1)} at the end: well above 1 means that other programs took part of the time.`,
    '',
    markdownTable(['mutation', 'runs', 'statements', 'median ms', 'p95 ms'], rows),
    '',
    left.length > 0 ? `Not measured: ${left.join(', ')}.` : 'No mutation is left out.',
    '',
    '## gongkai verify',
    '',
    'Seconds of each of its parts, in a warm process.',
    '',
    markdownTable(
      ['database', 'tasks / obligations / audit events / releases', 'audit chain', 'releases', 'standing rules'],
      verified.map(({ what, rows: counts, seconds }) => [what, counts, ...seconds]),
    ),
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  chmodSync(dataDir, 0o711);
  const config = readConfig({ DATABASE_URL: process.env['DATABASE_URL'], GONGKAI_DATA_DIR: dataDir });
  const database = await openDatabase(config, databaseSchema, { withoutTimeLimit: true });
  try {
    await seed(database);
    const office = new Office(database);
    const verified = [await verify(database, office, 'the five plans')];
    if (plans > 0) await database.owner.transaction((manager) => generate(manager, { plans, seed: '1', progress: () => undefined }));
    await aRound(office, database, 1);
    office.forget();
    for (let number = 2; number < rounds + 2; number += 1) {
      await aRound(office, database, number);
      process.stderr.write(`round ${number - 1} of ${rounds}\n`);
    }
    verified.push(await verify(database, office, `with ${plans} synthetic plans, after all rounds`));
    const { server } = (await office.row(`select current_setting('server_version') as server`)) as { server: string };
    const text = report(office, verified, server);
    mkdirSync(resolve(__dirname, '..', 'results'), { recursive: true });
    writeFileSync(resolve(__dirname, '..', 'results', 'ledger.md'), text);
    process.stdout.write(text);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void main();
