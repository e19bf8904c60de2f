import type { TestDatabase } from '../support/database';

/** A department of the nation, for those to whom only its key matters. */
export async function aUnit({ owner }: TestDatabase, name: string, successorId: number | null = null): Promise<number> {
  await owner.query(
    `insert into region (id, stable_id, code, name, level, kind, path, source, source_date) overriding system value
     values (1, '100000', '100000', '全国', 'NATION', 'DIVISION', '/1/', 'test', '2024-01-01') on conflict do nothing`,
  );
  const [unit] = await owner.query(
    `insert into unit (region_id, name, canonical_key, kind, aliases, successor_id, succession, source, is_reference, published)
     values (1, $1, $1, 'DEPARTMENT', '{}', $2, $3, 'test', false, true) returning id`,
    [name, successorId, successorId === null ? null : 'MERGED'],
  );
  return unit.id as number;
}
