import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Viewer } from '../graphql';

/** Pinned: a token that differs in any of these is refused, whatever it says of itself. */
const algorithm = 'HS256';
const issuer = 'gongkai';
const audience = 'gongkai-internal';

/** Name of the shared secret that signs tokens. */
export const tokenSecret = 'token-signing';

export const roles = ['ADMINISTRATOR', 'PLANNER', 'REPORTER', 'REVIEWER', 'AUDITOR'] as const satisfies readonly Viewer['role'][];

const claims = z.object({ sub: z.string().min(1), role: z.enum(roles), unit: z.number().int().positive().nullable() });

/** Signs a bearer token for the internal endpoint. */
export function signToken(secret: Uint8Array, viewer: Omit<Viewer, 'unitKeys'>, days: number): Promise<string> {
  return new SignJWT({ role: viewer.role, unit: viewer.unitKey })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setSubject(viewer.subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${days} days`)
    .sign(secret);
}

/** The caller whom an Authorization header names; null where it is missing, forged, expired or made for something else. */
export async function readViewer(secret: Uint8Array, authorization: string | undefined): Promise<Viewer | null> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [algorithm],
      issuer,
      audience,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    const read = claims.safeParse(payload);
    if (!read.success) return null;
    const { sub: subject, role, unit: unitKey } = read.data;
    return { subject, role, unitKey, unitKeys: unitKey === null ? [] : [unitKey] };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
