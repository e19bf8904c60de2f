import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument, writePlanTable, type ParseResult, type PlanTable } from '../../../src/intake';
import { parsePlan } from '../../../src/intake/parse/parse-plan';
import { renderCsv } from '../../../src/open-data/plan-table/render-csv';
import { renderXlsx } from '../../../src/open-data/plan-table/render-xlsx';
import { readAnnotated } from '../corpus/annotated-document';
import { sourceOf } from '../corpus/print-document';

const formats = {
  csv: async (table: PlanTable) => renderCsv(writePlanTable(table)),
  xlsx: (table: PlanTable) => renderXlsx(writePlanTable(table)),
};

/** What a plan says, without where in its file it stands. */
function content({ plan, tasks, annexes }: PlanTable): unknown {
  return {
    plan,
    tasks: tasks.map(({ source: _source, ...task }) => task),
    annexes: annexes.map(({ line: _line, ...annex }) => annex),
  };
}

const readBack = async (table: PlanTable, format: keyof typeof formats): Promise<ParseResult> =>
  parseDocument(await formats[format](table), `plan.${format.slice(0, 4)}`);

const seeds = ['dazhou-2023', 'tongchuan-2023', 'wanyuan-2021', 'guangyuan-2022', 'meishan-2023'];
const corpus = join(__dirname, '../../fixtures/corpus');
const plansOfCorpus = readdirSync(corpus)
  .filter((file) => file.endsWith('.txt') && !file.startsWith('n'))
  .filter((_file, index) => index % 6 === 0);

describe.each(seeds)('the plan of %s', (name) => {
  let parsed: ParseResult;
  beforeAll(async () => {
    parsed = await parseDocument(readFileSync(`seeds/documents/${name}.txt`), `${name}.txt`);
  });

  it.each(['csv', 'xlsx'] as const)('comes back from %s to the field', async (format) => {
    const again = await readBack(parsed, format);
    expect(content(again)).toEqual(content(parsed));
    expect(again.problems).toEqual([]);
  });

  it('comes back from a file with a byte order mark too', async () => {
    const again = await parseDocument(renderCsv(writePlanTable(parsed), { bom: true }), 'plan.csv');
    expect(content(again)).toEqual(content(parsed));
  });
});

describe.each(Object.keys(formats) as (keyof typeof formats)[])('a plan as %s', (format) => {
  it.each(plansOfCorpus)('comes back to the field: %s of the corpus', async (file) => {
    const document = readAnnotated(join(corpus, file), file.replace('.txt', ''));
    const model = sourceOf(document, document.layouts[0]!);
    const table = parsePlan(model);
    expect(table.tasks.length).toBeGreaterThan(0);
    expect(content(await readBack(table, format))).toEqual(content(table));
  });
});

