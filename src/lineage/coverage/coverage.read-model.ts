import { hydrate, loaderIn, type RequestContext } from '../../platform/graphql';
import type { Reader } from '../../platform/database';
import type { RegionLevel } from '../../regions';
import { PlanCoverage, RegionCoverage, TaskCoverage, TaskRegionCoverage, type CoverageState, type CoveredTask } from './plan-coverage';

interface RegionRow {
  rootId: number;
  level: RegionLevel;
  regionId: number;
  planIds: number[];
}

interface PairRow {
  rootId: number;
  taskId: number;
  /** Null for the row that only says that the task is there. */
  regionId: number | null;
  rank: number;
  lowerTaskIds: number[];
}

/** No lineage runs through more plans than there are levels, functional zones included. */
const MOST_STEPS = 6;

const askedPlans = `asked as (
  select p.id as root, home.path, coalesce($2, (select c.level from region c where c.parent_id = home.id and c.kind = 'DIVISION' order by c.level_rank limit 1)) as level
  from plan p join region home on home.id = p.region_id where p.id = any($1))`;

/** Regions at the asked level below each plan, with their plans that derive from it. Zones count only where they have one. */
const regionStatement = `with recursive ${askedPlans}, lineage as (
    select root, root as id, 0 as step from asked
    union select l.root, d.lower_plan_id, l.step + 1 from lineage l join plan_derivation d on d.upper_plan_id = l.id and d.published where l.step < ${MOST_STEPS}),
  held as (select distinct l.root, p.region_id, p.id from lineage l join plan p on p.id = l.id where l.step > 0)
  select a.root as "rootId", a.level, r.id as "regionId", array_remove(array_agg(h.id order by h.id), null) as "planIds"
  from asked a join region r on r.path like a.path || '_%' and r.level = a.level
    left join held h on h.root = a.root and h.region_id = r.id
  where r.kind = 'DIVISION' or h.id is not null
  group by a.root, a.level, r.id, r.stable_id order by a.root, r.stable_id`;

const ranks: readonly CoverageState[] = ['SAME', 'ADAPTED', 'MERGED', 'SPLIT'];

/** Where each task comes to, however many steps down. The relation of several steps is that of the least faithful one. */
const pairStatement = `with recursive ${askedPlans}, carried as (
    select a.root, t.id as task, t.id as lower_task, a.root as lower_plan, 0 as rank, 0 as step from asked a join task t on t.plan_id = a.root and t.ended_on is null
    union select c.root, c.task, x.lower_task_id, x.lower_plan_id, greatest(c.rank, array_position(array['SAME', 'ADAPTED', 'MERGED', 'SPLIT'], x.relation) - 1), c.step + 1
    from carried c join derivation x on x.upper_task_id = c.lower_task and x.lower_task_id is not null
      join plan_derivation d on d.id = x.plan_derivation_id and d.published where c.step < ${MOST_STEPS})
  select c.root as "rootId", c.task as "taskId", r.id as "regionId", min(c.rank) as rank,
    coalesce(array_agg(distinct c.lower_task) filter (where r.id is not null), '{}') as "lowerTaskIds"
  from carried c join asked a on a.root = c.root join task t on t.id = c.task
    left join (plan p join region r on r.id = p.region_id) on p.id = c.lower_plan and c.step > 0 and r.level = a.level
  where c.step = 0 or r.id is not null
  group by c.root, c.task, t.number, r.id order by c.root, t.number`;

/** What became of a plan at a level below it, by default that of the regions directly below. */
export function coverageOf(context: RequestContext, planKey: number, level: RegionLevel | null): Promise<PlanCoverage> {
  const loader = loaderIn<number, PlanCoverage>(context, `coverage ${level}`, (keys) => readCoverages(context.reader, keys, level));
  return loader.load(planKey);
}

async function readCoverages(reader: Reader, planKeys: readonly number[], level: RegionLevel | null): Promise<PlanCoverage[]> {
  const regions = await reader.rows<RegionRow>(regionStatement, [planKeys, level]);
  const pairs = await reader.rows<PairRow>(pairStatement, [planKeys, level]);
  return planKeys.map((key) =>
    toCoverage(
      regions.filter(({ rootId }) => rootId === key),
      pairs.filter(({ rootId }) => rootId === key),
    ),
  );
}

function toCoverage(regions: readonly RegionRow[], pairs: readonly PairRow[]): PlanCoverage {
  const found = new Map(pairs.map((pair) => [`${pair.taskId} ${pair.regionId}`, pair]));
  const taskIds = [...new Set(pairs.map(({ taskId }) => taskId))];
  const cells = taskIds.map((taskId) =>
    regions.map(({ regionId, planIds }): CoveredTask => {
      const pair = found.get(`${taskId} ${regionId}`);
      const state = pair ? ranks[pair.rank]! : planIds.length > 0 ? 'DROPPED' : 'NOT_HELD';
      return { taskId, regionId, state, lowerTaskIds: pair?.lowerTaskIds ?? [] };
    }),
  );
  const heldCount = regions.filter(({ planIds }) => planIds.length > 0).length;
  const carried = cells.flat().filter(isCarried).length;
  return hydrate(PlanCoverage, {
    level: regions[0]?.level ?? null,
    regionCount: regions.length,
    heldCount,
    notHeldCount: regions.length - heldCount,
    rate: ratio(carried, taskIds.length * heldCount),
    tasks: cells.flatMap((row) => taskCoverage(row)),
    regions: regions.map((region, at) =>
      regionCoverage(
        region,
        cells.map((row) => row[at]!),
      ),
    ),
  });
}

const isCarried = ({ state }: CoveredTask): boolean => state !== 'DROPPED' && state !== 'NOT_HELD';
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function taskCoverage(cells: readonly CoveredTask[]): TaskCoverage[] {
  const [first] = cells;
  if (!first) return [];
  const carriedCount = cells.filter(isCarried).length;
  const droppedCount = cells.filter(({ state }) => state === 'DROPPED').length;
  return [
    hydrate(TaskCoverage, {
      taskId: first.taskId,
      carriedCount,
      droppedCount,
      notHeldCount: cells.length - carriedCount - droppedCount,
      rate: ratio(carriedCount, carriedCount + droppedCount),
      cells: cells.map(({ regionId, state, lowerTaskIds }) => hydrate(TaskRegionCoverage, { regionId, state, lowerTaskIds })),
    }),
  ];
}

function regionCoverage({ regionId, planIds }: RegionRow, cells: readonly CoveredTask[]): RegionCoverage {
  const isHeld = planIds.length > 0;
  const carried = cells.filter(isCarried);
  return hydrate(RegionCoverage, {
    regionId,
    planIds,
    isHeld,
    carriedCount: isHeld ? carried.length : null,
    sameCount: isHeld ? carried.filter(({ state }) => state === 'SAME').length : null,
    droppedCount: isHeld ? cells.length - carried.length : null,
    rate: isHeld ? ratio(carried.length, cells.length) : null,
  });
}
