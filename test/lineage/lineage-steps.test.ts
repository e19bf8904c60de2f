import { globalId } from '../../src/platform/graphql';
import { publishPlan, runPlanSteps, withdrawPlan } from '../../src/plans';
import { editTask } from '../../src/plans/edit/edit-task.commands';
import { loadRegions, readSeedRegions } from '../../src/regions';
import { brokenRules } from '../../src/app/standing-rules';
import { useTestDatabase } from '../support/database';
import { buildPlan, type BuiltPlan, type PlanToBuild } from '../support/plan-builder';

const database = useTestDatabase({ keepRows: true });

const sichuan = '510000';
const dazhou = '511700';
const tongchuan = '511702';
const guangyuan = '510800';

beforeAll(() => database.owner.transaction((manager) => loadRegions(manager, readSeedRegions())), 120_000);
beforeEach(() => database.owner.query('delete from plan'));
afterEach(async () => expect(await brokenRules(database.owner)).toEqual([]));

const build = (plan: PlanToBuild): Promise<BuiltPlan> => database.owner.transaction((manager) => buildPlan(manager, plan));

const tasks = ['公开教育经费使用情况。', '公开医疗服务价格。', '公开森林防火信息。'];

/** Which plan derives from which, as the public sees it. */
async function bases(): Promise<string[]> {
  const rows = await database.publicReader.rows<{ upper: number; lower: number; rule: string }>(
    'select upper_plan_id as upper, lower_plan_id as lower, rule from plan_derivation order by 1, 2',
  );
  return rows.map(({ upper, lower, rule }) => `${lower} from ${upper} ${rule}`);
}

interface StoredRow {
  id: number;
  relation: string;
  upper: number | null;
  lower: number | null;
  similarity: number | null;
  reason: string;
}

const rows = (): Promise<StoredRow[]> =>
  database.publicReader.rows(
    `select d.id, relation, u.number as upper, l.number as lower, similarity, reason from derivation d
     left join task u on u.id = d.upper_task_id left join task l on l.id = d.lower_task_id order by d.upper_plan_id, u.number, l.number`,
  );
const relations = async () => (await rows()).map(({ relation, upper, lower }) => `${relation} ${upper ?? '-'} ${lower ?? '-'}`);

describe('where a plan derives from', () => {
  it('is what it cites by number, wherever that stands', async () => {
    const other = await build({ region: guangyuan, documentNumber: '广府办函〔2024〕1号', tasks });
    await build({ region: dazhou, tasks });
    const lower = await build({ region: tongchuan, basis: ['广府办函〔2024〕1号', '国办发〔2024〕8号'], tasks });
    expect(await bases()).toEqual([`${lower.id} from ${other.id} CITED`]);
  });

  it('may be several plans', async () => {
    const [province, city] = [
      await build({ region: sichuan, documentNumber: '川办发〔2024〕1号', tasks }),
      await build({ region: dazhou, documentNumber: '达市府办发〔2024〕1号', tasks }),
    ];
    const lower = await build({ region: tongchuan, basis: ['川办发〔2024〕1号', '达市府办发〔2024〕1号'], tasks });
    expect(await bases()).toEqual(
      [`${city.id} from ${province.id} ABOVE`, `${lower.id} from ${province.id} CITED`, `${lower.id} from ${city.id} CITED`].sort(
        (a, b) => Number(/from (\d+)/.exec(a)![1]) - Number(/from (\d+)/.exec(b)![1]),
      ),
    );
  });

  it('is else the plan of the nearest region above, of its year and subject', async () => {
    await build({ region: dazhou, year: 2023, tasks });
    await build({ region: dazhou, title: '达州市优化营商环境工作任务清单', tasks });
    const province = await build({ region: sichuan, tasks });
    const lower = await build({ region: tongchuan, title: '通川区2024年政务公开工作要点分工表', tasks });
    expect(await bases()).toEqual([`${lower.id} from ${province.id} ABOVE`]);
  });

  it('is found as well when the upper plan comes after the lower one, and the nearer one takes the place of the farther', async () => {
    const lower = await build({ region: tongchuan, tasks });
    expect(await bases()).toEqual([]);
    const province = await build({ region: sichuan, tasks });
    expect(await bases()).toEqual([`${lower.id} from ${province.id} ABOVE`]);
    const city = await build({ region: dazhou, tasks });
    expect(await bases()).toEqual([`${city.id} from ${province.id} ABOVE`, `${lower.id} from ${city.id} ABOVE`]);
  });

  it('is the farther one again when the nearer one is withdrawn', async () => {
    const [province, city, lower] = [
      await build({ region: sichuan, tasks }),
      await build({ region: dazhou, tasks }),
      await build({ region: tongchuan, tasks }),
    ];
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, city.id, { actor: 'test', reason: 'mistaken', isTitleWithheld: false }),
    );
    expect(await bases()).toEqual([`${lower.id} from ${province.id} ABOVE`]);
    expect(await relations()).toEqual(['SAME 1 1', 'SAME 2 2', 'SAME 3 3']);
  });

  it('is nothing without a year, and nothing that was issued later', async () => {
    await build({ region: dazhou, year: null, tasks });
    await build({ region: tongchuan, year: null, tasks });
    await build({ region: guangyuan, documentNumber: '广府办函〔2025〕1号', issuedOn: '2025-01-02', tasks });
    await build({ region: guangyuan, basis: ['广府办函〔2025〕1号'], issuedOn: '2024-01-02', tasks });
    expect(await bases()).toEqual([]);
  });

  it('is not told while one of the two is a draft', async () => {
    await build({ region: dazhou, tasks, publish: false });
    await build({ region: tongchuan, tasks });
    expect(await bases()).toEqual([]);
  });
});

