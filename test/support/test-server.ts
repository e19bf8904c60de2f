/** What the run's PostgreSQL tells the test files, which run in other processes. */
export interface TestServer {
  ownerUrl: string;
  superuserUrl: string;
  publicRole: { name: string; url: string };
}

export const testServerVariable = 'GONGKAI_TEST_SERVER';

export function testServer(): TestServer {
  const text = process.env[testServerVariable];
  if (!text) throw new Error('No test database: run the tests with `npm test`');
  return JSON.parse(text) as TestServer;
}

/** The same login on another database of that server. */
export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
