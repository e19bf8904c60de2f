import { hiddenColumns, publicTables } from '../../src/app/public-tables';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase();

/** What names a person, by the habits of this schema. */
const personal = /(_by|subject|actor|reviewer|author|authors|contact)$/;
/** Words that end like one and name nobody: a rule or a person as such, the sort of a record. */
const nobody = ['derivation.reason_by', 'task_topic.reason_by', 'target.actor'];

describe("the public's role", () => {
  it.each(Object.entries(hiddenColumns).flatMap(([table, columns]) => columns.map((column) => [table, column])))(
    'cannot read %s.%s of any row, though it reads the rest',
    async (table, column) => {
      await expect(database.publicReader.rows(`select ${column} from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(database.publicReader.rows(`select * from ${table}`)).rejects.toThrow(/permission denied/);
      expect(await database.publicReader.rows(`select id from ${table}`)).toEqual([]);
    },
  );

  it('reads no column that names a person', async () => {
    const readable = await database.owner.query<{ name: string }[]>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = any($1) and has_column_privilege($2, quote_ident(table_name), column_name, 'select')`,
      [publicTables, database.publicRole],
    );
    expect(readable.length).toBeGreaterThan(200);
    expect(readable.map(({ name }) => name).filter((name) => personal.test(name) && !nobody.includes(name))).toEqual([]);
  });
});
