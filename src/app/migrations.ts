import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'migrations');

/** Every class of the migrations folder, in the order of the file names: a new migration is a new file and nothing else. */
export const migrations: readonly (new () => object)[] = readdirSync(folder)
  .filter((file) => /^\d{13}-.*\.(ts|js)$/.test(file))
  .sort()
  .flatMap((file) => Object.values(require(join(folder, file)) as Record<string, new () => object>));
