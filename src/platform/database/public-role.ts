import { createHash, createHmac } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { ExpectedFailure, exitCode } from '../lifecycle';
import { loginOf, withLogin } from './login';
import { scramVerifier } from './scram';
import { loadSecret, type QueryRows } from './secrets';

export const publicStatementTimeoutMs = 5_000;
const longestName = 63;

/** The role of everybody who is not signed in, and the address at which it logs in. */
export interface PublicRole {
  name: string;
  url: string;
}

/** A role that the operator made; we only make sure that it is a wall at all. */
export async function useGivenRole(rows: QueryRows, publicUrl: string): Promise<PublicRole> {
  const name = loginOf(publicUrl).user;
  await refuseStrongRole(rows, name);
  return { name, url: publicUrl };
}

/**
 * Our own role. Its password follows from a secret in the database, so that processes agree on it without telling each
 * other. Roles are shared by all databases of a server, hence the name.
 */
export async function ensureOwnRole(rows: QueryRows, ownerUrl: string, database: string): Promise<PublicRole> {
  const name = publicRoleName(database);
  const password = createHmac('sha256', await loadSecret(rows, 'public-role'))
    .update(name)
    .digest('base64url');
  const salt = createHash('sha256').update(`salt:${password}`).digest().subarray(0, 16);
  const exists = (await rows('select 1 from pg_roles where rolname = $1', [name])).length > 0;
  try {
    await rows(
      `${exists ? 'alter' : 'create'} role ${escapeIdentifier(name)} login password ${escapeLiteral(scramVerifier(password, salt))}`,
      [],
    );
    await rows(`alter role ${escapeIdentifier(name)} set default_transaction_read_only = on`, []);
    await rows(`alter role ${escapeIdentifier(name)} set statement_timeout = ${publicStatementTimeoutMs}`, []);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new ExpectedFailure(
      `DATABASE_URL 的用户无权建立或修改公众角色 ${name} (may not create or alter the public role)，请授予 CREATEROLE 或设置 PUBLIC_DATABASE_URL (grant CREATEROLE or set PUBLIC_DATABASE_URL)`,
      exitCode.configuration,
    );
  }
  await refuseStrongRole(rows, name);
  return { name, url: withLogin(ownerUrl, { user: name, password }) };
}

/** `<database>_public`, shortened where PostgreSQL would cut it and two databases might meet. */
function publicRoleName(database: string): string {
  const name = `${database}_public`;
  if (Buffer.byteLength(name) <= longestName) return name;
  return `gongkai_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_public`;
}

/** Row-level security does not bind superusers, roles that bypass it, and whoever can act as the owner. */
async function refuseStrongRole(rows: QueryRows, name: string): Promise<void> {
  const [role] = await rows<{ isStrong: boolean }>(
    `select rolsuper or rolbypassrls or pg_has_role(oid, (select oid from pg_roles where rolname = current_user), 'member') as "isStrong"
       from pg_roles where rolname = $1`,
    [name],
  );
  if (!role) throw new ExpectedFailure(`PUBLIC_DATABASE_URL: 没有角色 ${name} (no such role)`, exitCode.configuration);
  if (!role.isStrong) return;
  throw new ExpectedFailure(
    `公众角色 ${name} 权限过大：不得为超级用户、BYPASSRLS 或数据所有者 (the public role is too strong: no superuser, BYPASSRLS or owner)`,
    exitCode.configuration,
  );
}

/**
 * The role may select from these tables, but for the columns that are hidden from it, and do nothing else in the schema. One
 * transaction: no moment without rights, or with others.
 */
export async function grantPublicRead(
  rows: QueryRows,
  role: string,
  tables: readonly string[],
  hiddenColumns: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const grantee = escapeIdentifier(role);
  await rows('begin', []);
  try {
    await rows(`grant usage on schema public to ${grantee}`, []);
    await rows(`revoke create on schema public from public, ${grantee}`, []);
    for (const kind of ['tables', 'sequences', 'functions']) await rows(`revoke all on all ${kind} in schema public from ${grantee}`, []);
    await rows('revoke all on all tables in schema public from public', []);
    const whole = tables.filter((table) => !hiddenColumns[table]);
    if (whole.length > 0) await rows(`grant select on ${whole.map((table) => escapeIdentifier(table)).join(', ')} to ${grantee}`, []);
    for (const [table, hidden] of Object.entries(hiddenColumns)) await grantColumns(rows, grantee, table, hidden);
    await rows('commit', []);
  } catch (error) {
    await rows('rollback', []);
    throw error;
  }
}

async function grantColumns(rows: QueryRows, grantee: string, table: string, hidden: readonly string[]): Promise<void> {
  const shown = await rows<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> all($2)`,
    [`public.${escapeIdentifier(table)}`, hidden],
  );
  const columns = shown.map(({ name }) => escapeIdentifier(name)).join(', ');
  await rows(`grant select (${columns}) on ${escapeIdentifier(table)} to ${grantee}`, []);
}
