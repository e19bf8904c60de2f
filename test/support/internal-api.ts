import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueToken, tokenText } from '../../src/accounts';
import { createServer as createApp, type AppServer } from '../../src/app/server';
import { readConfig } from '../../src/platform/config';
import type { Database } from '../../src/platform/database';
import type { Role } from '../../src/platform/graphql';
import { createLog } from '../../src/platform/log';

/* Answers are plain JSON of the shape that the request asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Holder {
  role: Role;
  /** The role in small letters where not given. */
  subject?: string;
  unitKey?: number | null;
  days?: number;
}

/** A bearer token, issued as the service does. */
export async function tokenFor(
  database: Database,
  { role, subject = role.toLowerCase(), unitKey = null, days = 1 }: Holder,
): Promise<string> {
  const key = await database.owner.transaction((manager) => issueToken(manager, { subject, role, unitKey, days }, 'test'));
  return (await tokenText(database.internalReader, key))!;
}

/** The service as its users meet it, over HTTP. */
export interface RunningApp {
  readonly url: string;
  /** Sends a query or mutation to the internal endpoint. Without a token nobody is signed in. */
  send(token: string | null, query: string, variables?: Record<string, unknown>): Promise<{ status: number; headers: Headers; body: Json }>;
  /** The data of a request that must not fail. */
  data(token: string, query: string, variables?: Record<string, unknown>): Promise<Json>;
  /** The code of the first error of a request that must fail. */
  code(token: string, query: string, variables?: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

export async function startApp(database: Database, environment: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const app: AppServer = await createApp({
    config: readConfig({ LOG_LEVEL: 'silent', ...environment }),
    database,
    log: createLog('silent'),
  });
  const http: Server = createServer((request, response) => app.handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const send: RunningApp['send'] = async (token, query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    url,
    send,
    async data(token, query, variables) {
      const { body } = await send(token, query, variables);
      if (body.errors) throw new Error(JSON.stringify(body.errors));
      return body.data;
    },
    async code(token, query, variables) {
      const { body } = await send(token, query, variables);
      if (!body.errors) throw new Error(`No error: ${JSON.stringify(body)}`);
      return body.errors[0].extensions.code;
    },
    async close() {
      await new Promise((resolve) => http.close(resolve));
      await app.close();
    },
  };
}
