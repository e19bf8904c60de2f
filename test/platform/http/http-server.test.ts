import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { ask, codes, startTestServer, type TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    routes: (app) => {
      app.get('/page', async (_request, reply) => reply.type('text/html').send('<p>页面</p>'));
      app.get('/private', { config: { audience: 'internal' } }, async ({ viewer }) => ({ viewer }));
      app.get('/broken', async () => {
        throw new Error('hunter2');
      });
    },
  });
});
afterAll(async () => server.app.close());

const send = (options: InjectOptions) => server.app.inject(options);
const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  send({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
const get = (url: string, headers: Record<string, string> = {}) => send({ method: 'GET', url, headers });
const hello = JSON.stringify({ query: '{ hello }' });
const helloUrl = `/public/graphql?query=${encodeURIComponent('{ hello }')}`;
const longUrl = `/public/graphql?query=${encodeURIComponent('{ long }')}`;

describe('the internal endpoint', () => {
  test.each(['{ hello }', '', 'no json', JSON.stringify({ query: '{' }), 'x'.repeat(300_000)])(
    'asks for a token whatever the body',
    async (body) => {
      const attempts: Record<string, string>[] = [{}, { authorization: 'Bearer bad' }, { authorization: 'Basic good' }];
      for (const headers of attempts) {
        const answer = await post('/graphql', body, headers);
        expect(answer.statusCode).toBe(401);
        expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
        expect(answer.json()).toMatchObject({
          errors: [{ message: expect.any(String) as unknown, extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
    },
  );

  test('asks for it before the body has arrived', async () => {
    const waiting = await startTestServer();
    const origin = new URL(await waiting.listen());
    const answer = await exchange(
      origin,
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    await waiting.app.close();
  });

  test('is neither kept nor open to other sites', async () => {
    const headers = { authorization: 'Bearer good', origin: 'https://example.org' };
    const answer = await post('/graphql', hello, headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers).not.toHaveProperty('etag');
    const preflight = await send({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
    const refused = await post('/graphql', hello, { origin: 'https://example.org' });
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('takes POST only', async () => {
    const answer = await get('/graphql?query={hello}', { authorization: 'Bearer good' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT'] as const)
      expect((await send({ method, url: '/graphql?query={hello}' })).statusCode).toBe(401);
  });

  test('other routes can be internal too', async () => {
    expect((await get('/private')).statusCode).toBe(401);
    const answer = await get('/private', { authorization: 'Bearer good' });
    expect([answer.json(), answer.headers['cache-control']]).toEqual([{ viewer: 'ann' }, 'no-store']);
  });

  test('a token that cannot be checked is 503, not 401', async () => {
    const failing = await startTestServer({
      authenticate: async () => {
        throw Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
      },
    });
    const answer = await ask(failing.app, '{ hello }', { internal: true });
    expect([answer.status, codes(answer)]).toEqual([503, ['UNAVAILABLE']]);
    await failing.app.close();
  });
});

describe('the public endpoint', () => {
  test('answers GET without a preflight header', async () => {
    const answer = await get(helloUrl);
    expect(answer.json()).toEqual({ data: { hello: 'hello ' } });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('refuses a mutation by GET', async () => {
    expect((await get(`/public/graphql?query=${encodeURIComponent('mutation { write }')}`)).statusCode).toBe(405);
  });

  test('any site may read it, without credentials', async () => {
    for (const answer of [
      await get(helloUrl, { origin: 'https://example.org' }),
      await get('/page', { origin: 'null' }),
      await get('/nowhere', { origin: 'https://a' }),
    ]) {
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    }
    const preflight = await send({
      method: 'OPTIONS',
      url: '/public/graphql',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'content-type',
    });
  });

  test('says 304 to who has the answer', async () => {
    for (const url of [helloUrl, longUrl, '/page']) {
      const first = await get(url);
      const tag = String(first.headers.etag);
      expect(tag).toMatch(/^W\/"/);
      for (const known of [tag, `"x", ${tag}`, tag.slice(2), '*']) {
        const again = await get(url, { 'if-none-match': known, 'accept-encoding': 'gzip' });
        expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
      }
      expect((await get(url, { 'if-none-match': '"x"' })).statusCode).toBe(200);
    }
    expect((await get(helloUrl)).headers.etag).not.toBe((await get(longUrl)).headers.etag);
  });

  test('answers HEAD as GET, without the body', async () => {
    for (const url of [helloUrl, '/page']) {
      const [read, head] = [await get(url), await send({ method: 'HEAD', url })];
      const { etag, 'content-type': type, 'content-length': length } = head.headers;
      expect([head.statusCode, etag, type, length]).toEqual([
        200,
        read.headers.etag,
        read.headers['content-type'],
        read.headers['content-length'],
      ]);
      expect((await send({ method: 'HEAD', url, headers: { 'if-none-match': String(etag) } })).statusCode).toBe(304);
    }
    expect((await send({ method: 'HEAD', url: '/public/graphql' })).statusCode).toBe(400);
  });

  test('neither errors nor answers to POST are kept', async () => {
    const broken = await get(`/public/graphql?query=${encodeURIComponent('{ fail(kind: "input") }')}`);
    for (const answer of [broken, await get('/public/graphql?query={'), await post('/public/graphql', hello)]) {
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers).not.toHaveProperty('etag');
    }
  });

  test('varies by Accept, and by encoding where it is compressed', async () => {
    for (const url of [helloUrl, '/page', '/nowhere', '/healthz']) expect((await get(url)).headers.vary).toMatch(/\bAccept\b(?!-)/);
    const packed = await get(longUrl, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(String(packed.headers.vary).toLowerCase().split(/, ?/)).toEqual(expect.arrayContaining(['accept', 'accept-encoding']));
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toMatchObject({
      data: { long: expect.stringContaining('督办') as unknown },
    });
  });
});

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };

  test.each<[name: string, status: number, body: string | Buffer, headers: Record<string, string>]>([
    ['too large', 413, JSON.stringify({ query: '{ hello }', x: 'x'.repeat(256 * 1024) }), json],
    ['no JSON', 400, '{"query":', json],
    ['empty', 400, '', json],
    ['no object', 400, '"text"', json],
    ['GB18030', 400, Buffer.from([...Buffer.from('{"query":"{ hello(name: \\"'), 0xb6, 0xbd, ...Buffer.from('\\") }"}')]), json],
    ['form', 415, 'query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', 415, hello, { 'content-type': 'text/plain' }],
    ['multipart', 415, 'x', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['another charset', 415, hello, { 'content-type': 'application/json; charset=gbk' }],
    ['compressed', 415, hello, { ...json, 'content-encoding': 'gzip' }],
  ])('%s is refused with %d', async (_name, status, payload, headers) => {
    for (const [url, more] of [
      ['/public/graphql', {}],
      ['/graphql', { authorization: 'Bearer good' }],
    ] as const) {
      const answer = await send({ method: 'POST', url, payload, headers: { ...headers, ...more } });
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  test('UTF-8 by any of its names, with or without a mark, is read', async () => {
    for (const type of ['application/json; charset=UTF-8', 'application/json;charset="utf-8"', 'Application/JSON']) {
      expect(
        (await post('/public/graphql', `\ufeff${JSON.stringify({ query: '{ hello(name: "督") }' })}`, { 'content-type': type })).json(),
      ).toEqual({ data: { hello: 'hello 督' } });
    }
  });

  test('keys that poison prototypes are only keys', async () => {
    const answer = await post(
      '/public/graphql',
      '{"query":"{ hello }","variables":{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}}',
    );
    expect(answer.json()).toEqual({ data: { hello: 'hello ' } });
    expect({}).not.toHaveProperty('x');
  });
});

describe('every answer', () => {
  const urls: [string, number][] = [
    [helloUrl, 200],
    ['/page', 200],
    ['/nowhere', 404],
    ['/broken', 500],
    ['/healthz', 200],
    ['/explore', 200],
    ['/explore/main.js', 200],
    ['/explore/nothing.js', 404],
    ['/private', 401],
    ['/%zz', 400],
  ];

  test.each(urls)('%s carries security headers', async (url, status) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    for (const name of ['x-powered-by', 'server']) expect(answer.headers).not.toHaveProperty(name);
    expect(answer.body).not.toContain('hunter2');
  });

  test('only the IDE may relax styles', async () => {
    expect((await get('/page')).headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect((await get('/explore')).headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  });

  test.each(['[', 'a b', '[::1', 'a:b', 'a:99999', 'a/b', 'a@b', 'ä'])('a Host of "%s" is refused', async (host) => {
    const { statusCode } = await get(helloUrl, { host });
    expect(statusCode).toBe(400);
  });

  test.each(['localhost', 'example.org:4000', '127.0.0.1:80', '[::1]:4000', 'xn--tfs91e.example'])(
    'a Host of "%s" is fine',
    async (host) => {
      expect((await get(helloUrl, { host })).statusCode).toBe(200);
    },
  );

  test('an invalid host that a trusted proxy names is refused too', async () => {
    const trusting = await startTestServer({ trustProxy: true });
    expect((await trusting.app.inject({ url: helloUrl, headers: { 'x-forwarded-host': '[' } })).statusCode).toBe(400);
    await trusting.app.close();
    expect((await get(helloUrl, { 'x-forwarded-host': '[' })).statusCode).toBe(200);
  });
});

describe('requests that are counted', () => {
  const limited = (trustProxy: boolean | number | string = true) => startTestServer({ rateLimit: 3, trustProxy });

  test('everything anonymous is counted by address, what is signed in is not', async () => {
    const { app } = await limited();
    const from = (address: string, url = helloUrl, headers = {}) =>
      app.inject({ url, headers: { 'x-forwarded-for': address, ...headers } });
    expect((await from('1.1.1.1')).statusCode).toBe(200);
    expect((await from('1.1.1.1', '/nowhere')).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/graphql', headers: { 'x-forwarded-for': '1.1.1.1' } })).statusCode).toBe(401);
    for (const url of [helloUrl, '/explore', '/nowhere']) {
      const refused = await from('1.1.1.1', url);
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
      expect(refused.headers['access-control-allow-origin']).toBe('*');
    }
    expect((await app.inject({ method: 'POST', url: '/graphql', headers: { 'x-forwarded-for': '1.1.1.1' } })).statusCode).toBe(429);
    for (let again = 0; again < 9; again++) {
      expect((await from('1.1.1.1', '/healthz')).statusCode).toBe(200);
      expect((await from('1.1.1.1', '/readyz')).statusCode).toBe(200);
      expect((await ask(app, '{ hello }', { internal: true, headers: { 'x-forwarded-for': '1.1.1.1' } })).status).toBe(200);
    }
    expect((await from('1.1.1.2')).statusCode).toBe(200);
    await app.close();
  });

  test('an IPv6 network of 64 bits is one sender', async () => {
    const { app } = await limited();
    const status = async (address: string) => (await app.inject({ url: helloUrl, headers: { 'x-forwarded-for': address } })).statusCode;
    expect([await status('2001:db8:1:1::1'), await status('2001:db8:1:1:ffff::2'), await status('2001:db8:1:1::3')]).toEqual([
      200, 200, 200,
    ]);
    expect(await status('2001:db8:1:1:1:2:3:4')).toBe(429);
    expect(await status('2001:db8:1:2::1')).toBe(200);
    await app.close();
  });

  test('an address that a stranger claims is not believed', async () => {
    const { app } = await limited(false);
    const statuses = [];
    for (const address of ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'])
      statuses.push((await app.inject({ url: helloUrl, headers: { 'x-forwarded-for': address } })).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    await app.close();
  });

  test('the rateLimit query counts down', async () => {
    const { app } = await limited();
    const left = async () => (await ask(app, '{ rateLimit { limit remaining } }')).data?.['rateLimit'];
    expect([await left(), await left()]).toEqual([
      { limit: 3, remaining: 2 },
      { limit: 3, remaining: 1 },
    ]);
    await app.close();
  });
});

describe('health', () => {
  test('readiness follows the database, life does not', async () => {
    for (const ready of [async () => false, () => Promise.reject(new Error('x')), () => new Promise<boolean>(() => undefined)]) {
      const down = await startTestServer({ ready });
      const answer = await down.app.inject('/readyz');
      expect([answer.statusCode, answer.json(), answer.headers['cache-control']]).toEqual([503, { status: 'not ready' }, 'no-store']);
      expect((await down.app.inject('/healthz')).statusCode).toBe(200);
      await down.app.close();
    }
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
  });
});

describe('time', () => {
  test('a request that takes too long is answered with 503', async () => {
    const hasty = await startTestServer({ answerTimeoutMs: 200 });
    const answer = await ask(hasty.app, '{ slow(forMs: 400) }');
    expect([answer.status, codes(answer)]).toEqual([503, ['UNAVAILABLE']]);
    await hasty.app.close();
  });

  test('a body that does not come is the sender’s fault', async () => {
    const slow = await startTestServer({ answerTimeoutMs: 200 });
    const origin = new URL(await slow.listen());
    const answer = await exchange(
      origin,
      'POST /public/graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    await slow.app.close();
  });

  test('closing lets what runs finish, and refuses nothing half way', async () => {
    const closing = await startTestServer();
    const origin = await closing.listen();
    const running = fetch(`${origin}/public/graphql?query=${encodeURIComponent('{ slow(forMs: 700) }')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = performance.now();
    await closing.app.close();
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(await (await running).json()).toEqual({ data: { slow: 'slow' } });
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
  });
});

/** Sends bytes, and waits until the server closes the connection. */
async function exchange({ hostname, port }: URL, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
