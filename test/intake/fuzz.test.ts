import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readingOf } from './reading-of';

const MOST_KILOBYTES = 512 * 1024;

describe('damaged and hostile files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-fuzz-'));
  let outcome: { read: number; refused: number; escaped: string[]; kilobytes: number };

  beforeAll(() => {
    const program = join(__dirname, '../support/fuzz-process.cjs');
    const printed = execFileSync(process.execPath, [program], { encoding: 'utf8', env: { ...process.env, TMPDIR: folder } });
    outcome = JSON.parse(printed) as typeof outcome;
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read or refused with a reason, by every reader', () => {
    expect(outcome.escaped).toEqual([]);
    expect(outcome.read).toBeGreaterThan(50);
    expect(outcome.refused).toBeGreaterThan(20);
  });

  it('take no more than 512 MB', () => {
    expect(outcome.kilobytes).toBeLessThan(MOST_KILOBYTES);
  });

  it('leave nothing behind', () => {
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('texts without end', () => {
  const heading = '2024年工作要点\n\n序号 工作任务 责任单位 完成时限\n';
  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');

  it('of 19,000 rising numbers are refused as a table', () => {
    const { tasks, problems } = readingOf(heading + many(19_000, (index) => String(index + 1)));
    expect(tasks).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['FLOWED_TEXT_TOO_LONG', 'NOT_A_PLAN']));
  });

  it.each<[string, string]>([
    ['numbers', many(4900, (index) => String(index + 1))],
    ['numbers parted by blank lines', many(4900, (index) => `${index + 1}\n`)],
    ['one body', many(4900, () => '市局')],
    ['opening brackets', '（'.repeat(100_000)],
  ])('of nothing but %s hold no tasks', (_name, body) => {
    expect(readingOf(heading + body).tasks).toEqual([]);
  });
});
