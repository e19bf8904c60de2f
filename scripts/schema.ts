// The schema as files, for those who read it and for git, which shows what changed:
//   npm run schema:emit    writes schema/internal.graphql and schema/public.graphql
//   npm run schema:check   fails when they are not what the code says, or when a break is not told in schema/CHANGELOG.md
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from '../src/app/schema';
import { packageRoot } from '../src/platform/package-root';

const audiences = ['internal', 'public'] as const;
type Audience = (typeof audiences)[number];

const root = packageRoot(__dirname);
const changelog = 'schema/CHANGELOG.md';
const fileOf = (audience: Audience) => `schema/${audience}.graphql`;
const contentOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

/** Sorted by name, so that moving a class moves nothing here. */
function emitted(audience: Audience): string {
  return `${printSchema(lexicographicSortSchema(schemas()[audience]))}\n`;
}

/** Null without git, outside a clone, or where the clone does not reach back so far: then there is nothing to compare with. */
function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });
  } catch {
    return null;
  }
}

/** The commit that API users knew before the latest change: HEAD, or, once the change is committed, the one before it. */
function commitBeforeChange(file: string): string {
  if (git('show', `HEAD:${file}`) !== contentOf(file)) return 'HEAD';
  return `${git('log', '-1', '--format=%H', '--', file)?.trim()}^`;
}

function changesSince(sdl: string, audience: Audience): Promise<Change[]> {
  return sdl === '' ? Promise.resolve([]) : diff(buildSchema(sdl), buildSchema(emitted(audience)));
}

async function staleness(audience: Audience): Promise<string[]> {
  const file = fileOf(audience);
  const committed = contentOf(file);
  if (committed === emitted(audience)) return [];
  const changes = await changesSince(committed, audience);
  return [`${file} is not what the code says: run \`npm run schema:emit\`.`, ...changes.map(({ message }) => `  ${message}`)];
}

/** A break is told when a line that the changelog has gained since names it by its coordinate, such as `Plan.title`. */
async function untoldBreaks(audience: Audience): Promise<string[]> {
  const file = fileOf(audience);
  const commit = commitBeforeChange(file);
  const breaks = (await changesSince(git('show', `${commit}:${file}`) ?? '', audience)).filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  const toldBefore = new Set(git('show', `${commit}:${changelog}`)?.split('\n'));
  const told = contentOf(changelog)
    .split('\n')
    .filter((line) => !toldBefore.has(line))
    .join('\n');
  const isTold = ({ path }: Change) => path !== undefined && told.split(/[^\w.@]+/).some((word) => word.replace(/\.+$/, '') === path);
  return breaks
    .filter((change) => !isTold(change))
    .map(({ path, message }) => `${file} breaks what API users rely on, and ${changelog} does not name \`${path}\`: ${message}`);
}

function emit(): void {
  for (const audience of audiences) writeFileSync(join(root, fileOf(audience)), emitted(audience));
}

async function check(): Promise<void> {
  const found = await Promise.all(audiences.flatMap((audience) => [staleness(audience), untoldBreaks(audience)]));
  const problems = found.flat();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

const work: Record<string, () => void | Promise<void>> = { emit, check };
const chosen = work[process.argv[2] ?? ''];
if (!chosen) {
  process.stderr.write('usage: scripts/schema.ts emit|check\n');
  process.exit(2);
}
void chosen();
