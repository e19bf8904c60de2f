import { getIntrospectionQuery } from 'graphql';
import { ask, codes, startTestServer, type TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.app.close());

const publicly = (query: unknown, options?: Parameters<typeof ask>[2]) => ask(server.app, query, options);
const internally = (query: unknown, options?: Parameters<typeof ask>[2]) => ask(server.app, query, { ...options, internal: true });
const both = [publicly, internally];

describe('answers', () => {
  test('a query is answered at both endpoints, with introspection', async () => {
    for (const send of both) {
      expect(await send('{ hello(name: "x") }')).toMatchObject({ status: 200, data: { hello: 'hello x' } });
      expect((await send(getIntrospectionQuery())).data).toHaveProperty('__schema.types');
    }
    expect((await internally('{ viewer }')).data).toEqual({ viewer: 'ann' });
    expect((await publicly('{ viewer }')).data).toEqual({ viewer: null });
  });

  test('the context tells cost and what is left', async () => {
    const query = '{ rateLimit { cost costLimit limit remaining resetAt } items(first: 30) { nodes { parent { id } } } }';
    const limits = {
      cost: 60,
      costLimit: 5_000,
      limit: 100_000,
      resetAt: expect.stringMatching(/\d/) as unknown,
      remaining: expect.any(Number) as unknown,
    };
    expect((await publicly(query)).data?.['rateLimit']).toEqual(limits);
    expect((await internally(query)).data?.['rateLimit']).toEqual({
      cost: 60,
      costLimit: 20_000,
      limit: null,
      resetAt: null,
      remaining: null,
    });
  });

  test('a repeated query is answered the same', async () => {
    const query = 'query ($n: Int) { items(first: $n) { nodes { id } } fail(kind: "input") hello(name: "\\u0041") }';
    const first = await publicly(query, { variables: { n: 2 } });
    for (let again = 0; again < 4; again++)
      expect(await publicly(query, { variables: { n: 2 } })).toMatchObject({ data: first.data, errors: first.errors });
  });
});

