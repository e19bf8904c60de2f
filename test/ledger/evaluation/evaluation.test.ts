import { brokenRules } from '../../../src/app/standing-rules';
import { verifyAuditChain } from '../../../src/audit';
import { globalId } from '../../../src/platform/graphql';
import { useTestDatabase } from '../../support/database';
import { officers } from '../../support/office';
import { answer, ask, type Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const { administrator, planner, reporter, reviewer, auditor } = officers(() => database);

const weighted = [
  { code: '1', title: '主动公开', weight: '60' },
  { code: '1.1', parentCode: '1', title: '栏目更新', weight: '33.33' },
  { code: '1.2', parentCode: '1', title: '政策解读', weight: '66.67' },
  { code: '2', title: '依申请公开', weight: '40' },
  { code: 'V1', title: '发生泄密事件', veto: true },
];
const points = [
  { code: '1', title: '组织领导' },
  { code: '1.1', parentCode: '1', title: '专题研究', points: '4.5' },
  { code: '1.2', parentCode: '1', title: '培训', points: '5.5' },
  { code: '2', title: '公开质量', points: '90' },
];

let schemes = 0;
let unit: string;

beforeAll(async () => {
  const [row] = await database.internalReader.rows<{ id: number }>(
    `select u.id from unit u join region r on r.id = u.region_id where r.stable_id = '511702' and u.published order by u.id limit 1`,
  );
  unit = globalId('Unit', row!.id);
});

const define = (indicators: object[], more: object = {}, person = planner()): Promise<Data> =>
  person.run(
    'defineEvaluationScheme',
    { regionCode: '511702', title: `政务公开考核指标 ${(schemes += 1)}`, year: 2024, method: 'WEIGHTED', indicators, ...more },
    'scheme { id title fullMarks indicators { code parentCode weight fullMarks veto } }',
  );
const aScheme = async (indicators: object[] = weighted, more: object = {}): Promise<string> =>
  (await define(indicators, more)).scheme.id as string;

const record = (schemeId: string, scores: object[], more: object = {}, person = planner()): Promise<Data> =>
  person.run(
    'recordEvaluation',
    {
      schemeId,
      unitId: unit,
      periodStart: '2024-01-01',
      periodEnd: '2024-12-31',
      evaluatorKind: 'HIGHER_LEVEL',
      evaluator: '通川区人民政府办公室',
      scores: scores.map((score) => ({ evidence: '检查记录', ...score })),
      ...more,
    },
    'evaluation { id version total outcome state scores { code score deductions { points reason } vetoHit evidence } }',
  );
const three = [
  { code: '1.1', score: '90' },
  { code: '1.2', score: '85.5' },
  { code: '2', score: '100' },
];

const submit = (subjectId: string): Promise<Data> => planner().run('submitForReview', { subjectId }, 'submission { state }');
const decide = (subjectId: string, stage: number, decision = stage === 3 ? 'DISCLOSE' : 'APPROVE', comment?: string): Promise<Data> =>
  reviewer(`reviewer ${stage}`).run('reviewItem', { subjectId, stage, decision, comment }, 'submission { state }');
async function passReview(id: string): Promise<void> {
  await submit(id);
  for (const stage of [1, 2, 3, 4]) expect(await decide(id, stage)).toMatchObject({ userErrors: [] });
}
const seen = async (id: string): Promise<Data> =>
  (
    await answer(
      database.publicReader,
      `query ($id: ID!) { node(id: $id) { ... on Evaluation { version total outcome correctionReason unit { id } scheme { title indicators { code } }
        scores { code score } receipt { route stages { outcome } } } } }`,
      { id },
    )
  ).node;

describe('a scheme of indicators', () => {
  it('is written down with the full marks of every indicator, for good', async () => {
    const { scheme } = await define(points, { method: 'POINTS' });
    expect(scheme.fullMarks).toBe('100');
    expect(scheme.indicators.map((each: Data) => [each.code, each.fullMarks])).toEqual([
      ['1', '10'],
      ['1.1', '4.5'],
      ['1.2', '5.5'],
      ['2', '90'],
    ]);
    for (const table of ['evaluation_scheme', 'evaluation_indicator'])
      await expect(database.owner.query(`update ${table} set title = '改'`)).rejects.toThrow(/written once/);
  });

  it('is refused where it does not add up or is there already, and to those who may not', async () => {
    const light = weighted.map((each) => (each.code === '2' ? { ...each, weight: '30' } : each));
    expect(await define(light)).toMatchObject({ scheme: null, userErrors: [{ code: 'NO_TREE', field: ['indicators'] }] });
    expect(await define(weighted, { title: '重名' })).toMatchObject({ userErrors: [] });
    expect(await define(weighted, { title: '重名' })).toMatchObject({ userErrors: [{ code: 'SCHEME_EXISTS', field: ['title'] }] });
    expect(await define(weighted, { regionCode: '999999' })).toMatchObject({ userErrors: [{ code: 'NO_REGION' }] });
    for (const weight of ['abc', '-1', '1.23456'])
      expect(await define([{ code: '1', title: '一', weight }])).toEqual({ error: 'BAD_USER_INPUT' });
    for (const person of [reporter(), reviewer(), auditor()]) expect(await define(weighted, {}, person)).toEqual({ error: 'FORBIDDEN' });
  });
});

describe('an evaluation', () => {
  it('has exact totals at every level', async () => {
    const { evaluation } = await record(await aScheme(), three);
    // 1: 90 × 33.33 % + 85.5 × 66.67 %; total: that × 60 % + 100 × 40 %.
    expect(evaluation).toMatchObject({ version: 1, total: '92.19991', outcome: 'SCORED', state: 'DRAFT' });
    expect(evaluation.scores.map((each: Data) => [each.code, each.score])).toEqual([
      ['1', '86.99985'],
      ['1.1', '90'],
      ['1.2', '85.5'],
      ['2', '100'],
    ]);
  });

  it('takes deductions off full marks, down to zero', async () => {
    const { evaluation } = await record(await aScheme(points, { method: 'POINTS' }), [
      { code: '1.1', deductions: [] },
      {
        code: '1.2',
        deductions: [
          { points: '3', reason: '未培训' },
          { points: '9', reason: '无台账' },
        ],
      },
      { code: '2', deductions: [{ points: '0.5', reason: '错别字' }] },
    ]);
    expect(evaluation.scores.map((each: Data) => [each.code, each.score])).toEqual([
      ['1', '4.5'],
      ['1.1', '4.5'],
      ['1.2', '0'],
      ['2', '89.5'],
    ]);
    expect(evaluation).toMatchObject({ total: '94' });
    expect(evaluation.scores[2].deductions).toHaveLength(2);
  });

  it('fails by a veto item, whatever its total', async () => {
    const { evaluation } = await record(await aScheme(), three, { vetoes: [{ code: 'V1', evidence: '通报文件' }] });
    expect(evaluation).toMatchObject({ outcome: 'VETOED', total: '92.19991' });
    expect(evaluation.scores.at(-1)).toMatchObject({ code: 'V1', score: null, vetoHit: true, evidence: '通报文件' });
  });

  it('is refused where its scores are not those of the scheme', async () => {
    const scheme = await aScheme();
    const wrong: object[][] = [
      three.slice(1),
      [...three, three[0]!],
      [...three, { code: '1', score: '5' }],
      [...three, { code: 'V1', score: '5' }],
      [{ ...three[0]!, score: '100.01' }, ...three.slice(1)],
      [{ ...three[0]!, deductions: [] }, ...three.slice(1)],
      [{ code: '1.1' }, ...three.slice(1)],
    ];
    for (const scores of wrong)
      expect(await record(scheme, scores)).toMatchObject({ evaluation: null, userErrors: [{ code: 'WRONG_SCORES', field: ['scores'] }] });
    const vetoes = [{ code: '2', evidence: '无' }];
    expect(await record(scheme, three, { vetoes })).toMatchObject({ userErrors: [{ code: 'WRONG_SCORES', field: ['vetoes'] }] });
    expect(await record(scheme, three, { periodEnd: '2023-12-31' })).toMatchObject({ userErrors: [{ code: 'NO_PERIOD' }] });
    expect(await record(globalId('EvaluationScheme', 1_999_999_999), three)).toEqual({ error: 'NOT_FOUND' });
    for (const person of [reporter(), reviewer(), auditor()])
      expect(await record(scheme, three, {}, person)).toEqual({ error: 'FORBIDDEN' });
    const [{ n }] = (await database.internalReader.rows('select count(*)::int as n from evaluation_score where code = $1', ['none'])) as [
      { n: number },
    ];
    expect(n).toBe(0);
  });

  it('is public once it has passed its review, with its scheme, and says so', async () => {
    const scheme = await aScheme();
    const { evaluation } = await record(scheme, three, {}, administrator('recorder'));
    expect(await seen(evaluation.id)).toBeNull();
    await submit(evaluation.id);
    expect(
      await reviewer('recorder').run('reviewItem', { subjectId: evaluation.id, stage: 1, decision: 'APPROVE' }, 'submission { id }'),
    ).toMatchObject({
      userErrors: [{ code: 'OWN_WORK' }],
    });
    for (const stage of [1, 2, 3]) await decide(evaluation.id, stage);
    expect(await seen(evaluation.id)).toBeNull();
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await answer(database.publicReader, node, { id: scheme })).toEqual({ node: null });
    await decide(evaluation.id, 4);
    expect(await seen(evaluation.id)).toMatchObject({ total: '92.19991', unit: { id: unit }, receipt: { route: 'REVIEWED' } });
    expect((await seen(evaluation.id)).scores).toHaveLength(4);
    expect((await seen(evaluation.id)).receipt.stages).toHaveLength(4);
    expect(await answer(database.publicReader, node, { id: scheme })).toEqual({ node: { id: scheme } });
  });

  it('is never changed: a correction is a new version, which takes the public place once it has passed', async () => {
    const scheme = await aScheme();
    const first = (await record(scheme, three)).evaluation.id as string;
    await passReview(first);
    expect(await record(scheme, three)).toMatchObject({ userErrors: [{ code: 'ALREADY_EVALUATED' }] });
    expect(await record(scheme, three, { correctsId: first })).toMatchObject({ userErrors: [{ code: 'NO_REASON' }] });
    const better = [{ code: '1.1', score: '95' }, ...three.slice(1)];
    const correction = { correctsId: first, correctionReason: '复核后更正' };
    expect(await record(scheme, better, { ...correction, evaluator: '其他机构' })).toMatchObject({
      userErrors: [{ code: 'OTHER_EVALUATION' }],
    });
    const { evaluation: second } = await record(scheme, better, correction);
    expect(second).toMatchObject({ version: 2, state: 'DRAFT' });
    expect(await record(scheme, better, correction)).toEqual({ error: 'CONFLICT' });
    expect(await seen(first)).toMatchObject({ version: 1 });
    await passReview(second.id);
    expect(await seen(first)).toBeNull();
    expect(await seen(second.id)).toMatchObject({ version: 2, correctionReason: '复核后更正' });
    for (const statement of [`update evaluation set total = 1`, `delete from evaluation`, `update evaluation_score set score = 1`])
      await expect(database.owner.query(statement)).rejects.toThrow(/written once/);
  });

  it('goes back as a draft, which a corrected version replaces at once', async () => {
    const scheme = await aScheme();
    const { evaluation } = await record(scheme, three);
    await submit(evaluation.id);
    expect(await record(scheme, three, { correctsId: evaluation.id, correctionReason: '误录' })).toEqual({ error: 'CONFLICT' });
    await decide(evaluation.id, 1, 'RETURN', '佐证不足');
    const { evaluation: second } = await record(scheme, three, { correctsId: evaluation.id, correctionReason: '补充佐证' });
    expect(second.version).toBe(2);
    expect(await submit(evaluation.id)).toEqual({ error: 'CONFLICT' });
  });

  it('is recorded once by two at the same moment', async () => {
    const scheme = await aScheme();
    const outcomes = await Promise.all([record(scheme, three), record(scheme, three), record(scheme, three, {}, administrator())]);
    expect(outcomes.filter(({ evaluation }) => evaluation)).toHaveLength(1);
    expect(outcomes.flatMap(({ userErrors }) => userErrors.map((each: Data) => each.code))).toEqual([
      'ALREADY_EVALUATED',
      'ALREADY_EVALUATED',
    ]);
  });

  it('is taken away from the public by an administrator', async () => {
    const { evaluation } = await record(await aScheme(), three);
    const withdraw = (person = administrator()): Promise<Data> =>
      person.run('withdrawEvaluation', { evaluationId: evaluation.id, reason: '数据有误' }, 'evaluation { id state }');
    expect(await withdraw()).toEqual({ error: 'CONFLICT' });
    await passReview(evaluation.id);
    expect(await withdraw(planner())).toEqual({ error: 'FORBIDDEN' });
    expect(await withdraw()).toMatchObject({ evaluation: { state: 'WITHDRAWN' }, userErrors: [] });
    expect(await seen(evaluation.id)).toBeNull();
    expect(await withdraw()).toEqual({ error: 'CONFLICT' });
    const told = await answer(database.publicReader, 'query ($id: ID!) { unit(id: $id) { withdrawnEvaluations { reason } } }', {
      id: unit,
    });
    expect(told.unit.withdrawnEvaluations).toEqual([{ reason: '数据有误' }]);
  });
});

