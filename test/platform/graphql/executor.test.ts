import { createHash } from 'node:crypto';
import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { createExecutor, type Executor } from '../../../src/platform/graphql/executor';
import { variedSchema } from './varied-schema';

jest.mock('graphql-jit', () => {
  const actual = jest.requireActual<typeof import('graphql-jit')>('graphql-jit');
  return { isCompiledQuery: actual.isCompiledQuery, compileQuery: jest.fn(actual.compileQuery) };
});

const silent = { error: () => undefined, warn: () => undefined };
const context = { viewer: 'viewer' };

function sent(query: string, variables?: Record<string, unknown>, operationName?: string) {
  return { document: parse(query), operationName, variables, context, queryHash: createHash('sha256').update(query).digest('hex') };
}

async function interpreted(schema: GraphQLSchema, query: string, variables?: Record<string, unknown>, operationName?: string) {
  return execute({
    schema,
    document: parse(query),
    variableValues: variables,
    operationName,
    contextValue: context,
    hideSuggestions: true,
  });
}

/** The answer once the query is compiled. */
async function repeated(executor: Executor, ...given: Parameters<typeof sent>): Promise<ExecutionResult> {
  for (let sighting = 0; sighting < 4; sighting++) await executor(sent(...given));
  return executor(sent(...given));
}

/** The order of errors is not specified; the wording of what only a fault of the server can cause never reaches a client. */
function comparable({ data, errors }: ExecutionResult) {
  const serverFault = /"message":"(Expected Iterable|Runtime Object type|Abstract type).*?","locations"/;
  const plain = (errors ?? []).map((error) => JSON.stringify(error).replace(serverFault, '"message":"server fault","locations"'));
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors: plain.sort() };
}

const leaves = 'text color day float later promised method path';
const failures = 'fails throws throwsText throwsNothing returnsError badColor badInt';

const queries: [query: string, variables?: Record<string, unknown>, operationName?: string][] = [
  [`{ ${leaves} thing { ${leaves} } nothing { ${leaves} } }`],
  [`{ ${failures} thing { ${failures} } }`],
  [`{ thing { must text } }`],
  [`{ thing { self { mustFail text } } }`],
  [`{ must text }`],
  [`{ strictThing { strict { must } } }`],
  [`{ thing { strict { strict { mustFail } } text } }`],
  [`{ things { text later path } strictThings { text } matrix { text path self { path } } }`],
  [`{ numbers badNumbers notAList }`],
  [`{ things { must } }`],
  [`{ things { self { fails text } } }`],
  [`{ named { name __typename friend { name __typename friend { name } } } }`],
  [
    `{ named { ...P ... on Dog { legs owner { name age } } } } fragment P on Person { age pets { ... on Dog { barks } ... on Named { name } __typename } }`,
  ],
  [
    `query ($who: String) { named(who: $who) { name ... on Pet { legs } ... on Dog { toString } ...N } } fragment N on Named { friend { ... on Person { age } } }`,
    { who: 'rex' },
  ],
  [`query ($who: String) { named(who: $who) { name } }`, { who: 'none' }],
  [`{ everyone { name __typename } animals { __typename ... on Named { name } } }`],
  [`{ brokenType { __typename } wrongDog { name } }`],
  [`{ wrongDog { name } text }`],
  [`{ animals { ... on Person { things { text path later } } } }`],
  [`{ brokenProperty { text } thing { text } }`],
  [`{ context }`],
  [`{ a: text b: text thing { c: text d: path e: self { f: path } } }`],
  [`{ thing { text } thing { color self { text } } thing { self { color } } }`],
  [`{ a: thing { b: self { x: path } } a_b: thing { x: path } b_a: thing { x_: path _x: path } }`],
  [`{ __typename thing { __typename t: __typename } }`],
  [`{ __proto__: text constructor: text thing { toString: text hasOwnProperty: text __x: text then: text } }`],
  [`{ __schema { queryType { name fields { name } } types { name } } __type(name: "Thing") { name } }`],
  [`{ echo }`],
  [
    `{ echo(text: "a\\"b\\\\ \\u2028 </script> $1 \`\${1}\` ", filter: { text: "x", colors: [RED, BLUE], since: "2024-01-01", inner: { size: 1 } }, ids: [1, "b"], color: GREEN, day: "2024-05-05", number: 9, float: 2) }`,
  ],
  [`{ echo(text: null, filter: null, ids: "one", color: null, float: 1.5e3) }`],
  [`{ echo(filter: { colors: RED, inner: { inner: {} } }) a: echo(ids: []) }`],
  [
    `query ($text: String, $filter: Filter, $ids: [ID!], $color: Color, $day: Day, $float: Float) { echo(text: $text, filter: $filter, ids: $ids, color: $color, day: $day, float: $float) }`,
    {},
  ],
  [
    `query ($text: String, $filter: Filter, $ids: [ID!], $color: Color, $day: Day, $float: Float) { echo(text: $text, filter: $filter, ids: $ids, color: $color, day: $day, float: $float) }`,
    {
      text: null,
      filter: { colors: 'RED', since: '2024-01-01', inner: { text: null } },
      ids: 5,
      color: 'GREEN',
      day: '2024-01-02',
      float: 3,
    },
  ],
  [
    `query ($text: String = "given", $color: Color = BLUE, $day: Day = "2020-02-02", $filter: Filter = { size: 3 }) { echo(text: $text, color: $color, day: $day, filter: $filter) }`,
    {},
  ],
  [
    `query ($size: Int, $since: Day, $id: ID!) { echo(filter: { size: $size, since: $since, inner: { size: $size } }, ids: [$id, "c"]) }`,
    { id: 1, since: '2024-03-03' },
  ],
  [`query ($number: Int = 4) { echo(number: $number) }`, {}],
  [`query ($number: Int = 4) { echo(number: $number) }`, { number: null }],
  [`query ($number: Int) { echo(number: $number) }`, {}],
  [`query ($id: ID = "x") { echo(ids: [$id]) }`, { id: null }],
  [`query ($filter: Filter) { echo(filter: $filter) }`, { filter: { nope: 1 } }],
  [`query ($a: Int!, $b: Color!, $c: Day!) { echo(number: $a, color: $b, day: $c) }`, { a: 'x', b: 'PINK', c: 'never' }],
  [`query ($a: Int!) { echo(number: $a) }`],
  [`query ($hoisted0: String) { echo(text: $hoisted0, float: 2) }`, { hoisted0: 'mine' }],
  [`query A { text } query B { color }`, undefined, 'B'],
  [`query A { text } query B { color }`],
  [`query A { text }`, undefined, 'C'],
  ...[true, false].flatMap((on): [string, Record<string, unknown>][] => [
    [`query ($on: Boolean!) { text @skip(if: $on) thing @include(if: $on) { text } nothing { text } }`, { on }],
    [
      `query ($on: Boolean!) { a: thing @skip(if: $on) { ...F } b: thing @include(if: $on) { ...F } } fragment F on Thing { text ... on Thing { color } }`,
      { on },
    ],
    [
      `query ($on: Boolean!) { ...F @include(if: $on) thing { ...G @skip(if: $on) text } } fragment F on Query { color thing { float } } fragment G on Thing { text float }`,
      { on },
    ],
    [`query ($on: Boolean!) { thing { ... @include(if: $on) { text must } ... on Thing @skip(if: $on) { color } } }`, { on }],
    [
      `query ($on: Boolean!) { named { ... on Person @include(if: $on) { age } ... on Dog @skip(if: $on) { legs } name @skip(if: $on) @include(if: true) } }`,
      { on },
    ],
    [`query ($on: Boolean = true) { thing { text @include(if: $on) @skip(if: false) } }`, { on }],
    [`query ($on: Boolean!) { text @include(if: $on) text @skip(if: $on) thing { text @skip(if: true) } }`, { on }],
    [`query ($on: Boolean!) { things { ...F @include(if: $on) } } fragment F on Thing { must }`, { on }],
  ]),
  [`query ($on: Boolean = true) { text @include(if: $on) color }`, {}],
  [`query ($on: Boolean = true) { text @include(if: $on) color }`, { on: null }],
];

