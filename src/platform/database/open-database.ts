import type { Config } from '../config';
import { connectDatabase } from './connected-database';
import type { Database, OpenOptions } from './database';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from './embedded';
import type { DatabaseSchema } from './owner-data-source';
import { prepareDatabase } from './preparation';

const superviseEveryMs = 500;

/** Joins or starts the embedded server where no DATABASE_URL is set, then prepares and connects. */
export async function openDatabase(config: Config, schema: DatabaseSchema, options: OpenOptions = {}): Promise<Database> {
  if (config.databaseUrl !== null) return prepareAndConnect(config, config.databaseUrl, schema, options);
  const embedded = await joinEmbeddedPostgres({ dataDir: config.dataDir, say: options.say });
  try {
    const database = await prepareAndConnect(config, embedded.ownerUrl, schema, options);
    return onEmbedded(database, embedded, options);
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

async function prepareAndConnect(config: Config, ownerUrl: string, schema: DatabaseSchema, options: OpenOptions): Promise<Database> {
  const role = await prepareDatabase(ownerUrl, config.publicDatabaseUrl, schema, options.say);
  return connectDatabase(ownerUrl, role, config.databaseReplicaUrls, schema, options);
}

function onEmbedded(database: Database, embedded: EmbeddedPostgres, { keepServerRunning, say = () => {} }: OpenOptions): Database {
  const stopSupervising = keepServerRunning ? supervise(embedded, say) : async () => {};
  return {
    ...database,
    async close() {
      await stopSupervising();
      await database.close();
      await embedded.release();
    },
  };
}

/** One look at a time; a start that is under way is waited for, so that it cannot come after the stop. */
function supervise(embedded: EmbeddedPostgres, say: (line: string) => void): () => Promise<void> {
  let hasStopped = false;
  let timer: NodeJS.Timeout;
  let look = Promise.resolve();
  const plan = () => {
    if (hasStopped) return;
    timer = setTimeout(() => {
      look = embedded.ensureRunning().catch(reportOnce).then(plan);
    }, superviseEveryMs);
  };
  let reported = '';
  const reportOnce = (error: Error) => {
    if (error.message !== reported) say(error.message);
    reported = error.message;
  };
  plan();
  return async () => {
    hasStopped = true;
    clearTimeout(timer);
    await look;
  };
}