describe('the list of evaluations', () => {
  it('is filtered and sorted, and hides from the public what has not passed', async () => {
    const scheme = await aScheme();
    const id = (await record(scheme, three)).evaluation.id as string;
    await record(scheme, three, { evaluatorKind: 'SELF', evaluator: '自评' });
    await passReview(id);
    const source = `query ($filterBy: EvaluationFilter, $unit: ID!) { evaluations(filterBy: $filterBy, orderBy: { field: TOTAL, direction: DESC }) { totalCount nodes { evaluatorKind } }
      unit(id: $unit) { evaluations(filterBy: $filterBy) { totalCount } } }`;
    const filterBy = {
      schemeIds: [scheme],
      unitIds: [unit],
      withinRegion: '511700',
      years: [2024],
      outcomes: ['SCORED'],
      periodFrom: '2024-12-31',
      periodTo: '2024-12-31',
    };
    const shown = { evaluations: { totalCount: 1, nodes: [{ evaluatorKind: 'HIGHER_LEVEL' }] }, unit: { evaluations: { totalCount: 1 } } };
    expect(await answer(database.publicReader, source, { filterBy, unit })).toEqual(shown);
    expect(await auditor().data(source, { filterBy, unit })).toMatchObject({ evaluations: { totalCount: 2 } });
    expect(await auditor().data(source, { filterBy: { ...filterBy, states: ['PUBLISHED'] }, unit })).toEqual(shown);
    expect(await auditor().data(source, { filterBy: { ...filterBy, evaluatorKinds: ['PUBLIC'] }, unit })).toMatchObject({
      evaluations: { totalCount: 0 },
    });
    const withStates = await ask(database.publicReader, source, { filterBy: { states: ['DRAFT'] }, unit });
    expect(withStates.errors).toHaveLength(1);
    await expect(database.publicReader.rows('select state from evaluation where state <> $1', ['PUBLISHED'])).resolves.toEqual([]);
  });

  it('takes as many statements for many rows as for one', async () => {
    const source = `query ($first: Int!) { evaluations(first: $first) { totalCount nodes { total unit { name } scheme { title region { name } indicators { title } } scores { score } receipt { route } } } }`;
    const [one, many] = [await auditor().ask(source, { first: 1 }), await auditor().ask(source, { first: 100 })];
    expect(many.data.evaluations.nodes.length).toBeGreaterThan(5);
    expect(many.statements.length).toBe(one.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(8);
  });

  it('is paged by totals without losing or doubling one', async () => {
    const totals: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { evaluations }: Data = await auditor().data(
        'query ($after: String) { evaluations(first: 3, after: $after, orderBy: { field: TOTAL, direction: ASC }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      totals.push(...evaluations.nodes.map((each: Data) => each.id));
      ({ hasNextPage: more, endCursor: after } = evaluations.pageInfo);
      if (!more) expect(new Set(totals).size).toBe(evaluations.totalCount);
    }
  });
});

test('after all of this the standing rules hold and the audit log is whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
