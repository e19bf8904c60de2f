import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../src/intake/parse-file';
import { readAnnotated } from './corpus/annotated-document';
import { FIELDS, score, Tally, type Field } from './corpus/score';

const FIXTURES = join(__dirname, '../fixtures');

/** Documents of the corpus as other programs printed them; a change may only raise what is reached. */
const LEAST: Record<string, { all: number; but: Partial<Record<Field, number>> }> = {
  // The text of a PDF with its columns kept by spaces.
  layout: { all: 0.96, but: { path: 0.95, annexes: 0.9 } },
  // The text of a PDF in the order that pdftotext takes by itself.
  default: { all: 0.9, but: {} },
  pdf: { all: 1, but: {} },
  'pdf-unruled': { all: 1, but: {} },
};

async function tallyOf(kind: string): Promise<Tally> {
  const folder = join(FIXTURES, 'corpus-files', kind);
  const whole = new Tally();
  for (const file of readdirSync(folder)) {
    const name = file.replace(/\.[a-z]+$/, '');
    const document = readAnnotated(join(FIXTURES, 'corpus', `${name}.txt`), name);
    whole.add(score(document, await parseDocument(readFileSync(join(folder, file)), file)), `${name} ${kind}`);
  }
  return whole;
}

describe.each(Object.keys(LEAST))('documents of the corpus as files: %s', (kind) => {
  it('are read as a person marked them', async () => {
    const tally = await tallyOf(kind);
    const least = LEAST[kind]!;
    const short = FIELDS.filter((field) => tally.rate(field) < (least.but[field] ?? least.all));
    const rates = FIELDS.map((field) => `${field} ${(tally.rate(field) * 100).toFixed(1)}`).join(', ');
    if (process.env['CORPUS_FAULTS'] !== undefined) process.stdout.write(`${tally.faults.join('\n')}\n`);
    expect([short, short.length === 0 ? '' : rates]).toEqual([[], '']);
  });
});
