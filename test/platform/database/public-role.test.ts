import { databaseSchema } from '../../../src/app/database-schema';
import { publicTables } from '../../../src/app/public-tables';
import { connectDatabase } from '../../../src/platform/database';
import { createPool } from '../../../src/platform/database/pool';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();

async function privileges(): Promise<{ name: string; granted: string[] }[]> {
  return database.owner.query(
    `select c.relname as name, array_remove(array_agg(case when
         case when p in ('SELECT','INSERT','UPDATE','REFERENCES') then has_any_column_privilege($1, c.oid, p) else has_table_privilege($1, c.oid, p) end
       then p end), null) as granted
       from pg_class c, unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r','p','v','m','f') group by 1 order by 1`,
    [database.publicRole],
  );
}

/** Of some tables it may read all columns but those that name persons. */
test('the public role selects from the listed tables and can do nothing else to any', async () => {
  const granted = (await privileges()).filter((table) => table.granted.length > 0);
  expect(granted).toEqual([...publicTables].sort().map((name) => ({ name, granted: ['SELECT'] })));
});

test.each(['secret', 'migrations', 'task_fact'])('the public role cannot read %s', async (table) => {
  await expect(database.publicReader.rows(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
});

test('both readers are read-only', async () => {
  const insert = `insert into secret (name, value) values ('x', '\\x00')`;
  await expect(database.internalReader.rows(insert)).rejects.toMatchObject({ code: '25006' });
  await expect(database.publicReader.rows('create table x ()')).rejects.toMatchObject({ code: expect.stringMatching(/25006|42501/) });
});

test('a public session that lifts its own read-only setting still writes nothing', async () => {
  const pool = createPool(database.publicUrl, 1, { statementTimeoutMs: 5_000, isReadOnly: false, purpose: 'test' });
  try {
    await pool.query('set default_transaction_read_only = off');
    for (const table of publicTables) await expect(pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('create table x ()')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await pool.end();
  }
});

test('a public statement is ended after five seconds', async () => {
  const [setting] = await database.publicReader.rows<{ limit: string }>(`select current_setting('statement_timeout') as limit`);
  expect(setting).toEqual({ limit: '5s' });
});

test('a secret is the same for all who ask and unlike any other', async () => {
  const [first, second, other] = await Promise.all(['a', 'a', 'b'].map((name) => database.loadSecret(name)));
  expect(first).toHaveLength(32);
  expect(second).toEqual(first);
  expect(other).not.toEqual(first);
});

test('a public pool that would log in as somebody else is refused', async () => {
  const opening = connectDatabase(database.ownerUrl, { name: database.publicRole, url: database.ownerUrl }, [], databaseSchema);
  await expect(opening).rejects.toThrow(database.publicRole);
});
