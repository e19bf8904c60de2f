import { brokenRules } from '../../src/app/standing-rules';
import { ApiClient, officeClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const planner = officeClient(database, 'PLANNER', 'planner-1');
const everyone = new ApiClient(() => database.publicReader);

const matchFields =
  'name state confidence reason proposed decidedBy unit { id name proposed } candidates { confidence reason unit { id name } }';
const confirming = `mutation ($input: ConfirmUnitMatchesInput!) { confirmUnitMatches(input: $input) {
  plan { version unitMatches { ${matchFields} } corrections { totalCount } } userErrors { code field } } }`;

let key = 0;
const confirm = async (input: object): Promise<Data> =>
  (await planner.data(confirming, { input: { idempotencyKey: `confirm-${key++}`, ...input } })).confirmUnitMatches;

async function matchesOf(planId: string, states: string[] | null = null): Promise<Data[]> {
  const { plan } = await planner.data(
    `query ($id: ID!, $states: [UnitMatchState!]) { plan(id: $id) { unitMatches(states: $states) { ${matchFields} } } }`,
    { id: planId, states },
  );
  return plan.unitMatches;
}

async function bodiesOf(planId: string): Promise<string[][]> {
  const { plan } = await planner.data(
    'query ($id: ID!) { plan(id: $id) { tasks { nodes { responsibilities { phrase unit { name } group { expression } } } } } }',
    { id: planId },
  );
  return plan.tasks.nodes.map(({ responsibilities }: Data) => responsibilities.map((one: Data) => one.unit?.name ?? one.group.expression));
}

const unitNamed = async (name: string): Promise<Data> =>
  (await planner.data('query ($name: String) { units(filterBy: { text: $name }) { nodes { id name aliases proposed } } }', { name })).units
    .nodes[0];

const rows = (...bodies: string[]) => bodies.map((names, at) => `${at + 1}\t主动公开\t公开第${at + 1}类信息。\t${names}\t2024年9月底`);

beforeAll(async () => {
  await importText(database, planText('501', rows('县公共资源交易中心、县教育局、县水务局、县审计局')), { publish: true });
});

describe('the names that a plan prints', () => {
  let planId: string;
  beforeAll(async () => {
    ({ planId } = await importText(
      database,
      planText('502', rows('县公共资原交易中心、教育局', '县公共资原交易中心、县粮油质监站、达川区人民政府', '县教育体育局，县粮油质监站')),
    ));
  });

  it('are listed with the units they were taken for, those that wait for a person first', async () => {
    const matches = await matchesOf(planId);
    expect(matches.map(({ name, state }) => [name, state])).toEqual([
      ['县公共资原交易中心', 'DOUBTFUL'],
      ['县教育体育局', 'PROPOSED'],
      ['县粮油质监站', 'PROPOSED'],
      ['达川区人民政府', 'TAKEN'],
      ['教育局', 'TAKEN'],
    ]);
    const [doubtful, proposed] = matches;
    expect(doubtful).toMatchObject({
      unit: { name: '县公共资源交易中心', proposed: true },
      reason: 'NEAR_SPELLING',
      confidence: expect.any(Number),
      candidates: [{ unit: { name: '县公共资源交易中心' }, reason: 'NEAR_SPELLING' }],
      proposed: false,
    });
    expect(proposed).toMatchObject({
      proposed: true,
      confidence: null,
      unit: { name: '县教育体育局', proposed: true },
      candidates: [{ unit: { name: '县教育局' }, reason: 'FUNCTION_LINE' }],
    });
  });

  it('are no aliases of a unit as long as it is doubtful that they mean it', async () => {
    const { planId: other } = await importText(database, planText('503', rows('县水利局')), { publish: true });
    expect(await matchesOf(other)).toMatchObject([{ name: '县水利局', state: 'PROPOSED', candidates: [{ unit: { name: '县水务局' } }] }]);
    const { planId: third } = await importText(database, planText('504', rows('县公共资源交意中心')), { publish: true });
    expect(await matchesOf(third)).toMatchObject([{ state: 'DOUBTFUL', unit: { name: '县公共资源交易中心' } }]);
    expect((await unitNamed('县公共资源交易中心')).aliases).not.toContain('县公共资源交意中心');
    await confirm({ planId: third, decisions: [{ name: '县公共资源交意中心' }] });
  });

  it('are given another unit throughout the plan; a proposed one that nothing uses goes', async () => {
    const [, proposed] = await matchesOf(planId);
    const education = await unitNamed('县教育局');
    const outcome = await confirm({ planId, decisions: [{ name: '县教育体育局', unitId: education.id }] });
    expect(outcome.userErrors).toEqual([]);
    expect(await bodiesOf(planId)).toEqual([
      ['县公共资源交易中心', '县教育局'],
      ['县公共资源交易中心', '县粮油质监站', '达川区人民政府'],
      ['县教育局', '县粮油质监站'],
    ]);
    expect(outcome.plan.unitMatches.find(({ name }: Data) => name === '县教育体育局')).toMatchObject({
      state: 'CONFIRMED',
      decidedBy: 'planner-1',
      confidence: null,
      unit: { id: education.id, proposed: false },
    });
    expect(await planner.data('query ($id: ID!) { node(id: $id) { id } }', { id: proposed.unit.id })).toEqual({ node: null });
  });

  it('fall together in a task that names the unit already', async () => {
    const { planId: twice } = await importText(database, planText('505', rows('县审计局、县内审指导中心')));
    const audit = await unitNamed('县审计局');
    await confirm({ planId: twice, decisions: [{ name: '县内审指导中心', unitId: audit.id }] });
    expect(await bodiesOf(twice)).toEqual([['县审计局']]);
  });

  it('are confirmed as they are, all at once, without a correction', async () => {
    const before = await matchesOf(planId, ['DOUBTFUL', 'PROPOSED']);
    expect(before).toHaveLength(2);
    const outcome = await confirm({ planId });
    expect(outcome.plan.unitMatches.filter(({ state }: Data) => state === 'DOUBTFUL' || state === 'PROPOSED')).toEqual([]);
    expect((await unitNamed('县粮油质监站')).proposed).toBe(false);
    expect(outcome.plan.corrections.totalCount).toBe(1);
  });

  it('are decided one task after another, too', async () => {
    const { planId: single } = await importText(database, planText('506', rows('县农机服务站')));
    const { plan } = await planner.data(
      'query ($id: ID!) { plan(id: $id) { tasks { nodes { id version responsibilities { id unit { id } } } } } }',
      {
        id: single,
      },
    );
    const [task] = plan.tasks.nodes;
    const audit = await unitNamed('县审计局');
    const { assignResponsibility } = await planner.data(
      'mutation ($input: AssignResponsibilityInput!) { assignResponsibility(input: $input) { userErrors { code } } }',
      {
        input: {
          idempotencyKey: 'one-by-one',
          taskId: task.id,
          version: task.version,
          responsibilityId: task.responsibilities[0].id,
          unitId: audit.id,
        },
      },
    );
    expect(assignResponsibility.userErrors).toEqual([]);
    expect(await matchesOf(single)).toMatchObject([{ name: '县农机服务站', state: 'CONFIRMED', unit: { name: '县审计局' } }]);
    expect(await unitNamed('县农机服务站')).toBeUndefined();
  });

  it('of a public plan are changed with a reason; a unit that the public has seen stays', async () => {
    const { planId: open } = await importText(database, planText('507', rows('县气象灾害中心')), { publish: true });
    const [{ unit }] = await matchesOf(open);
    expect(await everyone.data('query ($id: ID!) { unit(id: $id) { name proposed } }', { id: unit.id })).toEqual({
      unit: { name: '县气象灾害中心', proposed: true },
    });
    const audit = await unitNamed('县审计局');
    const decisions = [{ name: '县气象灾害中心', unitId: audit.id }];
    expect((await confirm({ planId: open, decisions })).userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    expect((await confirm({ planId: open, decisions, reason: '名称有误' })).userErrors).toEqual([]);
    expect(await everyone.data('query ($id: ID!) { unit(id: $id) { name } }', { id: unit.id })).toEqual({
      unit: { name: '县气象灾害中心' },
    });
  });

  it('are nobody else’s to decide, and no others than the plan prints', async () => {
    expect((await confirm({ planId, decisions: [{ name: '县某某局' }] })).userErrors).toMatchObject([{ code: 'NO_NAME' }]);
    for (const role of ['REPORTER', 'REVIEWER', 'AUDITOR'] as const)
      expect(await officeClient(database, role).code(confirming, { input: { idempotencyKey: 'x', planId } })).toBe('FORBIDDEN');
    expect(await everyone.code('{ plans { nodes { unitMatches { name } } } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

it('leaves the standing rules whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});
