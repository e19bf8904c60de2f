import { importPlan, ImportRefusal, parseDocument, type ImportOutcome } from '../../src/intake';
import { useTestDatabase } from '../support/database';
import { answer } from '../support/query';

const database = useTestDatabase({ seeded: true });

const table = (number: string, task: string) => `渠县2024年政务公开工作要点分工表
渠府办发〔2024〕${number}号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t主动公开\t${task}\t县教育局、达川区人民政府，各乡镇人民政府\t2024年9月底
`;

async function load(text: string, options: { publish?: boolean; region?: string } = {}): Promise<ImportOutcome> {
  const content = Buffer.from(text);
  const parsed = await parseDocument(content, 'plan.txt');
  return database.owner.transaction((manager) =>
    importPlan(manager, { parsed, content, regionCode: options.region ?? '511725', publish: options.publish ?? false, actor: 'test' }),
  );
}

const rowCounts = async () => {
  const [counts] = await database.internalReader.rows<Record<string, number>>(
    `select ${[
      'plan',
      'category',
      'task',
      'responsibility',
      'unit',
      'unit_group',
      'unit_group_member',
      'obligation',
      'source_document',
      'audit_event',
    ]
      .map((name) => `(select count(*)::int from ${name}) as ${name}`)
      .join(', ')}`,
  );
  return counts!;
};

describe('importing a document', () => {
  it('writes a draft with its units and says which are new', async () => {
    const outcome = await load(table('1', '公开学校招生信息。'));
    expect(outcome).toMatchObject({
      created: true,
      published: false,
      createdUnits: ['县教育局'],
      slug: 'quxian-2024-assignment-table',
    });
    expect(outcome.problems).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'UNIT_CREATED' })]));
    const { node } = await answer(
      database.internalReader,
      'query ($id: ID!) { node(id: $id) { ... on Plan { state tasks { nodes { responsibilities { unit { name } group { expression } } } } } } }',
      { id: outcome.planId },
    );
    expect(node).toEqual({
      state: 'DRAFT',
      tasks: {
        nodes: [
          {
            responsibilities: [
              { unit: { name: '县教育局' }, group: null },
              { unit: { name: '达川区人民政府' }, group: null },
              { unit: null, group: { expression: '各乡镇人民政府' } },
            ],
          },
        ],
      },
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await rowCounts();
    expect(await load(table('1', '公开学校招生信息。'))).toMatchObject({ created: false, published: false });
    expect(await rowCounts()).toEqual(before);
  });

  it('makes no second plan of another file with the same document number, but a version of the first', async () => {
    const before = await rowCounts();
    const outcome = await load(table('1', '公开学校招生计划信息。'));
    expect(outcome).toMatchObject({ created: false, version: { number: 2, isNew: true, changes: [{ kind: 'TASK_CHANGED' }] } });
    const after = await rowCounts();
    expect(after).toEqual({ ...before, source_document: before['source_document']! + 1, audit_event: before['audit_event']! + 1 });
  });

  it('publishes the draft where the same file comes again to be published', async () => {
    expect(await load(table('1', '公开学校招生计划信息。'), { publish: true })).toMatchObject({ created: false, published: true });
    const { plan } = await answer(database.publicReader, '{ plan(documentNumber: "渠府办发〔2024〕1号") { title } }');
    expect(plan).toEqual({ title: '渠县2024年政务公开工作要点分工表' });
  });

  it('gives a second plan of the same year a slug of its own', async () => {
    expect(await load(table('2', '公开财政信息。'))).toMatchObject({ created: true, slug: 'quxian-2024-assignment-table-2' });
  });

  it('leaves nothing behind when it is refused', async () => {
    const before = await rowCounts();
    await expect(load(table('3', '公开财政信息。'), { region: '999999' })).rejects.toThrow(ImportRefusal);
    await expect(load('关于召开会议的通知\n\n请准时参加。\n')).rejects.toMatchObject({ exitCode: 3 });
    expect(await rowCounts()).toEqual(before);
  });

  it('two imports of one file at the same time make one plan', async () => {
    const text = table('4', '公开审计结果。');
    const outcomes = await Promise.allSettled([load(text), load(text), load(text)]);
    const { plans } = await answer(database.internalReader, '{ plans(filterBy: { text: "渠府办发〔2024〕4号" }) { totalCount } }');
    expect(plans.totalCount).toBe(1);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });
});
