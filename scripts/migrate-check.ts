import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { databaseSchema } from '../src/app/database-schema';
import { ownerDataSource, prepareDatabase } from '../src/platform/database';
import { joinEmbeddedPostgres } from '../src/platform/database/embedded';

/**
 * Entities declare columns; what the database holds beyond that stands in the migrations alone, where it can say what
 * TypeORM cannot (partial and expression indexes, checks across columns, composite keys, policies). TypeORM proposes to
 * drop it. A statement that adds or changes anything is always a difference.
 */
const heldByMigrations: readonly RegExp[] = [
  /^DROP INDEX "public"\."\w+"$/,
  /^ALTER TABLE "\w+" DROP CONSTRAINT "\w+"$/,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT$/,
];

/** TypeORM compares the expressions of generated columns with notes of its own, which a migrated database does not have. */
async function generatedColumns(dataSource: DataSource): Promise<RegExp[]> {
  const columns = await dataSource.query<{ table: string; column: string }[]>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attgenerated <> '' and not a.attisdropped`,
  );
  const statements = columns.map(({ table, column }) => new RegExp(`^(ALTER TABLE|UPDATE) "${table}" .*"(TEMP_OLD_)?${column}"`));
  return [...statements, /"typeorm_metadata"/];
}

async function wantedStatements(dataSource: DataSource): Promise<string[]> {
  // Where TypeORM keeps those notes; it only exists where TypeORM itself made the schema.
  await dataSource.query('create table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)');
  const ignored = [...heldByMigrations, ...(await generatedColumns(dataSource))];
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !ignored.some((pattern) => pattern.test(query)));
}

/** A fresh database with all migrations: TypeORM must find nothing to change in it for the entities to fit. */
async function differences(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migrate-check-'));
  chmodSync(dataDir, 0o711);
  const embedded = await joinEmbeddedPostgres({ dataDir, durable: false });
  try {
    await prepareDatabase(embedded.ownerUrl, null, databaseSchema);
    const dataSource = ownerDataSource(embedded.ownerUrl, databaseSchema, { statementTimeoutMs: null, purpose: 'check', poolSize: 2 });
    await dataSource.initialize();
    return await wantedStatements(dataSource).finally(() => dataSource.destroy());
  } finally {
    await embedded.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

differences().then(
  (found) => {
    for (const statement of found) process.stderr.write(`${statement}\n`);
    if (found.length > 0) process.stderr.write(`实体与迁移不一致 entities and migrations differ: ${found.length}\n`);
    process.exitCode = found.length > 0 ? 1 : 0;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
