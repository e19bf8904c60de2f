import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ keepRows: true });

/** What hangs on a plan can be spread over several servers by the plan only where each row says which plan it is of. */
test('every table that refers to a task or an obligation names the plan too', async () => {
  const tables = await database.owner.query<{ name: string; namesPlan: boolean }[]>(
    `select c.table_name as name, bool_or(c.column_name = 'plan_id') as "namesPlan"
     from information_schema.columns c join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and t.table_schema = 'public'
     group by c.table_name
     having bool_or(c.column_name in ('task_id', 'obligation_id'))`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['responsibility', 'target', 'obligation']));
  expect(tables.filter(({ namesPlan }) => !namesPlan).map(({ name }) => name)).toEqual([]);
});
