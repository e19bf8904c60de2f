// The alignment of Dazhou's and Tongchuan's plans as a table that a reader can check against the documents:
//   npm run lineage:table    writes docs/lineage-dazhou-tongchuan.md from the two documents in seeds/documents
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/intake';
import { alignPlans } from '../src/lineage/align/align-plans';
import { derivationRows, type DerivationRow } from '../src/lineage/derivation-rows';
import { printedPlaces, type PlanText } from '../src/lineage/plan-text';
import { packageRoot } from '../src/platform/package-root';
import { alignedExamples, rowsOf } from '../test/lineage/aligned-example';

const root = packageRoot(__dirname);

async function planText(planId: number, file: string, name: string): Promise<PlanText> {
  const { tasks } = await parseDocument(readFileSync(join(root, 'seeds', 'documents', file)), file);
  return {
    planId,
    regionNames: printedPlaces({ name, aliases: [] }),
    tasks: tasks.map(({ number, text, categoryPath }) => ({ id: number, text, categoryPath })),
  };
}

/** How many rows the hand-made table and the alignment have, and how many both have. */
function agreement(upper: PlanText, lower: PlanText): string[] {
  const { gold } = alignedExamples().find(({ name }) => name === 'dazhou-tongchuan')!;
  const found = rowsOf(alignPlans(upper, lower));
  return ['SAME', 'ADAPTED', 'SPLIT', 'MERGED', 'DROPPED', 'NEW'].map((relation) => {
    const of = (rows: ReadonlySet<string>) => [...rows].filter((row) => row.startsWith(relation));
    return `| ${relation} | ${of(gold).length} | ${of(found).length} | ${of(found).filter((row) => gold.has(row)).length} |`;
  });
}

function line({ upperTaskId, lowerTaskId, relation, similarity, reason }: DerivationRow, upper: PlanText, lower: PlanText): string {
  const textOf = (plan: PlanText, id: number | null) => plan.tasks.find((task) => task.id === id)?.text.replaceAll('|', '\\|') ?? '';
  const cells = [
    upperTaskId ?? '',
    lowerTaskId ?? '',
    relation,
    similarity ?? '',
    textOf(upper, upperTaskId),
    textOf(lower, lowerTaskId),
    reason,
  ];
  return `| ${cells.join(' | ')} |`;
}

async function main(): Promise<void> {
  const [upper, lower] = [await planText(1, 'dazhou-2023.txt', '达州市'), await planText(2, 'tongchuan-2023.txt', '通川区')];
  const rows = derivationRows(upper, lower).toSorted((a, b) => (a.upperTaskId ?? Infinity) - (b.upperTaskId ?? Infinity));
  const lines = [
    '# Dazhou 2023 → Tongchuan 2023, task by task',
    '',
    'Made by `npm run lineage:table` from `seeds/documents/dazhou-2023.txt` (达市府办发〔2023〕8号) and `seeds/documents/tongchuan-2023.txt`; never edited by hand.',
    `Dazhou has ${upper.tasks.length} tasks, Tongchuan ${lower.tasks.length}. What the columns mean stands in \`docs/decisions/0012-lineage.md\`.`,
    '',
    'Beside the table that was made by hand, reading both documents, before the first run (`test/fixtures/lineage/dazhou-tongchuan.txt`):',
    '',
    '| relation | by hand | by rule | both |',
    '|---|---|---|---|',
    ...agreement(upper, lower),
    '',
    '| Dazhou | Tongchuan | relation | similarity | text of Dazhou | text of Tongchuan | reason |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => line(row, upper, lower)),
  ];
  writeFileSync(join(root, 'docs', 'lineage-dazhou-tongchuan.md'), `${lines.join('\n')}\n`);
}

void main();
