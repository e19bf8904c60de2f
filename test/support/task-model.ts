import { globalId } from '../../src/platform/graphql';
import type { Reader } from '../../src/platform/database';

/** A unit that bears a task, as the table of pairs has it. */
export interface ModelPair {
  id: string;
  key: number;
  role: string;
  functionLine: string | null;
  responsibility: number;
}

export interface ModelTask {
  id: string;
  planId: string;
  number: number;
  /** The region that issues the plan, as clients name it, and those above it, the nation first. */
  region: string;
  regionsAbove: string[];
  level: string;
  year: number | null;
  text: string;
  updatedAt: number;
  /** The category and those above it. */
  categories: string[];
  category: string | null;
  topics: { code: string; parent: string | null }[];
  deadlineKind: string;
  dueOn: string | null;
  status: string;
  hasTarget: boolean;
  pairs: ModelPair[];
  responsibilities: { key: number; role: string }[];
}

export type ModelFilter = Partial<{
  text: string | null;
  updatedSince: string | null;
  planIds: string[] | null;
  regionCodes: string[] | null;
  withinRegion: string | null;
  levels: string[] | null;
  years: number[] | null;
  categoryIds: string[] | null;
  topicCodes: string[] | null;
  unitIds: string[] | null;
  functionLines: string[] | null;
  roles: string[] | null;
  deadlineKinds: string[] | null;
  dueFrom: string | null;
  dueTo: string | null;
  statuses: string[] | null;
  hasTarget: boolean | null;
}>;

const everything = `
  select t.id, t.plan_id, t.number, r.stable_id as region, r.level, p.year, t.text, extract(epoch from t.updated_at) * 1000 as updated_at,
    array(select x.stable_id from region x where r.path like x.path || '%' order by length(x.path)) as regions_above, t.category_id,
    t.deadline_kind, t.due_on::text, obligation_status(t.progress, t.open_due_on, t.ledger_since, shanghai_today()) as status, exists (select from target x where x.task_id = t.id) as has_target,
    (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'parent', above.code)), '[]') from task_topic k
      join topic o on o.id = k.topic_id left join topic above on above.id = o.parent_id where k.task_id = t.id) as topics,
    (select coalesce(jsonb_agg(jsonb_build_object('key', y.unit_id, 'role', y.role, 'functionLine', u.function_line, 'responsibility', y.responsibility_id)), '[]')
      from obligation y join unit u on u.id = y.unit_id where y.task_id = t.id and y.ended_on is null) as pairs,
    (select coalesce(jsonb_agg(jsonb_build_object('key', b.id, 'role', b.role)), '[]') from responsibility b where b.task_id = t.id) as responsibilities
  from task t join plan p on p.id = t.plan_id join region r on r.id = p.region_id where p.state = 'PUBLISHED' order by t.plan_id, t.number`;

/* Rows as the statement above gives them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = any;

/** Every published task in plain words, by which a test reckons for itself what an answer must be. */
export async function loadModel(reader: Reader): Promise<ModelTask[]> {
  const parents = new Map(
    (await reader.rows<Row>('select id, parent_id from category')).map((row) => [row.id as number, row.parent_id as number | null]),
  );
  return (await reader.rows<Row>(everything)).map((row) => ({
    id: globalId('Task', row.id),
    planId: globalId('Plan', row.plan_id),
    number: row.number,
    region: row.region,
    regionsAbove: row.regions_above,
    level: row.level,
    year: row.year,
    text: row.text,
    updatedAt: Number(row.updated_at),
    category: row.category_id === null ? null : globalId('Category', row.category_id),
    categories: ancestry(row.category_id, parents).map((key) => globalId('Category', key)),
    topics: row.topics,
    deadlineKind: row.deadline_kind,
    dueOn: row.due_on,
    status: row.status,
    hasTarget: row.has_target,
    pairs: row.pairs.map((pair: Row) => ({ ...pair, id: globalId('Unit', pair.key) })),
    responsibilities: row.responsibilities,
  }));
}

function ancestry(key: number | null, parents: ReadonlyMap<number, number | null>): number[] {
  return key === null ? [] : [key, ...ancestry(parents.get(key) ?? null, parents)];
}

const isAmong = <T>(value: T, list: readonly T[] | null | undefined): boolean => list == null || list.includes(value);
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a task is what a filter asks for. Only codes of regions are understood here, no other names of theirs. */
export function matches(task: ModelTask, filter: ModelFilter): boolean {
  const words = plain(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (
    words.every((word) => plain(task.text).includes(word)) &&
    (filter.updatedSince == null || task.updatedAt >= Date.parse(filter.updatedSince)) &&
    isAmong(task.planId, filter.planIds) &&
    isAmong(task.region, filter.regionCodes) &&
    (filter.withinRegion == null || task.regionsAbove.includes(filter.withinRegion)) &&
    isAmong(task.level, filter.levels) &&
    isAmong(task.year, filter.years) &&
    (filter.categoryIds == null || task.categories.some((category) => filter.categoryIds!.includes(category))) &&
    (filter.topicCodes == null ||
      task.topics.some(({ code, parent }) => filter.topicCodes!.some((wanted) => wanted === code || wanted === parent))) &&
    isAmong(task.deadlineKind, filter.deadlineKinds) &&
    (filter.dueFrom == null || (task.dueOn !== null && task.dueOn >= filter.dueFrom)) &&
    (filter.dueTo == null || (task.dueOn !== null && task.dueOn <= filter.dueTo)) &&
    isAmong(task.status, filter.statuses) &&
    (filter.hasTarget == null || task.hasTarget === filter.hasTarget) &&
    isBorneAsAsked(task, filter)
  );
}

function isBorneAsAsked(task: ModelTask, filter: ModelFilter): boolean {
  if (filter.unitIds != null || filter.functionLines != null) return pairsOf(task, filter).length > 0;
  return filter.roles == null || task.responsibilities.some(({ role }) => filter.roles!.includes(role));
}

/** The pairs of a task that a filter speaks of. */
export function pairsOf(task: ModelTask, filter: ModelFilter): ModelPair[] {
  return task.pairs.filter(
    (pair) =>
      isAmong(pair.id, filter.unitIds) &&
      isAmong(pair.functionLine, filter.functionLines as (string | null)[]) &&
      isAmong(pair.role, filter.roles),
  );
}
