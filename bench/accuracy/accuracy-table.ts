import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument, type ParseResult } from '../../src/intake';
import { readAnnotated, type GoldDocument } from '../../test/intake/corpus/annotated-document';
import { corpusReading, formatsOf } from '../../test/intake/corpus/corpus-reading';
import { score, Tally, type Field } from '../../test/intake/corpus/score';
import { markdownTable } from '../machine';
import { PLAN_FILES, PLANS } from '../plan-files';
import { goldOf } from './checked-reading';

const root = resolve(__dirname, '..', '..');
const fixtures = join(root, 'test', 'fixtures');
const COLUMNS: [heading: string, field: Field][] = [
  ['recall', 'recall'],
  ['precision', 'precision'],
  ['category path', 'path'],
  ['text', 'text'],
  ['units', 'units'],
  ['collectives', 'groups'],
  ['open-ended', 'open'],
  ['lead', 'roles'],
  ['deadline kind', 'deadline'],
  ['date', 'date'],
  ['targets', 'targets'],
  ['plan', 'plan'],
];

class ByFormat {
  private readonly formats = new Map<string, { tally: Tally; documents: number }>();

  add(format: string, document: GoldDocument, reading: ParseResult): void {
    const entry = this.formats.get(format) ?? { tally: new Tally(), documents: 0 };
    entry.tally.add(score(document, reading), document.name);
    entry.documents += 1;
    this.formats.set(format, entry);
  }

  table(): string {
    const rows = [...this.formats].map(([format, { tally, documents }]) => [
      format,
      String(documents),
      ...COLUMNS.map(([, field]) => (tally.rate(field) * 100).toFixed(1)),
    ]);
    return markdownTable(['format', 'documents', ...COLUMNS.map(([heading]) => heading)], rows);
  }
}

/** The five plans in every format, against the readings of their texts that were checked by a person. */
export async function accuracyOfPlans(): Promise<string> {
  const figures = new ByFormat();
  for (const [format, pathOf] of PLAN_FILES) {
    for (const plan of PLANS) {
      const path = join(root, pathOf(plan));
      if (!existsSync(path)) continue;
      const checked = JSON.parse(readFileSync(join(fixtures, 'readings', `${plan}.json`), 'utf8')) as ParseResult;
      figures.add(format, goldOf(plan, checked), await parseDocument(readFileSync(path), path));
    }
  }
  return figures.table();
}

/** The corpus as it is printed in every layout, then as files of other programs. */
export async function accuracyOfCorpus(): Promise<string> {
  const figures = new ByFormat();
  const gold = new Map<string, GoldDocument>();
  for (const file of readdirSync(join(fixtures, 'corpus')).filter((each) => each.endsWith('.txt'))) {
    const name = file.replace('.txt', '');
    const document = readAnnotated(join(fixtures, 'corpus', file), name);
    gold.set(name, document);
    for (const format of formatsOf(document)) figures.add(format, document, await corpusReading(document, format));
  }
  for (const kind of readdirSync(join(fixtures, 'corpus-files'))) {
    for (const file of readdirSync(join(fixtures, 'corpus-files', kind))) {
      const document = gold.get(file.replace(/\.[a-z]+$/, ''));
      if (document === undefined) continue;
      const path = join(fixtures, 'corpus-files', kind, file);
      figures.add(`file: ${kind}`, document, await parseDocument(readFileSync(path), file));
    }
  }
  return figures.table();
}
