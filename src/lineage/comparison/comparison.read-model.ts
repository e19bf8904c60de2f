import { hydrate, type RequestContext } from '../../platform/graphql';
import type { ComparedFactName, RelationCounts as Counts } from './plan-comparison';
import { ComparedFact, RelationCounts, type ComparisonRow, type PlanComparison } from './plan-comparison';

type FactRow = { id: number } & Record<ComparedFactName, string | null>;

const facts = `select p.id, r.name as "REGION", p.year::text as "YEAR", p.issued_on::text as "ISSUED_ON", p.document_number as "DOCUMENT_NUMBER",
    p.issuer_text as "ISSUER", (select count(*) from task t where t.plan_id = p.id and t.ended_on is null)::text as "TASKS",
    (select count(*) from task t where t.plan_id = p.id and t.ended_on is null and t.due_on is not null)::text as "DATED_TASKS",
    (select count(*) from target x where x.plan_id = p.id)::text as "TARGETS",
    (select count(*) from category c where c.plan_id = p.id and c.parent_id is null)::text as "CATEGORIES",
    (select count(distinct b.unit_id) from responsibility b where b.plan_id = p.id)::text as "UNITS"
  from plan p join region r on r.id = p.region_id where p.id = any($1)`;

export async function comparedFacts(context: RequestContext, { left, right }: PlanComparison): Promise<ComparedFact[]> {
  const rows = await context.reader.rows<FactRow>(facts, [[left.id, right.id]]);
  const [ofLeft, ofRight] = [left, right].map(({ id }) => rows.find((row) => row.id === id)!) as [FactRow, FactRow];
  const names = Object.keys(ofLeft).filter((name): name is ComparedFactName => name !== 'id');
  return names.map((name) => hydrate(ComparedFact, { name, left: ofLeft[name], right: ofRight[name] }));
}

/** Tasks are counted once, however many rows they stand in. */
export function countRelations(rows: readonly ComparisonRow[]): RelationCounts {
  const tasks = (side: 'leftId' | 'rightId', relation: string) =>
    new Set(rows.flatMap((row) => (row.relation === relation ? (row[side] ?? []) : []))).size;
  const leftTasks = new Set(rows.flatMap(({ leftId }) => leftId ?? [])).size;
  const leftOnly = tasks('leftId', 'DROPPED');
  const counts: Counts = {
    same: tasks('leftId', 'SAME'),
    adapted: tasks('leftId', 'ADAPTED'),
    leftSplit: tasks('leftId', 'SPLIT'),
    rightSplit: tasks('rightId', 'SPLIT'),
    leftMerged: tasks('leftId', 'MERGED'),
    rightMerged: tasks('rightId', 'MERGED'),
    leftOnly,
    rightOnly: tasks('rightId', 'NEW'),
    leftMatchedRate: leftTasks === 0 ? null : (leftTasks - leftOnly) / leftTasks,
  };
  return hydrate(RelationCounts, counts);
}
