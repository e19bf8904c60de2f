import { generate } from '../../src/app/generate/generate';
import type { Reader } from '../../src/platform/database';
import { useTestDatabase } from '../support/database';
import { answer, ask, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true, keepRows: true });

/** Tables that grow with the country: a hot question never reads one from end to end. */
const large = ['task', 'obligation', 'published_task', 'published_figure', 'responsibility', 'task_occurrence', 'task_topic'];

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

let planId: string;
let taskId: string;
let unitId: string;

beforeAll(async () => {
  await database.owner.transaction((manager) => generate(manager, { plans: 39, seed: 'query plans', progress: () => {} }));
  const { plans, units } = await answer(
    database.publicReader,
    `{ plans(filterBy: { regionCodes: ["510000"], years: [2020] }) { nodes { id tasks(first: 1) { nodes { id } } } }
       units(filterBy: { text: "省教育厅" }, first: 1) { nodes { id } } }`,
  );
  [planId, taskId, unitId] = [plans.nodes[0].id, plans.nodes[0].tasks.nodes[0].id, units.nodes[0].id];
}, 120_000);

/** What is asked again and again, of the whole country or of one record. */
const hot: readonly [name: string, query: string][] = [
  [
    'list of 50 with plan, region, category',
    'query ($plan: ID!) { tasks(filterBy: { planIds: [$plan] }, first: 50) { nodes { number text plan { title region { name } } category { title } } } }',
  ],
  [
    'one task with its plan and obligations with unit and region',
    'query ($task: ID!) { task(id: $task) { text plan { title } obligations(first: 100) { nodes { role status unit { name region { name } } } } } }',
  ],
  [
    'ten plans with ten tasks each with their units',
    '{ plans(filterBy: { regionCodes: ["510000"] }, first: 10) { nodes { title tasks(first: 10) { nodes { text units(first: 40) { nodes { name } } } } } } }',
  ],
  ['group-by over all tasks', '{ taskStatistics(groupBy: [YEAR]) { rows { keys { key } taskCount } } }'],
  [
    'figures of obligations by level and status',
    '{ obligationStatistics(groupBy: [LEVEL, STATUS]) { rows { keys { key } obligationCount } } }',
  ],
  ['total count with a page', '{ tasks(first: 20) { totalCount nodes { text } } }'],
  ['two-character Chinese search', '{ tasks(filterBy: { text: "督查" }, first: 20) { nodes { text } } }'],
  ['tasks of a unit', 'query ($unit: ID!) { unit(id: $unit) { tasks(first: 20) { nodes { text } } } }'],
  [
    'ledger of a unit',
    'query ($unit: ID!) { obligations(filterBy: { unitIds: [$unit] }, first: 20) { nodes { status dueOn task { text } } } }',
  ],
  ['due within a week', '{ deadlines(from: "2024-06-01", to: "2024-06-07") { nodes { dueOn task { text } } } }'],
  ['changed since', '{ tasks(filterBy: { updatedSince: "2030-01-01T00:00:00Z" }) { nodes { text } } }'],
];

/** Runs a question and gives the plan of each of its statements. */
async function plansOf(query: string): Promise<{ sql: string; root: PlanNode }[]> {
  const asked: [sql: string, params: readonly unknown[]][] = [];
  const recording: Reader = {
    audience: 'public',
    rows: <T>(sql: string, params: readonly unknown[] = []) => {
      asked.push([sql, params]);
      return database.publicReader.rows<T>(sql, params);
    },
  };
  expect((await ask(recording, query, { plan: planId, task: taskId, unit: unitId })).errors).toEqual([]);
  return Promise.all(
    asked.map(async ([sql, params]) => {
      const [row]: Data[] = await database.publicReader.rows(`explain (format json, costs off) ${sql}`, params);
      return { sql, root: (row['QUERY PLAN'] as [{ Plan: PlanNode }])[0].Plan };
    }),
  );
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Which tables are read, and by what. */
function accesses(root: PlanNode): string[] {
  const found = nodesOf(root).flatMap((node) => {
    const place = node['Relation Name'] ?? node['Index Name'];
    return place === undefined ? [] : [[node['Node Type'], place, node['Relation Name'] && node['Index Name']].filter(Boolean).join(' ')];
  });
  return [...new Set(found)].toSorted();
}

/** What is selected is left out: a further column changes nothing in how it is found. */
const outline = (sql: string) =>
  sql
    .replace(/\s+/gu, ' ')
    .replace(/select (?:(?! from ).)+ from /gu, 'select … from ')
    .trim();

test.each(hot)('%s reads no large table from end to end; how it reads is written down beside its statements', async (_name, query) => {
  const plans = await plansOf(query);
  const scans = plans.flatMap(({ root }) => nodesOf(root).filter((node) => node['Node Type'] === 'Seq Scan'));
  expect(scans.filter((scan) => large.includes(scan['Relation Name']!))).toEqual([]);
  expect(plans.map(({ sql, root }) => ({ sql: outline(sql), reads: accesses(root) }))).toMatchSnapshot();
});
