/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument
   -- answers of three servers in three shapes, each brought to one */

/** Rows that requests are made with: enough different ones that nobody answers from a single warm page. */
export interface Samples {
  /** Keys and ids of plans with at least 50 tasks. */
  plans: { key: number; id: string }[];
  tasks: { key: number; id: string }[];
  regions: { key: number; code: string }[];
  /** Two-character words that stand in some tasks. */
  words: string[];
}

export interface Request {
  query: string;
  variables: Record<string, unknown>;
}

/** One question, asked of three servers in their own words. Their answers must be equal once shaped. */
export interface Case {
  name: string;
  /** Requests per second wanted, as a multiple of the peer's and of the limit's. */
  goal: { peer: number | null; limit: number | null };
  connections: number;
  variants(samples: Samples): number;
  ours(samples: Samples, index: number): Request;
  shapeOurs(data: any): unknown;
  peer(samples: Samples, index: number): Request;
  shapePeer(data: any): unknown;
  /** What the hand-written server is asked: the statement's name and its parameters. Its answer needs no shaping. */
  limit(samples: Samples, index: number): { name: string; parameters: unknown[] };
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

const list: Case = {
  name: 'list of 50 with plan, region, category',
  goal: { peer: 2.0, limit: 0.8 },
  connections: 16,
  variants: ({ plans }) => plans.length,
  ours: ({ plans }, index) => ({
    query: `query ($plans: [ID!]) { tasks(filterBy: { planIds: $plans }, first: 50, orderBy: { field: NUMBER, direction: ASC }) {
      nodes { number text plan { title region { name } } category { title } } } }`,
    variables: { plans: [plans[index]!.id] },
  }),
  shapeOurs: (data) => data.tasks.nodes,
  peer: ({ plans }, index) => ({
    query: `query ($plan: Int!) { allTasks(condition: { planId: $plan }, first: 50, orderBy: NUMBER_ASC) {
      nodes { number text planByPlanId { title regionByRegionId { name } } categoryByPlanIdAndCategoryId { title } } } }`,
    variables: { plan: plans[index]!.key },
  }),
  shapePeer: (data) =>
    data.allTasks.nodes.map((node: any) => ({
      number: node.number,
      text: node.text,
      plan: { title: node.planByPlanId.title, region: node.planByPlanId.regionByRegionId },
      category: node.categoryByPlanIdAndCategoryId,
    })),
  limit: ({ plans }, index) => ({ name: 'list', parameters: [plans[index]!.key] }),
};

const detail: Case = {
  name: 'one task with its plan and obligations with unit and region',
  goal: { peer: 3.0, limit: 0.55 },
  connections: 16,
  variants: ({ tasks }) => tasks.length,
  ours: ({ tasks }, index) => ({
    query: `query ($task: ID!) { task(id: $task) { text plan { title }
      obligations(first: 100) { nodes { role status unit { name region { name } } } } } }`,
    variables: { task: tasks[index]!.id },
  }),
  shapeOurs: (data) => detailOf(data.task.text, data.task.plan, data.task.obligations.nodes),
  peer: ({ tasks }, index) => ({
    query: `query ($task: Int!) { taskByRowId(rowId: $task) { text planByPlanId { title }
      obligationsByPlanIdAndTaskId(first: 100) { nodes { role ledgerSince unitByUnitId { name regionByRegionId { name } } } } } }`,
    variables: { task: tasks[index]!.key },
  }),
  shapePeer: ({ taskByRowId: task }) =>
    detailOf(
      task.text,
      task.planByPlanId,
      task.obligationsByPlanIdAndTaskId.nodes.map(({ role, ledgerSince, unitByUnitId: unit }: any) => ({
        role,
        // The synthetic country collects no reports, so that this much is needed to know how far each is.
        status: ledgerSince === null ? 'NOT_COLLECTED' : null,
        unit: { name: unit.name, region: unit.regionByRegionId },
      })),
    ),
  limit: ({ tasks }, index) => ({ name: 'detail', parameters: [tasks[index]!.key] }),
};

function detailOf(text: string, plan: { title: string }, obligations: any[]) {
  const key = ({ unit }: any) => `${unit.region.name}${unit.name}`;
  return { text, plan, obligations: obligations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

const tree: Case = {
  name: 'ten plans with ten tasks each with their units',
  goal: { peer: 2.2, limit: 0.75 },
  connections: 16,
  variants: ({ regions }) => regions.length,
  ours: ({ regions }, index) => ({
    query: `query ($region: String!) { plans(filterBy: { regionCodes: [$region] }, first: 10, orderBy: { field: YEAR, direction: ASC }) {
      nodes { title tasks(first: 10) { nodes { text units(first: 40) { nodes { name } } } } } } }`,
    variables: { region: regions[index]!.code },
  }),
  shapeOurs: (data) =>
    data.plans.nodes.map((plan: any) => ({
      title: plan.title,
      tasks: plan.tasks.nodes.map((task: any) => ({ text: task.text, units: task.units.nodes.toSorted(byName) })),
    })),
  peer: ({ regions }, index) => ({
    query: `query ($region: Int!) { allPlans(condition: { regionId: $region }, first: 10, orderBy: [YEAR_ASC, PRIMARY_KEY_ASC]) {
      nodes { title tasksByPlanId(first: 10, orderBy: NUMBER_ASC) { nodes { text
        obligationsByPlanIdAndTaskId(first: 40) { nodes { unitByUnitId { name } } } } } } } }`,
    variables: { region: regions[index]!.key },
  }),
  shapePeer: (data) =>
    data.allPlans.nodes.map((plan: any) => ({
      title: plan.title,
      tasks: plan.tasksByPlanId.nodes.map((task: any) => ({
        text: task.text,
        units: task.obligationsByPlanIdAndTaskId.nodes.map(({ unitByUnitId }: any) => unitByUnitId).toSorted(byName),
      })),
    })),
  limit: ({ regions }, index) => ({ name: 'tree', parameters: [regions[index]!.key] }),
};

const groupBy: Case = {
  name: 'group-by over all tasks',
  goal: { peer: 50, limit: null },
  connections: 16,
  variants: () => 1,
  ours: () => ({ query: '{ taskStatistics(groupBy: [YEAR]) { rows { keys { key } taskCount } } }', variables: {} }),
  shapeOurs: (data) => data.taskStatistics.rows.map((row: any) => ({ year: row.keys[0].key, tasks: row.taskCount })),
  peer: () => ({ query: '{ allPublishedTasks { groupedAggregates(groupBy: [YEAR]) { keys distinctCount { taskId } } } }', variables: {} }),
  shapePeer: (data) =>
    data.allPublishedTasks.groupedAggregates.map((row: any) => ({ year: row.keys[0], tasks: Number(row.distinctCount.taskId) })),
  limit: () => ({ name: 'groupBy', parameters: [] }),
};

const counted: Case = {
  name: 'total count with a page',
  goal: { peer: 5, limit: null },
  connections: 16,
  variants: () => 1,
  ours: () => ({ query: '{ tasks(first: 20) { totalCount nodes { text } } }', variables: {} }),
  shapeOurs: (data) => ({ total: data.tasks.totalCount, rows: data.tasks.nodes.length }),
  peer: () => ({ query: '{ allTasks(first: 20) { totalCount nodes { text } } }', variables: {} }),
  shapePeer: (data) => ({ total: data.allTasks.totalCount, rows: data.allTasks.nodes.length }),
  limit: () => ({ name: 'counted', parameters: [] }),
};

const search = (connections: number): Case => ({
  name: `two-character Chinese search, ${connections} connection${connections > 1 ? 's' : ''}`,
  goal: { peer: 1.2, limit: null },
  connections,
  variants: ({ words }) => words.length,
  ours: ({ words }, index) => ({
    query: 'query ($text: String!) { tasks(filterBy: { text: $text }, first: 20) { nodes { text } } }',
    variables: { text: words[index]! },
  }),
  shapeOurs: (data) => data.tasks.nodes.length,
  peer: ({ words }, index) => ({
    query: 'query ($text: String!) { allTasks(filter: { searchText: { includes: $text } }, first: 20) { nodes { text } } }',
    variables: { text: words[index]! },
  }),
  shapePeer: (data) => data.allTasks.nodes.length,
  limit: ({ words }, index) => ({ name: 'search', parameters: [words[index]!] }),
});

/** What HTTP and GraphQL cost by themselves: no question can be answered faster. */
const nothing: Case = {
  name: 'nothing at all: { __typename }',
  goal: { peer: null, limit: null },
  connections: 16,
  variants: () => 1,
  ours: () => ({ query: '{ __typename }', variables: {} }),
  shapeOurs: (data) => data,
  peer: () => ({ query: '{ __typename }', variables: {} }),
  shapePeer: (data) => data,
  limit: () => ({ name: 'nothing', parameters: [] }),
};

/** In the order of the table. The last is asked again and again of a service that may keep its answers. */
export const cases: readonly Case[] = [nothing, list, detail, tree, groupBy, counted, search(1), search(16)];
export const repeated: Case = { ...tree, name: 'a repeated public query', goal: { peer: 10, limit: null }, variants: () => 1 };
