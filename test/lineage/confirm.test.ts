import { brokenRules } from '../../src/app/standing-rules';
import { globalId } from '../../src/platform/graphql';
import { publishPlan, runPlanSteps, withdrawPlan } from '../../src/plans';
import { loadRegions, readSeedRegions } from '../../src/regions';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { buildPlan, type BuiltPlan, type PlanToBuild } from '../support/plan-builder';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ keepRows: true });
const { planner, auditor, reporter } = officers(() => database);

const [sichuan, dazhou, tongchuan, guangyuan] = ['510000', '511700', '511702', '510800'];

const tasks = ['公开教育经费使用情况。', '公开医疗服务价格。', '公开森林防火信息。'];
const otherTasks = ['公开教育经费使用情况。', '公开医疗服务价格和目录。', '公开城市供水信息。', '公开殡葬服务收费。'];

let upper: BuiltPlan;
let lower: BuiltPlan;

const build = (plan: PlanToBuild): Promise<BuiltPlan> => database.owner.transaction((manager) => buildPlan(manager, plan));

beforeAll(() => database.owner.transaction((manager) => loadRegions(manager, readSeedRegions())), 120_000);
beforeEach(async () => {
  await database.owner.query('delete from plan');
  [upper, lower] = [await build({ region: dazhou, tasks }), await build({ region: tongchuan, tasks: otherTasks })];
});
afterEach(async () => expect(await brokenRules(database.owner)).toEqual([]));

const taskId = (plan: BuiltPlan, number: number): string => globalId('Task', plan.taskIds[number - 1]!);
const planId = (plan: BuiltPlan): string => globalId('Plan', plan.id);

async function rows(): Promise<Data[]> {
  const query = `query ($id: ID!) { plan(id: $id) { derivations { id relation similarity confirmed reason upstream { number } downstream { number } } } }`;
  return (await answer(database.publicReader, query, { id: planId(lower) })).plan.derivations;
}

const shown = async (): Promise<string[]> =>
  (await rows()).map(
    (row) => `${row.relation} ${row.upstream?.number ?? '-'} ${row.downstream?.number ?? '-'}${row.confirmed ? ' confirmed' : ''}`,
  );

async function rowId(relation: string, upstream: number | null, downstream: number | null): Promise<string> {
  const row = (await rows()).find(
    (each) =>
      each.relation === relation && (each.upstream?.number ?? null) === upstream && (each.downstream?.number ?? null) === downstream,
  );
  if (!row) throw new Error(`No ${relation} ${upstream} ${downstream} among ${(await shown()).join(', ')}`);
  return row.id;
}

const settle = (derivationId: string, decision: string, more: Record<string, unknown> = {}): Promise<Data> =>
  planner().run('confirmDerivation', { derivationId, decision, ...more }, 'derivation { id relation confirmed similarity reason }');

/** The alignment is made again, as after a correction of the lower plan. */
const realign = (text: string) =>
  database.owner.transaction(async (manager) => {
    await manager.query('update task set text = $2 where id = $1', [lower.taskIds[3], text]);
    await manager.query('select refresh_published_tasks($1)', [lower.id]);
    await runPlanSteps(manager, 'CHANGED', lower.id);
  });

const proposed = ['SAME 1 1', 'ADAPTED 2 2', 'NEW - 3', 'NEW - 4', 'DROPPED 3 -'];