describe('a correction of a public plan', () => {
  it('of its year takes it out of the lineage, and back into it', async () => {
    const upper = await build({ region: dazhou, tasks });
    const lower = await build({ region: tongchuan, tasks });
    const correct = (id: number, year: number) =>
      database.owner.transaction(async (manager) => {
        await manager.query('update plan set year = $2 where id = $1', [id, year]);
        await runPlanSteps(manager, 'CHANGED', id);
      });
    await correct(upper.id, 2023);
    expect(await bases()).toEqual([]);
    await correct(lower.id, 2023);
    expect(await bases()).toEqual([`${lower.id} from ${upper.id} ABOVE`]);
  });

  it("and the publication of another plan above or below it do not stand in each other's way", async () => {
    const lower = await build({ region: tongchuan, tasks });
    for (let round = 1; round <= 5; round += 1) {
      const draft = await build({ region: round % 2 ? dazhou : sichuan, tasks, publish: false });
      const task = await database.owner.query<[{ version: number }]>('select version from task where id = $1', [lower.taskIds[0]]);
      await Promise.all([
        database.owner.transaction((manager) => publishPlan(manager, draft.id, 'test', 'a test')),
        database.owner.transaction((manager) =>
          editTask(
            manager,
            {
              idempotencyKey: 'x',
              taskId: globalId('Task', lower.taskIds[0]!),
              version: task[0].version,
              text: `公开教育经费第${round}次。`,
              reason: 'misread',
            },
            'test',
          ),
        ),
      ]);
    }
    expect(await relations()).toContain('ADAPTED 1 1');
  });
});

describe('the stored alignment', () => {
  it('tells of every task of both plans, and why', async () => {
    await build({ region: dazhou, tasks });
    await build({ region: tongchuan, tasks: ['公开城市供水信息。', '公开医疗服务价格和目录。', tasks[0]!] });
    expect(await relations()).toEqual(['SAME 1 3', 'ADAPTED 2 2', 'DROPPED 3 -', 'NEW - 1']);
    const [same, adapted, dropped] = await rows();
    expect([same!.similarity, dropped!.similarity]).toEqual([1, null]);
    expect(adapted!.similarity).toBeGreaterThan(0.5);
    expect(adapted!.reason).toContain('目录');
  });

  it('follows a change of a text; rows that stay keep their ids', async () => {
    await build({ region: dazhou, tasks });
    const lower = await build({ region: tongchuan, tasks });
    const before = await rows();
    await database.owner.transaction(async (manager) => {
      await manager.query('update task set text = $2 where id = $1', [lower.taskIds[2], '公开森林草原防火信息。']);
      await manager.query('select refresh_published_tasks($1)', [lower.id]);
      await runPlanSteps(manager, 'CHANGED', lower.id);
    });
    const after = await rows();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ relation }) => relation)).toEqual(['SAME', 'SAME', 'ADAPTED']);
    expect(after[2]!.reason).toContain('草原');
  });

  it('goes with a task that is taken out, whose counterpart is then without one', async () => {
    await build({ region: dazhou, tasks });
    const lower = await build({ region: tongchuan, tasks });
    await database.owner.transaction(async (manager) => {
      await manager.query('delete from task where id = $1', [lower.taskIds[2]]);
      await runPlanSteps(manager, 'CHANGED', lower.id);
    });
    expect(await relations()).toEqual(['SAME 1 1', 'SAME 2 2', 'DROPPED 3 -']);
  });

  it('is seen by nobody outside while one of the plans is withdrawn', async () => {
    const upper = await build({ region: dazhou, documentNumber: '达市府办发〔2024〕1号', tasks });
    await build({ region: tongchuan, basis: ['达市府办发〔2024〕1号'], tasks });
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, upper.id, { actor: 'test', reason: 'mistaken', isTitleWithheld: false }),
    );
    expect([await bases(), await rows()]).toEqual([[], []]);
  });

  it('is there for both of two plans that are published at the same time', async () => {
    const [upper, lower] = [
      await build({ region: dazhou, tasks, publish: false }),
      await build({ region: tongchuan, tasks, publish: false }),
    ];
    await Promise.all([upper, lower].map(({ id }) => database.owner.transaction((manager) => publishPlan(manager, id, 'test', 'a test'))));
    expect(await bases()).toEqual([`${lower.id} from ${upper.id} ABOVE`]);
    expect(await relations()).toEqual(['SAME 1 1', 'SAME 2 2', 'SAME 3 3']);
  });
});
