import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { importDocument } from '../intake';
import { publishRelease } from '../open-data';
import type { Database } from '../platform/database';
import { packageRoot } from '../platform/package-root';
import { loadMetrics, loadTopics, readSeedMetrics, readSeedTopics } from '../plans';
import { loadRegions, readSeedRegions } from '../regions';
import { loadInitials, readSeedInitials } from '../search';
import { loadFunctionLines, loadUnits, readFunctionLines, readSeedUnits } from '../units';

/** Several processes may start on one empty database; one of them fills it. */
const seedLock = 7_206_002;

const actor = 'gongkai seed';

const override = '系统预置的政府已公开文件。 A document that its government has published, which comes with the system.';

/** Loads the reference data, and where there is no plan the published ones, all of it or nothing; then takes the first release. */
export async function seed(database: Pick<Database, 'owner' | 'publicSnapshot'>): Promise<void> {
  await database.owner.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [seedLock]);
    await loadReferenceData(manager);
    const [{ empty }] = await manager.query<[{ empty: boolean }]>('select not exists (select from plan) as empty');
    if (empty) await importSeedPlans(manager);
  });
  await takeFirstRelease(database);
}

/** Apart from the rest: a release holds what is committed, as the public sees it. */
async function takeFirstRelease({ owner, publicSnapshot }: Pick<Database, 'owner' | 'publicSnapshot'>): Promise<void> {
  const [{ missing }] = await owner.query<[{ missing: boolean }]>('select not exists (select from release) as missing');
  if (missing) await owner.transaction((manager) => publishRelease(manager, publicSnapshot, { actor, onlyAfterChange: true }));
}

async function loadReferenceData(manager: EntityManager): Promise<void> {
  const regions = readSeedRegions();
  const lines = readFunctionLines();
  const units = readSeedUnits(regions);
  const topics = readSeedTopics();
  const metrics = readSeedMetrics();
  const initials = readSeedInitials();
  const version = createHash('sha256')
    .update(JSON.stringify([initials, regions, lines, units, topics, metrics]))
    .digest('hex');
  const [loaded] = await manager.query<{ value: string }[]>(`select value from setting where name = 'reference-data'`);
  if (loaded?.value === version) return;
  await loadInitials(manager, initials);
  await loadRegions(manager, regions);
  await loadFunctionLines(manager, lines);
  await loadUnits(manager, units, new Map(regions.map(({ stableId, name }) => [stableId, name])));
  await loadTopics(manager, topics);
  await loadMetrics(manager, metrics);
  await manager.query(
    `insert into setting (name, value) values ('reference-data', $1) on conflict (name) do update set value = excluded.value`,
    [version],
  );
}

async function importSeedPlans(manager: EntityManager): Promise<void> {
  const folder = join(packageRoot(), 'seeds', 'documents');
  const { documents } = JSON.parse(await readFile(join(folder, 'documents.json'), 'utf8')) as {
    documents: { file: string; region: string }[];
  };
  for (const { file, region } of documents)
    await importDocument(manager, join(folder, file), { regionCode: region, publish: true, override, actor });
}
