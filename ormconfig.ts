import 'reflect-metadata';
import { databaseSchema } from './src/app/database-schema';
import { readConfig } from './src/platform/config';
import { ownerDataSource } from './src/platform/database';
import { embeddedDatabaseUrl } from './src/platform/database/embedded';

const config = readConfig();
// The embedded server has an address once it was started; `npm start` keeps it running.
const url = config.databaseUrl ?? embeddedDatabaseUrl(config.dataDir) ?? 'postgres://gongkai@127.0.0.1/gongkai';

/** The one DataSource, for TypeORM's own command line: `node -r ./scripts/register.cjs node_modules/typeorm/cli.js -d ormconfig.ts …`. */
export const dataSource = ownerDataSource(url, databaseSchema, { statementTimeoutMs: null, purpose: 'typeorm', poolSize: 2 });
