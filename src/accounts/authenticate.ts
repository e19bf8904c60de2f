import type { OidcSettings } from '../platform/config';
import type { Reader } from '../platform/database';
import { forbidden, type Role, type Viewer } from '../platform/graphql';
import { readBearer, verifyToken, type IdentityProvider, type TokenKeys } from '../platform/tokens';
import { roleIn, unitIn } from './provider-claims';

export interface AuthenticationParts {
  /** Of the primary database: a replica may not know yet of what was just revoked. */
  reader: Reader;
  keys: TokenKeys;
  /** Whose tokens are taken beside Gongkai's own. */
  provider?: { tokens: IdentityProvider; settings: OidcSettings } | null;
}

/** The caller whom an Authorization header names; null where it names nobody who may sign in now. FORBIDDEN where it is somebody without a role. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

/**
 * Tells who calls. Beside the signature, every request asks the database whether the token and its account still hold: one
 * look-up by two unique keys, on a connection that the request needs anyway. What an administrator takes away is gone with
 * the next request on every process, without a message between them that could be lost.
 */
export function createAuthenticator({ reader, keys, provider = null }: AuthenticationParts): Authenticate {
  return async (authorization) => {
    const bearer = readBearer(authorization);
    if (!bearer) return null;
    if (provider && bearer.issuer === provider.tokens.issuer) return holderOf(reader, provider, bearer.token);
    const verified = await verifyToken(keys, bearer.token);
    if (!verified) return null;
    const [held] = await reader.rows<HeldRights>(rightsOfToken, [verified.tokenId, verified.subject]);
    return held ? { subject: verified.subject, ...held } : null;
  };
}

async function holderOf(
  reader: Reader,
  { tokens, settings }: NonNullable<AuthenticationParts['provider']>,
  token: string,
): Promise<Viewer | null> {
  const claims = await tokens.verify(token);
  if (!claims) return null;
  const subject = `${tokens.issuer}|${claims.sub}`;
  const role = roleIn(claims, settings);
  const unitKey = role === 'REPORTER' || role === 'REVIEWER' ? await unitIn(reader, claims, settings) : null;
  const [held] = await reader.rows<{ [key in keyof HeldRights]: HeldRights[key] | null }>(rightsOfSubject, [subject, role, unitKey]);
  if (!held) return null;
  if (held.role === null) throw forbidden(withoutRole);
  if (held.role === 'REPORTER' && held.unitKey === null) throw forbidden(withoutUnit);
  return { subject, role: held.role, unitKey: held.unitKey, unitKeys: held.unitKeys ?? [] };
}

const withoutRole =
  'You are signed in, but have no role here; ask an administrator for an account. / 已登录，但未分配角色，请联系管理员开通账户。';
const withoutUnit =
  'You are signed in as a reporter, but of no unit known here; ask an administrator. / 已以填报人员登录，但未对应到单位，请联系管理员。';

interface HeldRights {
  role: Role;
  unitKey: number | null;
  unitKeys: number[];
}

/**
 * The units of a reporter: its own first, those that it administers, and those that became part of any of these, for which nobody
 * else could report.
 */
const withUnits = `
  held (unit_id, place) as (
    select unit_id, 0 from rights where unit_id is not null
    union select x.unit_id, 1 from administered_unit x join rights on rights.account_id = x.account_id
    union select u.id, 2 from unit u join held on u.successor_id = held.unit_id
  )
  select role, unit_id as "unitKey", array(select unit_id from held group by unit_id order by min(place), unit_id) as "unitKeys" from rights`;

/** The account decides where the subject has one. */
const rightsOfToken = `
  with recursive rights as (
    select coalesce(a.role, t.role) as role, case when a.id is null then t.unit_id else a.unit_id end as unit_id, a.id as account_id
    from issued_token t left join user_account a on a.subject = t.subject
    where t.token_id = $1 and t.subject = $2 and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null
  ), ${withUnits}`;

const rightsOfSubject = `
  with recursive rights as (
    select coalesce(a.role, said.role) as role, case when a.id is null then said.unit_id else a.unit_id end as unit_id, a.id as account_id
    from (values ($2::text, $3::int)) as said (role, unit_id) left join user_account a on a.subject = $1
    where a.disabled_at is null
  ), ${withUnits}`;
