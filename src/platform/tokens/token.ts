import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SigningKey, TokenKeys } from './signing-keys';

/** Pinned: a token that differs in any of these is refused, whatever it says of itself. */
const algorithm = 'HS256';
const issuer = 'gongkai';
const audience = 'gongkai-internal';

/** What a token says: whose it is, and under which id it was issued. What its holder may do is not in it: that can change. */
export interface SignedFacts {
  subject: string;
  /** UUID. */
  tokenId: string;
  issuedAt: Date;
  expiresAt: Date;
}

const claims = z.object({ sub: z.string().min(1), jti: z.uuid() });

/** Signs a bearer token for the internal endpoint. The same facts and key give the same token. */
export function signToken(key: SigningKey, { subject, tokenId, issuedAt, expiresAt }: SignedFacts): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: key.id })
    .setSubject(subject)
    .setJti(tokenId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key.value);
}

/** The token in an Authorization header, with whom it says to be from; null where there is none. Nothing of it is checked yet. */
export function readBearer(authorization: string | undefined): { token: string; issuer: string } | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
  if (!token) return null;
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === 'string' ? { token, issuer: iss } : null;
  } catch {
    return null;
  }
}

/** Whose token it is; null where it is forged, expired, made for something else, or signed with a key that is no more. */
export async function verifyToken(keys: TokenKeys, token: string): Promise<Pick<SignedFacts, 'subject' | 'tokenId'> | null> {
  try {
    const { payload } = await jwtVerify(token, async ({ kid }) => knownKey(keys, kid), {
      algorithms: [algorithm],
      issuer,
      audience,
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
    });
    const read = claims.safeParse(payload);
    return read.success ? { subject: read.data.sub, tokenId: read.data.jti } : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

async function knownKey(keys: TokenKeys, kid: unknown): Promise<Uint8Array> {
  const key = await keys.find(typeof kid === 'string' ? kid : undefined);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}
