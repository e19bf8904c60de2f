import type { Database } from '../../src/platform/database';
import { readKey } from '../../src/platform/graphql';
import { importText } from './draft-plan';
import { officers } from './office';
import { answer, type Data } from './query';

const rowsOfPlan = [
  '1\t主动公开\t公开学校招生信息。\t县教育局（牵头）、县财政局\t2024年9月底',
  '2\t主动公开\t公开财政预算。\t县财政局、县教育局\t2024年6月30日',
  '3\t主动公开\t公布涉农补贴。\t各乡镇人民政府\t2024年10月31日',
  '4\t依申请公开\t规范办理依申请公开。\t县政府办公室\t长期坚持',
  '5\t政策解读\t每季度组织1次政策解读。\t县教育局\t每季度至少1次',
  '6\t重大行政决策\t公布意见采纳情况。\t县财政局\t征求意见结束后20个工作日内',
  '7\t财政信息\t公开预算执行率不低于90%。\t县财政局\t2024年12月底',
];

let plans = 0;

/** An obligation of the plan, as tests speak of it. */
export interface PlanObligation {
  id: string;
  key: number;
  unitKey: number;
  unit: string;
  task: number;
}

export interface LedgerPlan {
  id: string;
  key: number;
  obligations: PlanObligation[];
  /** The obligation of a unit on the task of that number. */
  of(task: number, unit: string): PlanObligation;
}

export interface LedgerPlanOptions {
  publish?: boolean;
  ledgerSince?: string | null;
  rows?: readonly string[];
}

/** A plan of 渠县, 2024, with duties of every kind, public and with an open ledger unless told otherwise. */
export async function aLedgerPlan(
  database: Database,
  { publish = true, ledgerSince = '2024-01-01', rows = rowsOfPlan }: LedgerPlanOptions = {},
): Promise<LedgerPlan> {
  plans += 1;
  const text = [
    '渠县2024年政务公开工作要点分工表',
    `渠府办发〔2024〕${plans}号`,
    '',
    '序号\t工作任务\t具体内容\t责任单位\t完成时限',
    ...rows,
    '',
  ].join('\n');
  const { planId } = await importText(database, text, { publish });
  const office = officers(() => database);
  if (ledgerSince !== null) await office.planner().run('generateObligations', { planId, ledgerSince }, 'createdCount');
  return readLedgerPlan(database, planId);
}

export async function readLedgerPlan(database: Database, id: string): Promise<LedgerPlan> {
  const key = readKey(id, 'Plan');
  const { obligations: page } = await answer(
    database.internalReader,
    'query ($ids: [ID!]) { obligations(first: 100, filterBy: { planIds: $ids }) { nodes { id task { number } unit { id name } } } }',
    { ids: [id] },
  );
  const obligations: PlanObligation[] = page.nodes.map((node: Data) => ({
    id: node.id,
    key: readKey(node.id, 'Obligation'),
    unitKey: readKey(node.unit.id, 'Unit'),
    unit: node.unit.name,
    task: node.task.number,
  }));
  const of = (task: number, unit: string): PlanObligation => {
    const found = obligations.find((each) => each.task === task && each.unit === unit);
    if (!found) throw new Error(`No obligation of ${unit} on task ${task}: ${JSON.stringify(obligations)}`);
    return found;
  };
  return { id, key, obligations, of };
}

/** Makes a day today, for this test's database alone. */
export async function setToday(database: Database, day: string): Promise<void> {
  await database.owner.query(
    `create or replace function shanghai_today() returns date language sql stable parallel safe return date '${day}'`,
  );
}

/** What a unit reports, with the least that must be said. */
export const aReport = (obligation: PlanObligation, over: Record<string, unknown> = {}) => ({
  obligationId: obligation.id,
  period: '2024',
  status: 'IN_PROGRESS',
  narrative: '已按要求推进。',
  ...over,
});

/** A unit reports, and what it reports becomes public at once by override. Gives the entry's id. */
export async function reportPublicly(database: Database, obligation: PlanObligation, over: Record<string, unknown> = {}): Promise<string> {
  const office = officers(() => database);
  const reporter = office.reporter(`reporter of ${obligation.unit}`, obligation.unitKey);
  const reported = await reporter.run('reportProgress', aReport(obligation, over), 'entry { id }');
  if (!reported.entry) throw new Error(JSON.stringify(reported));
  const published = await office.administrator().run('publishEntry', { entryId: reported.entry.id, reason: '测试' }, 'entry { isCurrent }');
  if (!published.entry) throw new Error(JSON.stringify(published));
  return reported.entry.id as string;
}
