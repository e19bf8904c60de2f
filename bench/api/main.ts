import 'reflect-metadata';
import { isDeepStrictEqual } from 'node:util';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { cases, repeated, type Case, type Samples } from './cases';
import { load, type LoadResult } from './load';
import { peakMegabytes, start, type Contestant } from './processes';
import { takeSamples } from './samples';

const root = resolve(__dirname, '..', '..');
const service = join(root, 'dist', 'src', 'app', 'main.js');
const plansOf = { S: 0, M: 3_300, L: 40_000 } as const;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    data: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
    // Half a minute a question: the database tells its counts late.
    statements: { type: 'boolean', default: false },
  },
});
const size = values.size as keyof typeof plansOf;
const seconds = Number(values.seconds);
const dataDir = resolve(values.data ?? join(root, '.bench', size));

interface Outcome {
  ours: LoadResult;
  peer: LoadResult;
  limit: LoadResult;
  /** Null: not counted. */
  statements: number | null;
}

async function main(): Promise<void> {
  installPeer();
  generateOnce();
  const uncached = await startService({ PUBLIC_CACHE: 'off' });
  const publicUrl = await publicLogin();
  const owner = new Pool({ connectionString: ownerUrl(), max: 1 });
  const peer = await start([join(__dirname, 'postgraphile.mjs')], '/graphql', { PUBLIC_URL: publicUrl }, answersGraphql);
  const limit = await start(
    ['-r', join(root, 'scripts', 'register.cjs'), join(__dirname, 'limit-server.ts')],
    '/',
    { PUBLIC_URL: publicUrl },
    async (url) => (await post(url, JSON.stringify({ name: 'counted', parameters: [] }))).status === 200,
  );
  const lines: string[] = [];
  try {
    const samples = await takeSamples(owner);
    const tables = await owner.query<{ plans: number; tasks: number; obligations: number }>(
      'select (select count(*)::int from plan) as plans, (select count(*)::int from task) as tasks, (select count(*)::int from obligation) as obligations',
    );
    for (const one of cases.filter(({ name }) => name.includes(values.only)))
      lines.push(await row(one, samples, { ours: uncached, peer, limit }, owner));
    const memory = `Peak resident memory: service ${peakMegabytes(uncached.process)} MB, PostGraphile ${peakMegabytes(peer.process)} MB.`;
    await uncached.stop();
    const cached = await startService({});
    lines.push(await row(repeated, samples, { ours: cached, peer, limit }, owner));
    await cached.stop();
    if (values.only === '') report(lines, memory, tables.rows[0]!);
  } finally {
    await owner.end();
    await Promise.all([uncached.stop(), peer.stop(), limit.stop()]);
  }
}

function installPeer(): void {
  if (existsSync(join(__dirname, 'node_modules', 'postgraphile'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: __dirname, stdio: 'inherit' });
}

function generateOnce(): void {
  if (existsSync(dataDir)) return;
  const plans = plansOf[size];
  const command = plans > 0 ? ['generate', '--plans', String(plans), '--seed', '1'] : ['verify'];
  execFileSync(process.execPath, [join(root, 'dist', 'src', 'app', 'cli.js'), ...command], {
    env: { ...process.env, GONGKAI_DATA_DIR: dataDir },
    stdio: 'inherit',
  });
}

function startService(environment: Record<string, string>): Promise<Contestant> {
  const settings = { GONGKAI_DATA_DIR: dataDir, PUBLIC_RATE_LIMIT_PER_MINUTE: '10000000', LOG_LEVEL: 'warn', ...environment };
  return start(['--max-old-space-size=512', service, 'serve'], '/public/graphql', settings, answersGraphql);
}

function ownerUrl(): string {
  const { port, password } = JSON.parse(readFileSync(join(dataDir, 'postgresql.json'), 'utf8')) as { port: number; password: string };
  return `postgres://gongkai:${password}@127.0.0.1:${port}/gongkai`;
}

/** A login with the rights of the public's role, for the peer and the limit: the same walls for all. */
async function publicLogin(): Promise<string> {
  const owner = new Pool({ connectionString: ownerUrl(), max: 1 });
  await owner.query('drop role if exists bench_public');
  await owner.query(`create role bench_public login password 'bench' in role gongkai_public`);
  await owner.end();
  const url = new URL(ownerUrl());
  [url.username, url.password] = ['bench_public', 'bench'];
  return url.href;
}

async function answersGraphql(url: string): Promise<boolean> {
  return (await post(url, JSON.stringify({ query: '{ __typename }' }))).status === 200;
}

function post(url: string, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body });
}

