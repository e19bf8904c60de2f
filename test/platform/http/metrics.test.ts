import { startTestServer } from './test-server';

describe('metrics', () => {
  test('are for who has a token', async () => {
    const { app } = await startTestServer();
    const answer = await app.inject('/metrics');
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    await app.close();
  });

  test('count requests by the pattern of their route, and show process, pools and replicas', async () => {
    const { app } = await startTestServer({
      routes: (scope) => void scope.get('/plans/:slug', async () => 'ok'),
      pools: () => [{ pool: 'public', used: 3, idle: 2, waiting: 1 }],
      replicas: () => [
        { state: 'away', lagSeconds: null },
        { state: 'behind', lagSeconds: 7 },
      ],
    });
    for (const url of ['/plans/a', '/plans/b', '/nowhere/1', '/nowhere/2']) await app.inject(url);
    const answer = await app.inject({ url: '/metrics', headers: { authorization: 'Bearer good' } });
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers['cache-control']).toBe('no-store');
    const lines = answer.body.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'http_request_duration_seconds_count{method="GET",route="/plans/:slug",status="200"} 2',
        'http_request_duration_seconds_count{method="GET",route="none",status="404"} 2',
        'gongkai_ready 1',
        'gongkai_database_connections{pool="public",state="used"} 3',
        'gongkai_database_connections{pool="public",state="waiting"} 1',
        'gongkai_replica_lag_seconds{replica="2"} 7',
        expect.stringMatching(/^process_resident_memory_bytes \d+$/),
      ]),
    );
    expect(answer.body).not.toMatch(/nowhere|replica="1"/);
    await app.close();
  });
});
