import type { OidcSettings } from '../platform/config';
import type { Reader } from '../platform/database';
import { tryReadGlobalId, type Role } from '../platform/graphql';
import type { ProviderClaims } from '../platform/tokens';

/** The role that the claims give: of several, the one that the map names first; null where they give none. */
export function roleIn(claims: ProviderClaims, { roleClaim, roleMap }: OidcSettings): Role | null {
  const words = wordsAt(claims, roleClaim);
  return roleMap.find(([word]) => words.includes(word))?.[1] ?? null;
}

/**
 * The unit that the claims name, as its id or as `region/name`: code or stable id of the region, name or alias of the unit in
 * it. Null where they name none, or one that does not exist.
 */
export async function unitIn(reader: Reader, claims: ProviderClaims, { unitClaim }: OidcSettings): Promise<number | null> {
  const word = unitClaim === null ? undefined : wordsAt(claims, unitClaim)[0];
  if (word === undefined) return null;
  const id = tryReadGlobalId(word);
  const [, region = null, name = null] = id ? [] : (/^([^/]+)\/(.+)$/.exec(word) ?? []);
  const [unit] = await reader.rows<{ id: number }>(
    `select u.id from unit u join region r on r.id = u.region_id
     where u.id = $1 or (r.stable_id = $2 and (u.name = $3 or $3 = any(u.aliases))) order by u.name = $3 desc, u.id limit 1`,
    [id?.typeName === 'Unit' ? id.key : null, region, name],
  );
  return unit?.id ?? null;
}

/** The texts at a claim: itself one or a list. A claim whose own name has dots comes before a path through several. */
function wordsAt(claims: ProviderClaims, path: string): string[] {
  const value = path in claims ? claims[path] : path.split('.').reduce<unknown>((part, name) => own(part, name), claims);
  return [value].flat().filter((word) => typeof word === 'string');
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