async function ask<T>(url: string, body: string): Promise<T> {
  const answer = (await (await post(url, body)).json()) as T & { errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

type Servers = Record<'ours' | 'peer' | 'limit', Contestant>;

/** Answers first, then figures: nobody is timed on an answer that differs from the others'. */
async function row(one: Case, samples: Samples, servers: Servers, owner: Pool): Promise<string> {
  try {
    return await measure(one, samples, servers, owner);
  } catch (error) {
    process.stderr.write(`${one.name}: ${(error as Error).message}\n`);
    return `| ${one.name} | not measured: the answers could not be compared |`;
  }
}

async function measure(one: Case, samples: Samples, servers: Servers, owner: Pool): Promise<string> {
  const indexes = Array.from({ length: one.variants(samples) }, (_, index) => index);
  const bodies = {
    ours: indexes.map((index) => JSON.stringify(one.ours(samples, index))),
    peer: indexes.map((index) => JSON.stringify(one.peer(samples, index))),
    limit: indexes.map((index) => JSON.stringify(one.limit(samples, index))),
  };
  for (const index of indexes.slice(0, 12)) {
    const ours = one.shapeOurs((await ask<{ data: unknown }>(servers.ours.url, bodies.ours[index]!)).data);
    const peer = one.shapePeer((await ask<{ data: unknown }>(servers.peer.url, bodies.peer[index]!)).data);
    const limit = await ask(servers.limit.url, bodies.limit[index]!);
    if (!isDeepStrictEqual(ours, peer) || !isDeepStrictEqual(ours, limit))
      throw new Error(
        `${one.name}: answers differ\n${[ours, peer, limit].map((answer) => JSON.stringify(answer).slice(0, 600)).join('\n')}`,
      );
  }
  const statements = values.statements ? await statementsPerRequest(owner, servers.ours.url, bodies.ours) : null;
  const measured: Partial<Outcome> = { statements };
  for (const name of ['ours', 'peer', 'limit'] as const) {
    const request = { url: servers[name].url, bodies: bodies[name], connections: one.connections };
    await load({ ...request, seconds: Math.min(3, seconds) });
    measured[name] = await load({ ...request, seconds });
  }
  return line(one, measured as Outcome);
}

/** Transactions that the database ended meanwhile; outside one, each statement is its own. */
async function statementsPerRequest(owner: Pool, url: string, bodies: readonly string[]): Promise<number> {
  const commits = async () => {
    // A connection tells its counts once it has been idle for ten seconds.
    await new Promise((done) => setTimeout(done, 10_500));
    const { rows } = await owner.query<{ n: string }>('select xact_commit as n from pg_stat_database where datname = current_database()');
    return Number(rows[0]!.n);
  };
  const requests = 60;
  const before = await commits();
  for (let at = 0; at < requests; at += 1) await post(url, bodies[at % bodies.length]!).then((answer) => answer.arrayBuffer());
  return Math.max(0, Math.round((await commits()) - before - 1) / requests);
}

function line({ name, goal }: Case, { ours, peer, limit, statements }: Outcome): string {
  const ratio = (other: LoadResult) => (ours.perSecond / other.perSecond).toFixed(2);
  const failed = ours.failures + peer.failures + limit.failures;
  const text = [
    name,
    ...[ours, peer, limit].map(({ perSecond }) => perSecond.toFixed(0)),
    `${ratio(peer)}${goal.peer === null ? '' : ` (${goal.peer})`}`,
    `${ratio(limit)}${goal.limit === null ? '' : ` (${goal.limit})`}`,
    `${ours.p50Ms.toFixed(1)} / ${ours.p95Ms.toFixed(1)}`,
    `${peer.p50Ms.toFixed(1)} / ${peer.p95Ms.toFixed(1)}`,
    statements?.toFixed(1) ?? '–',
    failed,
  ].join(' | ');
  process.stderr.write(`${text}\n`);
  return `| ${text} |`;
}

function report(lines: readonly string[], memory: string, rows: { plans: number; tasks: number; obligations: number }): void {
  const text = [
    `# API at size ${size}`,
    '',
    `${rows.plans} plans, ${rows.tasks} tasks, ${rows.obligations} obligations. ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostGraphile 5.1.5; client, servers and database on the same machine.`,
    '',
    'Requests per second of Gongkai, PostGraphile and the limit (hand-written SQL behind node:http), all as the public role; ratios with the goal in brackets; p50 / p95 in ms; statements per request of Gongkai.',
    '',
    '| question | Gongkai /s | PostGraphile /s | limit /s | to PostGraphile | to the limit | Gongkai ms | PostGraphile ms | statements | failures |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    memory,
    '',
  ].join('\n');
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  writeFileSync(join(root, 'bench', 'results', `api-${size.toLowerCase()}.md`), text);
  process.stdout.write(text);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
