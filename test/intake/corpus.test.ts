import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAnnotated } from './corpus/annotated-document';
import { corpusReading, formatsOf, type Format } from './corpus/corpus-reading';
import { FIELDS, score, Tally } from './corpus/score';

const CORPUS = join(__dirname, '../fixtures/corpus');
/** What is reached, but for one reading in two hundred; a change may only raise it. */
const LEAST = 0.995;

function row(name: string, tally: Tally): string {
  const rates = FIELDS.map((field) => (tally.rate(field) * 100).toFixed(1).padStart(9));
  return name.padEnd(10) + rates.join('');
}

/** The same fault in several layouts as one line. */
function merged(faults: readonly string[]): string {
  const layouts = new Map<string, string[]>();
  for (const fault of faults) {
    const [, name = '', layout = '', rest = ''] = /^(\S+) (\S+) ([^]*)$/.exec(fault) ?? [];
    layouts.set(`${name} ${rest}`, [...(layouts.get(`${name} ${rest}`) ?? []), layout]);
  }
  return [...layouts].map(([fault, where]) => `${fault}  [${where.join(',')}]`).join('\n');
}

describe('plans of other places, by layout', () => {
  const only = process.env['CORPUS_ONLY'];
  const documents = readdirSync(CORPUS)
    .filter((file) => file.endsWith('.txt') && (only === undefined || file.includes(only)))
    .map((file) => readAnnotated(join(CORPUS, file), file.replace('.txt', '')));
  const byLayout = new Map<Format, Tally>();
  const whole = new Tally();
  const wrongExits: string[] = [];

  beforeAll(async () => {
    for (const document of documents) {
      for (const layout of formatsOf(document)) {
        const found = await corpusReading(document, layout);
        const isPlan = found.tasks.length > 0;
        if (isPlan !== document.tasks.length > 0) wrongExits.push(`${document.name} ${layout}`);
        const tally = score(document, found);
        const sum = byLayout.get(layout) ?? new Tally();
        sum.add(tally, document.name);
        byLayout.set(layout, sum);
        whole.add(tally, `${document.name} ${layout}`);
      }
    }
    const table = [''.padEnd(10) + FIELDS.map((field) => field.padStart(9)).join('')];
    for (const [layout, tally] of byLayout) table.push(row(layout, tally));
    table.push(row('all', whole));
    if (process.env['CORPUS_FAULTS'] !== undefined) process.stdout.write(`${merged(whole.faults)}\n`);
    process.stdout.write(`${table.join('\n')}\nnot told apart: ${wrongExits.join(', ') || 'none'}\n`);
  });

  it('tells plans from what is none', () => {
    expect(wrongExits).toEqual([]);
  });

  it.each(FIELDS)('%s is right', (field) => {
    expect(whole.rate(field)).toBeGreaterThanOrEqual(LEAST);
  });
});
