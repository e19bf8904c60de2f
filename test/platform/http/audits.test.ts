import { auditServer } from 'graphql-http';
import { startTestServer } from './test-server';

describe.each([
  { path: '/public/graphql', authorization: '', left: [] as string[] },
  // What needs a token has no use for GET, which nothing obliges it to answer.
  {
    path: '/graphql',
    authorization: 'Bearer good',
    left: [
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    ],
  },
])('GraphQL over HTTP at $path', ({ path, authorization, left }) => {
  test('passes the audits', async () => {
    const { app, listen } = await startTestServer();
    const origin = await listen();
    const results = await auditServer({
      url: `${origin}${path}`,
      fetchFn: (url: string, init?: RequestInit) =>
        fetch(url, { ...init, headers: { ...init?.headers, ...(authorization && { authorization }) } }),
    });
    await app.close();
    expect(results.length).toBeGreaterThan(50);
    const failed = results.filter(({ status }) => status !== 'ok').map(({ name }) => name);
    expect(failed.sort()).toEqual(left);
  });
});
