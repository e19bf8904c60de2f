import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../database/reader';

/** Keys stand in the table of secrets as "token-signing:1", "token-signing:2" …; the highest number signs. */
const prefix = 'token-signing:';
const keyBytes = 32;

/** Who signs shares it, who changes the keys has it alone: no token is signed with a key that is just being dropped. */
const keyLock = 7_206_003;

export interface SigningKey {
  /** What a token names it by, `kid`: a whole number as text. A number is never used twice. */
  id: string;
  value: Uint8Array;
}

/** The key that signs now; made where there is none yet. Stays until the transaction ends. */
export async function currentKey(manager: EntityManager): Promise<SigningKey> {
  await manager.query('select pg_advisory_xact_lock_shared($1)', [keyLock]);
  await manager.query(
    'insert into secret (name, value) select $1, $2 where not exists (select from secret where name like $3) on conflict do nothing',
    [`${prefix}1`, randomBytes(keyBytes), `${prefix}%`],
  );
  const keys = await listKeys(manager);
  return keys.at(-1)!;
}

/** Makes a new key, which signs from now on. The keys before it stay as they are. */
export async function addKey(manager: EntityManager): Promise<SigningKey> {
  await manager.query('select pg_advisory_xact_lock($1)', [keyLock]);
  const last = (await listKeys(manager)).at(-1);
  const key = { id: String(Number(last?.id ?? 0) + 1), value: randomBytes(keyBytes) };
  await manager.query('insert into secret (name, value) values ($1, $2)', [prefix + key.id, key.value]);
  return key;
}

/** Forgets keys. Processes that know them may remember: the tokens that they signed are to be revoked in the same transaction. */
export async function dropKeys(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('delete from secret where name = any($1)', [ids.map((id) => prefix + id)]);
}

/** All keys, the one that signs last. */
export function listKeys(manager: EntityManager): Promise<SigningKey[]> {
  return manager.query<SigningKey[]>(`select substr(name, $2) as id, value from secret where name like $1 order by substr(name, $2)::int`, [
    `${prefix}%`,
    prefix.length + 1,
  ]);
}

/** One key; null where it was dropped. */
export async function findKey(reader: Reader, id: string): Promise<SigningKey | null> {
  const [row] = await reader.rows<{ value: Uint8Array }>('select value from secret where name = $1', [prefix + id]);
  return row ? { id, value: row.value } : null;
}

/** The keys as a service remembers them. One that it has not met is looked for in the database, so that a new key holds at once. */
export class TokenKeys {
  private known = new Map<string, Uint8Array>();
  private reading: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  constructor(private readonly reader: Reader) {}

  async find(id: string | undefined): Promise<Uint8Array | null> {
    if (id === undefined) return null;
    if (!this.known.has(id)) await this.read();
    return this.known.get(id) ?? null;
  }

  /**
   * One reading at a time, however many tokens name keys that do not exist. Who comes while one is under way waits for the
   * next, which sees what was there when they came.
   */
  private read(): Promise<void> {
    if (!this.reading) {
      this.reading = this.readNow().finally(() => (this.reading = null));
      return this.reading;
    }
    this.next ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.read();
      });
    return this.next;
  }

  private async readNow(): Promise<void> {
    const rows = await this.reader.rows<SigningKey>('select substr(name, $2) as id, value from secret where name like $1', [
      `${prefix}%`,
      prefix.length + 1,
    ]);
    this.known = new Map(rows.map(({ id, value }) => [id, value]));
  }
}
