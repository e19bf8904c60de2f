import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface IssuerOptions {
  port: number;
  /** Private keys; the first signs. */
  jwks: readonly JWK[];
  audience: string;
  /** What its tokens say beside whose they are. */
  claims: Record<string, unknown>;
}

export interface RunningIssuer {
  readonly issuer: string;
  /** An access token by the client's credentials; its subject is "gov". */
  token(): Promise<string>;
  stop(): Promise<void>;
}

export async function privateKey(kid: string, alg: 'RS256' | 'ES256' = 'RS256'): Promise<JWK> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(pair.privateKey)), kid, alg, use: 'sig' };
}

/** Starts an identity provider, as other parties run it, in a process of its own. */
export async function startIssuer(options: IssuerOptions): Promise<RunningIssuer> {
  const child = spawn(process.execPath, [join(__dirname, 'oidc-issuer-process.cjs')], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(JSON.stringify(options));
  const ended = once(child, 'close');
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  if (!(line instanceof Buffer)) throw new Error('The identity provider did not start');
  const issuer = line.toString().trim();
  return {
    issuer,
    async token() {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('gov:secret')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: options.audience }),
      });
      const body = (await response.json()) as { access_token?: string };
      if (!body.access_token) throw new Error(JSON.stringify(body));
      return body.access_token;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