describe('compiled execution', () => {
  const executor = createExecutor(variedSchema, silent);

  test.each(queries.map(([query, variables, operationName]) => ({ query, variables, operationName })))(
    'answers as graphql does: $query $variables $operationName',
    async ({ query, variables, operationName }) => {
      const compiled = comparable(await repeated(executor, query, variables, operationName));
      expect(compiled).toEqual(comparable(await interpreted(variedSchema, query, variables, operationName)));
    },
  );

  test('most of these queries are really compiled', async () => {
    jest.mocked(compileQuery).mockClear();
    const fresh = createExecutor(variedSchema, silent);
    for (const each of queries) await repeated(fresh, ...each);
    expect(jest.mocked(compileQuery).mock.calls.length).toBeGreaterThan(queries.length / 2);
  });

  test('text of a client never becomes code', async () => {
    const attack = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d(globalThis.planted=1)';
    for (const query of [
      `{ echo(text: "${attack}") }`,
      `{ echo(filter: { text: "${attack}" }) }`,
      `query ($t: String = "${attack}") { echo(text: $t) }`,
    ]) {
      expect(validate(variedSchema, parse(query))).toEqual([]);
      expect(comparable(await repeated(executor, query))).toEqual(comparable(await interpreted(variedSchema, query)));
    }
    expect(globalThis).not.toHaveProperty('planted');
  });

  test('errors are graphql errors with code, path and original error', async () => {
    const { errors } = await repeated(executor, '{ thing { throws fails } }');
    expect(errors?.map((error) => [error.constructor.name, error.path, error.extensions, error.originalError?.message])).toEqual([
      ['GraphQLError', ['thing', 'throws'], { code: 'BAD_USER_INPUT', hint: 1 }, 'bad'],
      ['GraphQLError', ['thing', 'fails'], {}, 'secret'],
    ]);
  });

  test('a mutation runs once for each request', async () => {
    const first = (await executor(sent('mutation { count }'))).data?.['count'] as number;
    const answers = [await executor(sent('mutation { count }')), await executor(sent('mutation { count }'))];
    expect(answers.map(({ data }) => data?.['count'])).toEqual([first + 1, first + 2]);
  });

  test('at most five errors of variables are returned', async () => {
    const { errors } = await executor(sent('query ($ids: [Int!]) { echo(ids: $ids) }', { ids: Array(50).fill('x') }));
    expect(errors).toHaveLength(5);
  });

  test('types that multiply are not compiled, however often the query comes', async () => {
    const nest = (depth: number): string =>
      depth === 0 ? 'name' : `name ... on Dog { friend { ${nest(depth - 1)} } } ... on Person { friend { ${nest(depth - 1)} } }`;
    const query = `{ named { ${'friend { '.repeat(9)} ${nest(3)} ${'}'.repeat(9)} } }`;
    jest.mocked(compileQuery).mockClear();
    expect(comparable(await repeated(executor, query))).toEqual(comparable(await interpreted(variedSchema, query)));
    expect(compileQuery).not.toHaveBeenCalled();
  });
});
