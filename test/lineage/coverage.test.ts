import { globalId } from '../../src/platform/graphql';
import { withdrawPlan } from '../../src/plans';
import { loadRegions, readSeedRegions } from '../../src/regions';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { buildPlan, type BuiltPlan, type PlanToBuild } from '../support/plan-builder';
import { ask, type Data } from '../support/query';

const database = useTestDatabase({ keepRows: true });
const api = new ApiClient(() => database.publicReader);

const [sichuan, dazhou, guangyuan, tongchuan, dachuan] = ['510000', '511700', '510800', '511702', '511703'];

const query = `query ($id: ID!, $level: RegionLevel) { plan(id: $id) { coverage(level: $level) { level regionCount heldCount notHeldCount rate
  regions { region { stableId kind } plans { id } isHeld carriedCount sameCount droppedCount rate }
  tasks { task { number } carriedCount droppedCount notHeldCount rate regions(states: [SAME, ADAPTED, MERGED, SPLIT, DROPPED]) { state region { stableId } tasks { text } } } } } }`;

const build = (plan: PlanToBuild): Promise<BuiltPlan> => database.owner.transaction((manager) => buildPlan(manager, plan));
const coverage = async (plan: BuiltPlan, level: string | null = null): Promise<Data> =>
  (await api.data(query, { id: globalId('Plan', plan.id), level })).plan.coverage;

/** State by region, for each task. */
const states = ({ tasks }: Data): string[] =>
  tasks.map(({ task, regions }: Data) =>
    [task.number, ...regions.map(({ region, state }: Data) => `${region.stableId} ${state}`)].join(' '),
  );

const tasks = ['公开教育经费使用情况。', '公开医疗服务价格。', '公开森林防火信息；公开城市供水水质监测信息。'];

beforeAll(() => database.owner.transaction((manager) => loadRegions(manager, readSeedRegions())), 120_000);
beforeEach(() => database.owner.query('delete from plan'));

describe('what became of a plan below', () => {
  it('tells dropped from not held, region by region and task by task', async () => {
    const upper = await build({ region: dazhou, tasks });
    await build({ region: tongchuan, tasks: [tasks[0]!, '公开森林防火信息。', '公开城市供水水质监测信息。'] });
    await build({ region: dachuan, tasks: ['公开教育经费使用和管理情况。', tasks[1]!] });
    const found = await coverage(upper);
    expect(found).toMatchObject({ level: 'COUNTY', regionCount: 7, heldCount: 2, notHeldCount: 5, rate: 4 / 6 });
    expect(states(found)).toEqual(['1 511702 SAME 511703 ADAPTED', '2 511702 DROPPED 511703 SAME', '3 511702 SPLIT 511703 DROPPED']);
    expect(found.tasks[1]).toMatchObject({ carriedCount: 1, droppedCount: 1, notHeldCount: 5, rate: 0.5 });
    expect(found.tasks[2].regions[0].tasks.map(({ text }: Data) => text)).toEqual(['公开森林防火信息。', '公开城市供水水质监测信息。']);
    const row = (id: string) => found.regions.find(({ region }: Data) => region.stableId === id);
    expect(row(tongchuan)).toMatchObject({ isHeld: true, carriedCount: 2, sameCount: 1, droppedCount: 1, rate: 2 / 3 });
    expect(row('511781')).toEqual({
      region: { stableId: '511781', kind: 'DIVISION' },
      plans: [],
      isHeld: false,
      carriedCount: null,
      sameCount: null,
      droppedCount: null,
      rate: null,
    });
  });

  it('runs through several levels, by way of a plan between or past a level that has none', async () => {
    const top = await build({ region: sichuan, tasks });
    await build({ region: dazhou, tasks: [tasks[0]!, '公开医疗服务价格和目录。'] });
    await build({ region: tongchuan, tasks: ['公开教育经费使用和管理情况。', '公开医疗服务价格和目录。'] });
    await build({ region: '510802', tasks: [tasks[1]!] });
    const below = await coverage(top, 'COUNTY');
    expect(below).toMatchObject({ level: 'COUNTY', heldCount: 2 });
    expect(states(below)).toEqual(['1 510802 DROPPED 511702 ADAPTED', '2 510802 SAME 511702 ADAPTED', '3 510802 DROPPED 511702 DROPPED']);
    const direct = await coverage(top);
    expect(direct).toMatchObject({ level: 'PREFECTURE', regionCount: 21, heldCount: 1 });
    expect(states(direct)).toEqual(['1 511700 SAME', '2 511700 ADAPTED', '3 511700 DROPPED']);
  });

  it('counts a functional zone where it has a plan, and only then', async () => {
    const zones = await database.owner.query<{ stableId: string }[]>(
      `select r.stable_id as "stableId" from region r join region host on host.id = r.parent_id where r.kind = 'ZONE' and host.stable_id = $1 and r.level = 'COUNTY' limit 1`,
      [dazhou],
    );
    const upper = await build({ region: dazhou, tasks });
    expect((await coverage(upper)).regionCount).toBe(7);
    await build({ region: zones[0]!.stableId, tasks });
    expect(await coverage(upper)).toMatchObject({ regionCount: 8, heldCount: 1, rate: 1 });
  });

  it('knows nothing of drafts and withdrawn plans: not held, not dropped', async () => {
    const upper = await build({ region: dazhou, tasks });
    await build({ region: tongchuan, tasks: [tasks[0]!], publish: false });
    const gone = await build({ region: dachuan, tasks: [tasks[0]!] });
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, gone.id, { actor: 'test', reason: 'mistaken', isTitleWithheld: false }),
    );
    const found = await coverage(upper);
    expect(found).toMatchObject({ heldCount: 0, notHeldCount: 7, rate: null });
    expect(found.tasks.map(({ rate, notHeldCount }: Data) => [rate, notHeldCount])).toEqual(tasks.map(() => [null, 7]));
  });

  it('of a plan of another subject or year is no concern of it', async () => {
    const upper = await build({ region: guangyuan, tasks });
    await build({ region: '510802', year: 2023, tasks });
    await build({ region: '510811', title: '昭化区优化营商环境工作要点', tasks });
    expect(await coverage(upper)).toMatchObject({ heldCount: 0, rate: null });
  });

  it('is empty where there is nothing below, and at a level above', async () => {
    const upper = await build({ region: tongchuan, tasks });
    expect(await coverage(upper, 'PREFECTURE')).toEqual({
      level: null,
      regionCount: 0,
      heldCount: 0,
      notHeldCount: 0,
      rate: null,
      regions: [],
      tasks: [],
    });
  });

  it('takes as many statements for several plans as for one', async () => {
    for (const region of [dazhou, guangyuan, tongchuan]) await build({ region, tasks });
    const several = (first: number) =>
      `{ plans(first: ${first}) { nodes { coverage { rate regions { region { name } plans { title } } tasks { task { text } regions { region { name } tasks { text } } } } } } }`;
    const [one, three] = [await ask(database.publicReader, several(1)), await ask(database.publicReader, several(3))];
    expect([one.errors, three.errors]).toEqual([[], []]);
    expect(three.statements.length).toBeLessThanOrEqual(one.statements.length + 1);
    expect(three.statements.length).toBeLessThanOrEqual(8);
  });
});