describe('a row of an alignment', () => {
  it('is proposed, then confirmed by a person, and stays so', async () => {
    expect(await shown()).toEqual(proposed);
    const { derivation, userErrors } = await settle(await rowId('ADAPTED', 2, 2), 'CONFIRM');
    expect([derivation.confirmed, derivation.reason, userErrors]).toEqual([true, expect.stringContaining('目录'), []]);
    await realign('公开殡葬服务收费标准。');
    expect(await shown()).toContain('ADAPTED 2 2 confirmed');
  });

  it('that is confirmed follows the texts in what they tell, not in what belongs together', async () => {
    await settle(await rowId('SAME', 1, 1), 'CONFIRM');
    await settle(await rowId('ADAPTED', 2, 2), 'CONFIRM', { reason: '同为价格公示。' });
    await database.owner.transaction(async (manager) => {
      await manager.query('update task set text = $2 where id = $1', [lower.taskIds[0], '按月公开教育经费使用情况。']);
      await manager.query('update task set text = $2 where id = $1', [lower.taskIds[1], tasks[1]]);
      await manager.query('select refresh_published_tasks($1)', [lower.id]);
      await runPlanSteps(manager, 'CHANGED', lower.id);
    });
    const [first, second] = await rows();
    expect(first).toMatchObject({ relation: 'ADAPTED', confirmed: true, reason: expect.stringContaining('按月') });
    expect(second).toMatchObject({ relation: 'SAME', similarity: 1, confirmed: true, reason: '同为价格公示。' });
  });

  it('that is rejected is not proposed again', async () => {
    expect(await settle(await rowId('SAME', 1, 1), 'REJECT')).toEqual({ derivation: null, userErrors: [] });
    const after = ['NEW - 1', 'ADAPTED 2 2', 'NEW - 3', 'NEW - 4', 'DROPPED 1 -', 'DROPPED 3 -'];
    expect(await shown()).toEqual(after);
    await realign('公开殡葬服务收费标准。');
    expect(await shown()).toEqual(after);
  });

  it('is corrected by naming the counterpart that was not seen', async () => {
    const { derivation } = await settle(await rowId('NEW', null, 3), 'CORRECT', {
      upstreamTaskId: taskId(upper, 3),
      downstreamTaskId: taskId(lower, 3),
      reason: '均属公共安全信息。',
    });
    expect(derivation).toMatchObject({ relation: 'ADAPTED', confirmed: true, reason: '均属公共安全信息。' });
    expect(derivation.similarity).toBeGreaterThan(0);
    await realign('公开殡葬服务收费标准。');
    expect(await shown()).toEqual(['SAME 1 1', 'ADAPTED 2 2', 'ADAPTED 3 3 confirmed', 'NEW - 4']);
  });

  it('is corrected to another pair; the one that was wrong is not proposed again', async () => {
    await settle(await rowId('ADAPTED', 2, 2), 'CORRECT', { upstreamTaskId: taskId(upper, 2), downstreamTaskId: taskId(lower, 4) });
    expect(await shown()).toEqual(['SAME 1 1', 'NEW - 2', 'NEW - 3', 'ADAPTED 2 4 confirmed', 'DROPPED 3 -']);
  });

  it('joins a group: then the upper task is split, and the whole group is confirmed', async () => {
    await settle(await rowId('NEW', null, 4), 'CORRECT', { upstreamTaskId: taskId(upper, 2), downstreamTaskId: taskId(lower, 4) });
    expect(await shown()).toEqual(['SAME 1 1', 'SPLIT 2 2 confirmed', 'NEW - 3', 'SPLIT 2 4 confirmed', 'DROPPED 3 -']);
    await settle(await rowId('SPLIT', 2, 4), 'REJECT');
    expect(await shown()).toEqual(['SAME 1 1', 'ADAPTED 2 2 confirmed', 'NEW - 3', 'NEW - 4', 'DROPPED 3 -']);
  });

  it('merges upper tasks in the same way', async () => {
    await settle(await rowId('DROPPED', 3, null), 'CORRECT', { upstreamTaskId: taskId(upper, 3), downstreamTaskId: taskId(lower, 2) });
    expect(await shown()).toEqual(['SAME 1 1', 'MERGED 2 2 confirmed', 'MERGED 3 2 confirmed', 'NEW - 3', 'NEW - 4']);
  });

  it('may say that a task has no counterpart, and no source', async () => {
    await settle(await rowId('ADAPTED', 2, 2), 'CORRECT', { upstreamTaskId: taskId(upper, 2) });
    expect(await shown()).toEqual(['SAME 1 1', 'NEW - 2', 'NEW - 3', 'NEW - 4', 'DROPPED 2 - confirmed', 'DROPPED 3 -']);
    await settle(await rowId('NEW', null, 2), 'CONFIRM');
    await settle(await rowId('NEW', null, 2), 'CORRECT', { upstreamTaskId: taskId(upper, 2), downstreamTaskId: taskId(lower, 2) });
    expect(await shown()).toEqual(['SAME 1 1', 'ADAPTED 2 2 confirmed', 'NEW - 3', 'NEW - 4', 'DROPPED 3 -']);
  });

  it('is refused what would tie several to several, what is of other plans, and the rejection of nothing', async () => {
    const code = async (payload: Promise<Data>) => (await payload).userErrors[0].code;
    expect(
      await code(settle(await rowId('NEW', null, 3), 'CORRECT', { upstreamTaskId: taskId(upper, 1), downstreamTaskId: taskId(lower, 2) })),
    ).toBe('TANGLED');
    expect(
      await code(settle(await rowId('NEW', null, 3), 'CORRECT', { upstreamTaskId: taskId(lower, 1), downstreamTaskId: taskId(lower, 3) })),
    ).toBe('NOT_OF_PLAN');
    expect(await code(settle(await rowId('NEW', null, 3), 'REJECT'))).toBe('NOTHING_TO_REJECT');
    expect(await settle(await rowId('NEW', null, 3), 'CORRECT')).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await shown()).toEqual(proposed);
  });

  it('is settled by planners alone, once for each idempotency key, and told in the audit log', async () => {
    const derivationId = await rowId('ADAPTED', 2, 2);
    for (const other of [auditor(), reporter()])
      expect(await other.run('confirmDerivation', { derivationId, decision: 'CONFIRM' }, 'derivation { id }')).toEqual({
        error: 'FORBIDDEN',
      });
    const input = {
      idempotencyKey: 'settle-once',
      derivationId,
      decision: 'CORRECT',
      upstreamTaskId: taskId(upper, 3),
      downstreamTaskId: taskId(lower, 3),
    };
    const first = await planner().run('confirmDerivation', input, 'derivation { id }');
    expect(await planner().run('confirmDerivation', input, 'derivation { id }')).toEqual(first);
    const events = await database.owner.query<Data[]>(
      `select actor, payload from audit_event where action = 'derivation.confirm' and subject = $1`,
      [derivationId],
    );
    expect(events).toHaveLength(1);
    expect(events[0].payload.before.map(({ relation }: Data) => relation).sort()).toEqual(['ADAPTED', 'DROPPED', 'NEW']);
    expect(events[0].payload.after).toContainEqual(
      expect.objectContaining({ upstream: taskId(upper, 3), downstream: taskId(lower, 3), relation: 'ADAPTED', confirmed: true }),
    );
  });

  it('of a plan that is withdrawn is no longer there to be settled', async () => {
    const derivationId = await rowId('ADAPTED', 2, 2);
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, lower.id, { actor: 'test', reason: 'mistaken', isTitleWithheld: false }),
    );
    expect(await settle(derivationId, 'CONFIRM')).toEqual({ error: 'NOT_FOUND' });
  });

  it('that was settled is as it was when the plan is public again', async () => {
    await settle(await rowId('ADAPTED', 2, 2), 'CONFIRM');
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, lower.id, { actor: 'test', reason: 'mistaken', isTitleWithheld: false }),
    );
    await database.owner.transaction((manager) => publishPlan(manager, lower.id, 'test', 'a test'));
    expect(await shown()).toContain('ADAPTED 2 2 confirmed');
  });
});

