// Times questions over a whole province or country, one at a time and uncached:
//   npm run bench -- questions --data .bench/M
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from '../api/processes';
import { machineLine, markdownTable } from '../machine';
import { questions } from './questions';

const root = resolve(__dirname, '..', '..');
const rounds = 3;
const { values } = parseArgs({ options: { data: { type: 'string', default: join(root, '.bench', 'M') } } });

async function main(): Promise<void> {
  const environment = { GONGKAI_DATA_DIR: resolve(values.data), PUBLIC_CACHE: 'off', PUBLIC_RATE_LIMIT_PER_MINUTE: '10000000' };
  const command = ['--max-old-space-size=512', join(root, 'dist', 'src', 'app', 'main.js'), 'serve'];
  const service = await start(
    command,
    '/public/graphql',
    { ...environment, LOG_LEVEL: 'warn' },
    async (url) => (await ask(url, '{ __typename }')).isAnswered,
  );
  try {
    const sizes = await ask(service.url, '{ plans { totalCount } tasks { totalCount } obligations { totalCount } }');
    const rows = [];
    for (const [name, query] of questions) rows.push([name, await medianOf(service.url, query)]);
    report(sizes.text, rows);
  } finally {
    await service.stop();
  }
}

/** In milliseconds, after one to warm up; or what was answered instead. */
async function medianOf(url: string, query: string): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { isAnswered, tookMs, text } = await ask(url, query);
    if (!isAnswered) return `not answered: ${text.slice(0, 100)}`;
    if (round > 0) times.push(tookMs);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!.toFixed(0);
}

async function ask(url: string, query: string): Promise<{ isAnswered: boolean; tookMs: number; text: string }> {
  const started = performance.now();
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const text = await answer.text();
  return { isAnswered: answer.status === 200 && !text.includes('"errors":['), tookMs: performance.now() - started, text };
}

function report(sizes: string, rows: string[][]): void {
  const { data } = JSON.parse(sizes) as { data: Record<string, { totalCount: number }> };
  const [plans, tasks, obligations] = ['plans', 'tasks', 'obligations'].map((name) => data[name]!.totalCount);
  const text = [
    '# Questions over all that is public',
    '',
    `${plans} plans, ${tasks} tasks, ${obligations} obligations. ${machineLine()}; load before ${loadavg()[2]!.toFixed(1)}. One at a time, nothing kept, median of ${rounds}; a statement may take 5,000 ms.`,
    '',
    markdownTable(['question', 'ms'], rows),
    '',
  ].join('\n');
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  writeFileSync(join(root, 'bench', 'results', 'questions.md'), text);
  process.stdout.write(text);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
