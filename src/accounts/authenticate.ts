import type { Reader } from '../platform/database';
import type { Role, Viewer } from '../platform/graphql';
import { readBearer, verifyToken, type TokenKeys } from '../platform/tokens';

export interface AuthenticationParts {
  /** Of the primary database: a replica may not know yet of what was just revoked. */
  reader: Reader;
  keys: TokenKeys;
}

/** The caller whom an Authorization header names; null where it names nobody who may sign in now. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

/**
 * Tells who calls. Beside the signature, every request asks the database whether the token and its account still hold: one
 * look-up by two unique keys, on a connection that the request needs anyway. What an administrator takes away is gone with
 * the next request on every process, without a message between them that could be lost.
 */
export function createAuthenticator({ reader, keys }: AuthenticationParts): Authenticate {
  return async (authorization) => {
    const bearer = readBearer(authorization);
    if (!bearer) return null;
    const verified = await verifyToken(keys, bearer.token);
    if (!verified) return null;
    const [held] = await reader.rows<HeldRights>(rightsOfToken, [verified.tokenId, verified.subject]);
    return held ? { subject: verified.subject, ...held } : null;
  };
}

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