describe('where a plan derives from', () => {
  const settlePlans = (from: BuiltPlan, decision: string, more: Record<string, unknown> = {}, of = lower): Promise<Data> =>
    planner().run(
      'confirmPlanDerivation',
      { upperPlanId: planId(from), lowerPlanId: planId(of), decision, ...more },
      'planDerivation { rule reason confirmed upstream { id } }',
    );
  const bases = async (): Promise<string[]> => {
    const query = 'query ($id: ID!) { plan(id: $id) { upstream { rule confirmed upstream { id } } } }';
    const { plan } = await answer(database.publicReader, query, { id: planId(lower) });
    return plan.upstream.map(
      (basis: Data) => `${basis.upstream.id === planId(upper) ? 'upper' : 'other'} ${basis.rule} ${basis.confirmed}`,
    );
  };

  it('is confirmed as proposed', async () => {
    expect(await bases()).toEqual(['upper ABOVE false']);
    const { planDerivation } = await settlePlans(upper, 'CONFIRM');
    expect(planDerivation).toMatchObject({ rule: 'ABOVE', confirmed: true, reason: expect.stringContaining('达州市') });
    expect(await bases()).toEqual(['upper ABOVE true']);
  });

  it('is rejected: then the next region above has its turn, and the rejected one is not proposed again', async () => {
    await build({ region: sichuan, tasks });
    await settlePlans(upper, 'REJECT', { reason: '另有依据。' });
    expect(await bases()).toEqual(['other ABOVE false']);
    await database.owner.transaction((manager) => runPlanSteps(manager, 'CHANGED', upper.id));
    expect(await bases()).toEqual(['other ABOVE false']);
  });

  it('is named by a person: then none is proposed by region, and the tasks are aligned', async () => {
    const other = await build({ region: guangyuan, tasks: ['公开城市供水信息。'] });
    const { planDerivation } = await settlePlans(other, 'CONFIRM', { reason: '两地协作。' });
    expect(planDerivation).toMatchObject({ rule: 'PERSON', confirmed: true, reason: '两地协作。' });
    expect(await bases()).toEqual(['other PERSON true']);
    expect(await shown()).toContain('SAME 1 3');
  });

  it('stays as settled, and what a person settled in the alignment keeps a proposal that is no longer made', async () => {
    await settle(await rowId('ADAPTED', 2, 2), 'CONFIRM');
    await database.owner.transaction(async (manager) => {
      await manager.query('update plan set year = 2023 where id = $1', [upper.id]);
      await runPlanSteps(manager, 'CHANGED', upper.id);
    });
    expect(await bases()).toEqual(['upper ABOVE false']);
  });

  it('is refused in a circle, of itself, and of a draft', async () => {
    const code = async (payload: Promise<Data>) => (await payload).userErrors[0].code;
    expect(await code(settlePlans(lower, 'CONFIRM', {}, upper))).toBe('CIRCLE');
    expect(await code(settlePlans(lower, 'CONFIRM'))).toBe('SAME_PLAN');
    expect(await code(settlePlans(await build({ region: sichuan, tasks, publish: false }), 'CONFIRM'))).toBe('PLAN_NOT_PUBLIC');
    expect(await settlePlans({ id: 1_999_999_999, taskIds: [] }, 'CONFIRM')).toEqual({ error: 'NOT_FOUND' });
  });
});
