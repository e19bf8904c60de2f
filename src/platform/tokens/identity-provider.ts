import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { unavailable } from '../graphql/safe-error';

/** Signatures of a key pair only: with a shared secret, whoever can check a token could make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

const clockToleranceSeconds = 30;
const keysKeptMs = 10 * 60_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

export interface ProviderSettings {
  issuer: string;
  audience: string;
  /** Null: found by discovery. */
  jwksUri: string | null;
}

export interface ProviderLimits {
  /** The provider is waited for at most so long. */
  timeoutMs?: number;
  /** Keys that nobody knows make us ask for the keys again at most so often. */
  cooldownMs?: number;
  /** Told when the provider cannot be asked. */
  warn?: (details: object, message: string) => void;
}

/** What a verified token says. */
export type ProviderClaims = JWTPayload & { sub: string };

/** An issuer of tokens outside of Gongkai, known by the keys that it publishes. */
export class IdentityProvider {
  private keys: Promise<JWTVerifyGetKey> | null = null;
  private readonly timeoutMs: number;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly limits: ProviderLimits = {},
  ) {
    this.timeoutMs = limits.timeoutMs ?? 3_000;
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  /** The claims of a token; null where it is forged, expired, or made for something else. UNAVAILABLE where the keys cannot be had. */
  async verify(token: string): Promise<ProviderClaims | null> {
    try {
      const { payload } = await jwtVerify(token, (header, input) => this.keyFor(header, input), {
        algorithms,
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: clockToleranceSeconds,
      });
      return typeof payload.sub === 'string' && payload.sub !== '' ? { ...payload, sub: payload.sub } : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private async keyFor(...[header, input]: Parameters<JWTVerifyGetKey>): Promise<Awaited<ReturnType<JWTVerifyGetKey>>> {
    try {
      this.keys ??= this.openKeys();
      return await (
        await this.keys
      )(header, input);
    } catch (error) {
      // The provider answered, and has no such key; anything else is its failure to answer, and not the caller's.
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      this.keys = this.settings.jwksUri === null ? null : this.keys;
      this.limits.warn?.({ err: error, issuer: this.settings.issuer }, 'the identity provider cannot be asked for its keys');
      throw unavailable('The identity provider does not answer; try again soon / 身份提供方无应答，请稍后再试');
    }
  }

  private async openKeys(): Promise<JWTVerifyGetKey> {
    const uri = this.settings.jwksUri ?? (await this.discoverKeys());
    return createRemoteJWKSet(new URL(uri), {
      timeoutDuration: this.timeoutMs,
      cooldownDuration: this.limits.cooldownMs ?? 5_000,
      cacheMaxAge: keysKeptMs,
    });
  }

  private async discoverKeys(): Promise<string> {
    const address = `${this.settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(this.timeoutMs) });
    if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
    const found = discovery.parse(await response.json());
    if (found.issuer !== this.settings.issuer) throw new Error(`${address} is of the issuer ${found.issuer}`);
    return found.jwks_uri;
  }
}
