import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowedTables, type FlowedTables } from '../../../src/intake/parse/flowed-table';
import { expand } from './flowed/read-back';

/**
 * Tables of invented plans, laid out by a word processor, printed to PDF and taken out again by pdftotext: with -layout
 * (columns kept by spaces), with -raw (in the order of the file) and by default (in an order of its own). Beside each text
 * stands what the table held.
 */
const FOLDER = join(__dirname, '../../fixtures/flowed/extracted');
type Mode = 'layout' | 'raw' | 'default';

interface Gold {
  header: string[];
  rows: string[][];
}

const squeezed = (text: string) => text.replace(/\s/g, '');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

function read(name: string, mode: Mode): FlowedTables {
  let page = 1;
  const lines = readFileSync(join(FOLDER, `${name}.${mode}.txt`), 'utf8')
    .split('\n')
    .map((text, index) => {
      page += text.split('\f').length - 1;
      return { text: text.replace(/\f/g, ''), line: index + 1, page };
    });
  return readFlowedTables(lines);
}

interface Measure {
  gold: number;
  read: number;
  found: number;
  cells: number;
  right: number;
}

/** Tasks found by their text, word for word; cells of a task that was not found are all wrong. */
function measure(name: string, mode: Mode): Measure {
  const { header, rows: printed } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Gold;
  const wanted = printed.map((row) => row.map(squeezed));
  const taskAt = header.findIndex((heading) => heading === taskHeading(header));
  const byTask = new Map<string, string[][]>();
  const { tables } = read(name, mode);
  for (const table of tables) {
    const at = table.rows[0]!.cells.find(({ text }) => text === header[taskAt])?.column ?? taskAt;
    for (const row of expand(table))
      byTask.set(squeezed(row[at] ?? ''), [...(byTask.get(squeezed(row[at] ?? '')) ?? []), row.map(squeezed)]);
  }
  const total: Measure = { gold: wanted.length, read: [...byTask.values()].flat().length, found: 0, cells: 0, right: 0 };
  for (const row of wanted) {
    const found = byTask.get(row[taskAt]!)?.shift();
    total.cells += row.length;
    if (found === undefined) continue;
    total.found += 1;
    total.right += row.filter((cell, column) => cell === found[column]).length;
  }
  return total;
}

function taskHeading(header: readonly string[]): string {
  return ['具体内容', '主要任务', '工作任务'].find((heading) => header.includes(heading)) ?? '';
}

function sum(measures: readonly Measure[]): Measure {
  return measures.reduce((left, right) => ({
    gold: left.gold + right.gold,
    read: left.read + right.read,
    found: left.found + right.found,
    cells: left.cells + right.cells,
    right: left.right + right.right,
  }));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}

const REPEATED = names.filter((name) => !name.startsWith('no-repeated-heading'));

test.each([
  ['layout', 0.985, 0.985, 0.97],
  ['raw', 0.91, 0.9, 0.89],
] as [Mode, number, number, number][])('a table taken out with -%s is read back', (mode, recall, precision, cells) => {
  const measures = names.map((name) => ({ name, ...measure(name, mode) }));
  const line = (name: string, { gold, read, found, cells: all, right }: Measure) =>
    `${name.padEnd(28)} tasks ${percent(found, gold)}  precision ${percent(found, read)}  cells ${percent(right, all)}`;
  const total = sum(measures.filter(({ name }) => REPEATED.includes(name)));
  console.info([`-${mode}`, ...measures.map((own) => line(own.name, own)), line('headings on every page', total)].join('\n'));
  expect(total.found / total.gold).toBeGreaterThanOrEqual(recall);
  expect(total.found / total.read).toBeGreaterThanOrEqual(precision);
  expect(total.right / total.cells).toBeGreaterThanOrEqual(cells);
});

test('columns that the extraction has mixed up are refused with a problem, not read as tasks', () => {
  const refused = names.filter((name) => read(name, 'default').problems.some(({ code }) => code === 'TABLE_TEXT_INTERLEAVED'));
  console.info(`refused by default order: ${refused.length} of ${names.length}`);
  expect(refused.length).toBeGreaterThanOrEqual(14);
  for (const name of refused) expect(read(name, 'default').tables).toEqual([]);
  for (const mode of ['layout', 'raw'] as const) for (const name of names) expect([name, read(name, mode).problems]).toEqual([name, []]);
});
