import { createServer } from 'node:http';
import { Pool } from 'pg';

/** The limit: what hand-written SQL gives without GraphQL, one prepared statement per question where one is enough. */
const statements: Readonly<Record<string, (pool: Pool, parameters: unknown[]) => Promise<unknown>>> = {
  nothing: async () => ({ __typename: 'Query' }),
  list: async (pool, parameters) =>
    (
      await rows(
        pool,
        'list',
        `select t.number, t.text, p.title, r.name as region, c.title as category
         from task t join plan p on p.id = t.plan_id join region r on r.id = p.region_id left join category c on c.id = t.category_id
         where t.plan_id = $1 order by t.number limit 50`,
        parameters,
      )
    ).map(({ number, text, title, region, category }) => ({
      number,
      text,
      plan: { title, region: { name: region } },
      category: { title: category },
    })),
  detail: async (pool, parameters) => {
    const found = await rows(
      pool,
      'detail',
      `select t.text, p.title, o.role, obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) as status, u.name, r.name as region
       from task t join plan p on p.id = t.plan_id
       left join obligation o on o.task_id = t.id and o.ended_on is null left join unit u on u.id = o.unit_id left join region r on r.id = u.region_id
       where t.id = $1`,
      parameters,
    );
    const obligations = found.map(({ role, status, name, region }) => ({ role, status, unit: { name, region: { name: region } } }));
    const key = ({ unit }: (typeof obligations)[number]) => `${String(unit.region.name)}${String(unit.name)}`;
    return {
      text: found[0]!['text'],
      plan: { title: found[0]!['title'] },
      obligations: obligations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    };
  },
  tree: async (pool, parameters) => {
    const found = await rows(
      pool,
      'tree',
      `select p.id as plan, p.title, t.id as task, t.text, u.name
       from (select id, title, year from plan where region_id = $1 order by year, id limit 10) p
       cross join lateral (select id, text, number from task where plan_id = p.id order by number limit 10) t
       left join obligation o on o.task_id = t.id and o.ended_on is null left join unit u on u.id = o.unit_id
       order by p.year, p.id, t.number, u.name collate "C"`,
      parameters,
    );
    return treeOf(found);
  },
  groupBy: (pool) =>
    rows(pool, 'groupBy', 'select year::text, count(*)::int as tasks from published_task group by year order by published_task.year', []),
  counted: async (pool) => ({
    total: (await rows(pool, 'count', 'select count(*)::int as total from published_task', []))[0]!['total'],
    rows: (await rows(pool, 'page', 'select text from task order by id limit 20', [])).length,
  }),
  search: async (pool, parameters) =>
    (
      await rows(
        pool,
        'search',
        'select t.text from published_task f join task t on t.id = f.task_id where bigrams(f.search_text) @> bigrams($1) order by f.task_id limit 20',
        parameters,
      )
    ).length,
};

type Row = Record<string, unknown>;

async function rows(pool: Pool, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values })).rows;
}

function treeOf(found: readonly Row[]) {
  const plans: { title: unknown; tasks: { text: unknown; units: { name: unknown }[] }[] }[] = [];
  let [lastPlan, lastTask]: unknown[] = [];
  for (const { plan, title, task, text, name } of found) {
    if (plan !== lastPlan) plans.push({ title, tasks: [] });
    if (task !== lastTask) plans.at(-1)!.tasks.push({ text, units: [] });
    [lastPlan, lastTask] = [plan, task];
    if (name !== null) plans.at(-1)!.tasks.at(-1)!.units.push({ name });
  }
  return plans;
}

const pool = new Pool({ connectionString: process.env['PUBLIC_URL'], max: 10 });

createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
  request.on('end', () => {
    const { name, parameters } = JSON.parse(body) as { name: string; parameters: unknown[] };
    statements[name]!(pool, parameters).then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('listening\n'));
