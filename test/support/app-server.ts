import type { Role } from '../../src/platform/graphql';
import type { TestDatabase } from './database';
import { startApp, tokenFor, type Json, type RunningApp } from './internal-api';

export interface TestApp {
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  json(path: string): Promise<Json>;
  /** Runs a mutation as somebody of that role. */
  command(query: string, input: Record<string, unknown>, role: Role): Promise<Json>;
}

/** The whole service over HTTP, from `beforeAll` on. */
export function useTestApp(database: TestDatabase, environment: Readonly<Record<string, string>> = {}): TestApp {
  let app: RunningApp;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp(database, { PUBLIC_RATE_LIMIT_PER_MINUTE: '100000', ...environment });
  }, 60_000);
  afterAll(() => app.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
  return {
    get url() {
      return app.url;
    },
    get,
    text: async (path) => (await get(path)).text(),
    json: async (path) => (await get(path)).json(),
    async command(query, input, role) {
      if (!tokens.has(role)) tokens.set(role, await tokenFor(database, { role }));
      return (await app.send(tokens.get(role)!, query, { input })).body;
    },
  };
}
