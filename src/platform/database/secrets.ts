import { randomBytes } from 'node:crypto';

export type QueryRows = <T>(sql: string, params: readonly unknown[]) => Promise<T[]>;

const secretBytes = 32;

/** A random value that all processes on one database share, such as a signing key. Made the first time it is asked for. */
export async function loadSecret(rows: QueryRows, name: string): Promise<Buffer> {
  await rows('insert into secret (name, value) values ($1, $2) on conflict (name) do nothing', [name, randomBytes(secretBytes)]);
  const [secret] = await rows<{ value: Buffer }>('select value from secret where name = $1', [name]);
  if (!secret) throw new Error(`The secret "${name}" vanished`);
  return secret.value;
}