describe('refusals', () => {
  const tooManyTokens = `{ ${'hello '.repeat(1_600)} }`;

  const refused: [name: string, code: string, query: unknown, variables?: unknown][] = [
    ['syntax', 'GRAPHQL_PARSE_FAILED', '{ hello'],
    ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ helo }'],
    ['an unknown enum or type', 'GRAPHQL_VALIDATION_FAILED', '{ items { nodes { ... on Itme { id } } } }'],
    ['a wrong literal', 'GRAPHQL_VALIDATION_FAILED', '{ items(first: "x") { totalCount } }'],
    ['a wrong variable', 'BAD_USER_INPUT', 'query ($n: Int) { items(first: $n) { totalCount } }', { n: 'x' }],
    ['a missing variable', 'BAD_USER_INPUT', 'query ($n: [ID!]!) { nodes(ids: $n) { id } }'],
    ['NUL in a literal', 'BAD_USER_INPUT', '{ hello(name: "\\u0000") }'],
    ['NUL in the document', 'BAD_USER_INPUT', '{ hello(name: "\0") }'],
    ['a lone surrogate in a literal', 'BAD_USER_INPUT', '{ hello(name: "\\ud800") }'],
    ['a lone surrogate in braces', 'BAD_USER_INPUT', '{ hello(name: "\\u{DFFF}") }'],
    ['a lone surrogate in the document', 'BAD_USER_INPUT', '{ hello(name: "\ud800") }'],
    ['a lone surrogate in a variable', 'BAD_USER_INPUT', 'query ($n: String) { hello(name: $n) }', { n: 'x\udfff' }],
    ['NUL in a variable that is not used', 'BAD_USER_INPUT', '{ hello }', { x: { y: ['\0'] } }],
    ['a long list', 'BAD_USER_INPUT', 'query ($n: [Int!]) { count(of: $n) }', { n: Array(251).fill(1) }],
    ['too many tokens', 'COMPLEXITY_LIMIT_EXCEEDED', tooManyTokens],
    ['too deep', 'COMPLEXITY_LIMIT_EXCEEDED', `{ item { ${'parent { '.repeat(12)} id ${'}'.repeat(12)} } }`],
    ['too costly', 'COMPLEXITY_LIMIT_EXCEEDED', '{ items(first: 100) { nodes { items(first: 50) { nodes { id } } } } }'],
    ['no such operation', 'BAD_USER_INPUT', 'query A { hello } query B { hello }'],
    ['a mutation', 'GRAPHQL_VALIDATION_FAILED', 'mutation { write }'],
    ['a subscription', 'GRAPHQL_VALIDATION_FAILED', 'subscription { hello }'],
    ['no query', 'BAD_USER_INPUT', undefined],
    ['a query that is no text', 'BAD_USER_INPUT', { kind: 'Document' }],
    ['variables that are no object', 'BAD_USER_INPUT', '{ hello }', [1]],
  ];

  test.each(refused.map(([name, code, query, variables]) => ({ name, code, query, variables })))(
    '$name is $code',
    async ({ code, query, variables }) => {
      const answer = await publicly(query, { variables });
      expect(codes(answer)).toContain(code);
      expect(new Set(codes(answer)).size).toBe(1);
      expect(answer.status).toBeLessThan(500);
      expect(JSON.stringify(answer.errors)).not.toMatch(/did you mean/i);
    },
  );

  test('the status follows the media type that is asked for', async () => {
    const broken: [string, unknown?][] = [
      ['{ hello'],
      ['{ helo }'],
      ['query ($n: Int!) { items(first: $n) { totalCount } }', {}],
      ['{ items(first: 100) { nodes { items(first: 100) { nodes { items { nodes { id } } } } } } }'],
    ];
    for (const [query, variables] of broken) {
      for (const send of both) {
        expect((await send(query, { variables, headers: { accept: 'application/json' } })).status).toBe(200);
        const strict = await send(query, { variables, headers: { accept: 'application/graphql-response+json' } });
        expect(strict.status).toBe(400);
        expect(strict.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
      }
    }
  });

  test('the internal endpoint has its own cost limit', async () => {
    const query = '{ items(first: 100) { nodes { items(first: 50) { nodes { id } } } } }';
    expect(codes(await publicly(query))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED']);
    expect((await internally(query)).errors).toBeUndefined();
  });

  test('five errors are returned at most', async () => {
    expect((await publicly(`{ ${Array.from({ length: 30 }, (_, index) => `no${index}`).join(' ')} }`)).errors).toHaveLength(5);
    expect(
      (await publicly(`{ ${Array.from({ length: 12 }, (_, index) => `a${index}: fail(kind: "input")`).join(' ')} }`)).errors,
    ).toHaveLength(5);
    expect((await publicly('query ($n: [Int!]) { count(of: $n) }', { variables: { n: Array(99).fill('x') } })).errors).toHaveLength(5);
  });

  test('persisted queries and batches are not supported, and say so', async () => {
    const persisted = await publicly(undefined, { body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } });
    expect(codes(persisted)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
    const odd = await publicly('{ hello }', { body: { extensions: { persistedQuery: 'x' } } });
    expect(odd.status).toBeLessThan(500);
    const batch = await server.app.inject({
      method: 'POST',
      url: '/public/graphql',
      payload: [{ query: '{ hello }' }, { query: '{ hello }' }],
    });
    expect(batch.statusCode).toBe(400);
    expect(batch.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('errors of resolvers', () => {
  test('what is meant for the caller arrives as it is', async () => {
    const { data, errors } = await publicly('{ fail(kind: "input") hello }');
    expect(data).toEqual({ fail: null, hello: 'hello ' });
    expect(errors).toEqual([
      { message: 'wrong / 有误', path: ['fail'], locations: [{ line: 1, column: 3 }], extensions: { code: 'BAD_USER_INPUT', hint: 'x' } },
    ]);
    expect(codes(await publicly('{ fail(kind: "forbidden") }'))).toEqual(['FORBIDDEN']);
  });

  test('everything else is masked, and found in the log by its id', async () => {
    const { errors } = await publicly('{ fail(kind: "secret") }');
    expect(errors).toMatchObject([{ message: 'Internal error / 内部错误', path: ['fail'], extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    const line = server.logged.find((each) => each.includes(errors?.[0]?.extensions.errorId ?? 'nothing'));
    expect(line).toContain('hunter2');
    expect(line).toContain('test-server.ts');
  });

  test.each(['outage', 'wrapped', 'slowQuery'])('a database that does not answer is 503 without its address: %s', async (kind) => {
    for (let again = 0; again < 3; again++) {
      const answer = await publicly(`{ hello fail(kind: "${kind}") }`);
      expect([answer.status, codes(answer)]).toEqual([503, ['UNAVAILABLE']]);
      expect(JSON.stringify(answer.errors)).not.toMatch(/10\.1\.2\.3|statement/);
    }
  });

  test('a context that cannot be made is told in the same way', async () => {
    const failing = await startTestServer({
      createContext: async () => {
        throw Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
      },
    });
    const answer = await ask(failing.app, '{ hello }');
    expect([answer.status, codes(answer)]).toEqual([503, ['UNAVAILABLE']]);
    expect(JSON.stringify(answer.errors)).not.toContain('10.1.2.3');
    await failing.app.close();
    const broken = await startTestServer({ createContext: async () => Promise.reject(new Error('hunter2')) });
    const masked = await ask(broken.app, '{ hello }');
    expect([masked.status, codes(masked)]).toEqual([500, ['INTERNAL']]);
    expect(JSON.stringify(masked.errors)).not.toContain('hunter2');
    await broken.app.close();
  });
});
