import type { DatabaseSchema } from '../platform/database';
import { entities } from './entities';
import { migrations } from './migrations';
import { hiddenColumns, publicTables } from './public-tables';

export const databaseSchema: DatabaseSchema = { entities, migrations, publicTables, hiddenColumns };