const text = fc
  .array(fc.constantFrom('公开', '=1+1', '"', ',', '，', "'", '|', '-', '@', '+8', 'a b', '年底', '<p>', '\u{20BB7}', '%', '1', '；'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim())
  .filter((words) => words !== '');
const optional = fc.option(text, { nil: null });

const deadline = fc.oneof(
  fc.record({
    kind: fc.constant('BY_DATE' as const),
    dueOn: fc.constantFrom('2023-08-31', null),
    precision: fc.constantFrom('DAY' as const, 'MONTH' as const),
    thenOngoing: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('RECURRING' as const), rrule: fc.constantFrom('FREQ=YEARLY', null), quota: fc.constantFrom(1, 12, null) }),
  fc.record({
    kind: fc.constant('RELATIVE' as const),
    trigger: optional,
    duration: fc.constantFrom('P20D', null),
    dayCount: fc.constantFrom('WORKING' as const, null),
  }),
  fc.record({ kind: fc.constantFrom('TIMELY' as const, 'ONGOING' as const, 'AS_APPROPRIATE' as const, 'NONE' as const) }),
);
const noDeadline = {
  text: null,
  dueOn: null,
  precision: null,
  thenOngoing: false,
  rrule: null,
  quota: null,
  trigger: null,
  duration: null,
  dayCount: null,
};

const body = fc.oneof(fc.record({ unit: text, group: fc.constant(null) }), fc.record({ unit: fc.constant(null), group: text }));
const responsibility = fc
  .tuple(
    body,
    fc.record({
      phrase: text,
      role: fc.constantFrom('LEAD' as const, 'RESPONSIBLE' as const, 'SUPPORTING' as const),
      mode: fc.constantFrom('JOINT' as const, 'EACH' as const),
      rule: fc.constantFrom('named-unit', 'collective', 'corrected'),
    }),
  )
  .map(([whom, how]) => ({ ...how, ...whom }));
const target = fc.record({
  metric: optional,
  comparator: fc.constantFrom('AT_LEAST' as const, null),
  value: fc.constantFrom(0, 0.5, 90, 100_000),
  unit: optional,
  period: fc.constantFrom('YEAR', null),
  dueOn: fc.constantFrom('2023-12-31', null),
  actor: optional,
  phrase: text,
  rule: fc.constant('corrected'),
});
const task = fc.record({
  printedNumber: optional,
  categoryPath: fc.array(text, { maxLength: 3 }),
  text,
  responsibleText: optional,
  leadOfficial: optional,
  responsibilities: fc.array(responsibility, { maxLength: 3 }),
  openEnded: fc.boolean(),
  deadline: fc
    .tuple(deadline, optional)
    .map(([reading, printed]) => ({ ...noDeadline, ...reading, text: printed, rule: 'corrected:none' })),
  targets: fc.array(target, { maxLength: 2 }),
});
const plan = fc.record({
  // A file that begins with a tag is a web page.
  title: text.filter((words) => !words.startsWith('<')),
  documentNumber: optional,
  kind: fc.constantFrom('KEY_POINTS' as const, 'OTHER' as const),
  issuer: optional,
  issuedOn: fc.constantFrom('2023-04-04', null),
  year: fc.constantFrom(2023, null),
  basis: fc.array(fc.record({ title: text, documentNumber: optional }), { maxLength: 2 }),
  remarks: fc.array(text, { maxLength: 2 }),
  disclosure: optional,
});
const annex = fc.record({
  number: optional,
  title: text,
  kind: fc.constantFrom('CATALOGUE' as const, 'OTHER' as const),
  entries: fc.array(fc.dictionary(text, text, { maxKeys: 3 }), { maxLength: 3 }),
  line: fc.constant(null),
});
const anyTable: fc.Arbitrary<PlanTable> = fc
  .tuple(plan, fc.array(task, { minLength: 1, maxLength: 5 }), fc.array(annex, { maxLength: 2 }))
  .map(([header, tasks, annexes]) => ({
    plan: header,
    tasks: tasks.map((one, at) => ({
      ...one,
      number: at + 1,
      source: { page: null, row: null, line: null, lineEnd: null, text: one.text },
    })),
    annexes,
  }));

describe('whatever a person corrected', () => {
  it.each(['csv', 'xlsx'] as const)('comes back from %s to the field', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect(content(await readBack(table, format))).toEqual(content(table));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('has no cell that a spreadsheet program would run', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const cell of writePlanTable(table).rows.flat()) expect(cell).toMatch(/^(?:$|[+-]?\d+(?:\.\d+)?$|[^=+\-@\t\r])/u);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('a plan whose words look like something else', () => {
  const anyPlan = () => parseDocument(readFileSync('seeds/documents/tongchuan-2023.txt'), 'plan.txt');

  it.each(['<html>工作要点', '<p>工作要点</p>', '<!DOCTYPE html>要点', '=1+1', '{"a":1}', '# 标题', '| a | b |'])(
    'comes back with the title %s',
    async (title) => {
      const table = await anyPlan();
      const titled = { ...table, plan: { ...table.plan, title } };
      for (const format of ['csv', 'xlsx'] as const) expect(content(await readBack(titled, format))).toEqual(content(titled));
    },
  );

  it('is refused as a workbook, never cut short, where a cell is longer than a workbook holds; as CSV it is whole', async () => {
    const table = await anyPlan();
    const [first, ...rest] = table.tasks;
    const long = { ...table, tasks: [{ ...first!, text: '公'.repeat(32_768) }, ...rest] };
    await expect(renderXlsx(writePlanTable(long))).rejects.toThrow(/32768 characters.*CSV.*请改用 CSV/u);
    expect((await readBack(long, 'csv')).tasks[0]!.text).toBe(long.tasks[0]!.text);
    const longest = { ...table, tasks: [{ ...first!, text: '公'.repeat(32_767) }, ...rest] };
    expect((await readBack(longest, 'xlsx')).tasks[0]!.text).toBe(longest.tasks[0]!.text);
  });
});
