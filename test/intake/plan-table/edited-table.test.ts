import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseDocument, writePlanTable, type ParseResult, type TaskReading } from '../../../src/intake';
import { renderCsv } from '../../../src/open-data/plan-table/render-csv';

const document = `渠县2024年政务公开工作要点分工表
渠府办发〔2024〕1号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t主动公开\t公开学校招生信息，全年不少于2次。\t县教育局、县财政局\t2024年9月底
2\t主动公开\t公开财政预算。\t县财政局，各乡镇人民政府\t及时公开
`;

let parsed: ParseResult;
beforeAll(async () => {
  parsed = await parseDocument(Buffer.from(document), 'plan.txt');
});

/** The table, changed by hand in a spreadsheet program, read again. */
async function afterEdit(edit: (cell: (row: number, id: string, text: string) => void) => void): Promise<ParseResult> {
  const grid = writePlanTable(parsed);
  const identifiers = grid.rows[grid.titleRows + 1]!;
  edit((row, id, text) => {
    expect(identifiers).toContain(`gongkai:${id}`);
    grid.rows[grid.titleRows + 1 + row]![identifiers.indexOf(`gongkai:${id}`)] = text;
  });
  return parseDocument(renderCsv(grid), 'plan.csv');
}

const withoutSource = ({ source: _source, ...task }: TaskReading) => task;
const shown = ({ tasks }: ParseResult) => tasks.map(withoutSource);

describe('a plan table changed by hand', () => {
  it('gives the reading that somebody wrote into its cells', async () => {
    const again = await afterEdit((cell) => {
      cell(2, 'deadline.kind', 'BY_DATE');
      cell(2, 'deadline.dueOn', '2024-03-31');
      cell(2, 'deadline.precision', 'QUARTER');
      cell(1, 'responsibilities', '[{"role":"LEAD","unit":"县教育局"},{"role":"SUPPORTING","group":"各乡镇人民政府","mode":"EACH"}]');
      cell(1, 'targets', '[]');
      cell(1, 'category.1', '教育公开');
    });
    const [first, second] = again.tasks;
    expect(second!.deadline).toMatchObject({ text: '及时公开', kind: 'BY_DATE', dueOn: '2024-03-31', precision: 'QUARTER' });
    expect(first).toMatchObject({
      categoryPath: ['教育公开'],
      targets: [],
      responsibilities: [
        { role: 'LEAD', unit: '县教育局', group: null, mode: 'JOINT', phrase: '县教育局' },
        { role: 'SUPPORTING', unit: null, group: '各乡镇人民政府', mode: 'EACH' },
      ],
    });
    expect(again.problems).toEqual([]);
  });

  it('reads words anew that were changed, and keeps what was read of the others', async () => {
    const again = await afterEdit((cell) => {
      cell(2, 'deadline.text', '2024年6月底');
      cell(1, 'responsibleText', '县教育局牵头，县审计局配合');
    });
    const [first, second] = again.tasks;
    expect(second!.deadline).toMatchObject({ text: '2024年6月底', kind: 'BY_DATE', dueOn: '2024-06-30', precision: 'MONTH' });
    expect(second!.responsibilities).toEqual(parsed.tasks[1]!.responsibilities);
    expect(first!.responsibilities.map(({ unit, role }) => [unit, role])).toEqual([
      ['县教育局', 'LEAD'],
      ['县审计局', 'SUPPORTING'],
    ]);
    expect(first!.deadline).toEqual(parsed.tasks[0]!.deadline);
    expect(first!.targets).toEqual(parsed.tasks[0]!.targets);
  });

  it('reads the words where the cells of a reading are blank', async () => {
    const again = await afterEdit((cell) => {
      for (const id of ['deadline.kind', 'responsibilities', 'targets']) cell(1, id, '');
    });
    expect(shown(again)).toEqual(shown(parsed));
  });

  it('says so where a cell holds no reading, and reads the words', async () => {
    const again = await afterEdit((cell) => {
      cell(1, 'deadline.kind', 'SOMETIME');
      cell(1, 'targets', '[{"phrase":"不少于2次"}]');
      cell(2, 'responsibilities', '县财政局');
      cell(2, 'deadline.dueOn', '2024-03-31');
    });
    expect(shown(again)).toEqual(shown(parsed));
    expect(again.problems.map(({ code, at }) => [code, at])).toEqual([
      ['GIVEN_READING_UNFIT', 'task 1'],
      ['GIVEN_READING_UNFIT', 'task 1'],
      ['GIVEN_READING_UNFIT', 'task 2'],
      ['GIVEN_READING_UNFIT', 'task 2'],
    ]);
  });

  it('is an ordinary table to print: without the columns of readings it reads the same', async () => {
    for (const name of ['dazhou-2023', 'tongchuan-2023', 'meishan-2023']) {
      const original = await parseDocument(readFileSync(`seeds/documents/${name}.txt`), `${name}.txt`);
      const grid = writePlanTable(original);
      const printed = grid.rows
        .filter((_row, at) => at !== grid.titleRows + 1 && at < grid.titleRows + grid.headRows + grid.taskRows)
        .map((row) => row.slice(0, grid.printedColumns));
      const again = await parseDocument(renderCsv({ ...grid, rows: printed }), 'plan.csv');
      expect(again.plan.title).toBe(original.plan.title);
      const facts = ({ tasks }: ParseResult) =>
        tasks.map(({ text, categoryPath, responsibilities, deadline, targets }) => [
          text,
          categoryPath,
          responsibilities.map(({ unit, group }) => unit ?? group),
          [deadline.kind, deadline.dueOn],
          targets.length,
        ]);
      expect(facts(again)).toEqual(facts(original));
    }
  });

  it('is CSV that any program reads: every row as long as the others', () => {
    const rows: string[][] = parse(renderCsv(writePlanTable(parsed)));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]![0]).toBe('渠县2024年政务公开工作要点分工表');
  });
});
