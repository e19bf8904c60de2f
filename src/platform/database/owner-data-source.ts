import { DataSource, type MixedList } from 'typeorm';
import { poolConfig } from './pool';

export interface DatabaseSchema {
  /** Every entity class of every domain folder. */
  entities: readonly Function[];
  /** Every migration class, in order. */
  migrations: readonly Function[];
  /** The tables that the public role may select from; row-level security then decides on the rows. */
  publicTables: readonly string[];
  /** Columns of these that it may not read whatever the row: who did something. */
  hiddenColumns?: Readonly<Record<string, readonly string[]>>;
}

export interface OwnerOptions {
  statementTimeoutMs: number | null;
  purpose: string;
  poolSize: number;
}

/** TypeORM as the owner of the data: writes, transactions, migrations. The schema is changed by migrations alone. */
export function ownerDataSource(url: string, schema: Pick<DatabaseSchema, 'entities' | 'migrations'>, options: OwnerOptions): DataSource {
  const { statementTimeoutMs, purpose, poolSize } = options;
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    entities: schema.entities as MixedList<Function>,
    migrations: schema.migrations as MixedList<Function>,
    migrationsTransactionMode: 'each',
    poolSize,
    poolErrorHandler: () => {},
    extra: poolConfig({ statementTimeoutMs, purpose, isReadOnly: false }),
  });
}
