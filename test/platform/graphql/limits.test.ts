import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { queryCost } from '../../../src/platform/graphql/cost';
import { checkVariables, documentLimitsRule, literalLimitsRule } from '../../../src/platform/graphql/limits';

const schema = buildSchema(`
  interface Node { id: ID }
  type Thing implements Node { id: ID name: String self: Thing things(first: Int, last: Int): ThingConnection values: [Value] parts: [Thing] }
  type Value { text: String }
  type ThingEdge { cursor: String node: Thing }
  type ThingConnection { nodes: [Thing] edges: [ThingEdge] totalCount: Int }
  type Query { thing(ids: [ID], text: String): Thing things(first: Int, last: Int): ThingConnection nodes(ids: [ID!]!): [Node] rate: Value }
`);
schema.getQueryType()!.getFields()['rate']!.extensions = {};
const thing = schema.getType('Thing') as unknown as { getFields(): Record<string, { extensions: object }> };
thing.getFields()['parts']!.extensions = { cost: { assumedSize: 4 } };

const refusals = (query: string) => {
  const errors = validate(schema, parse(query), [documentLimitsRule, literalLimitsRule], { maxErrors: 5 });
  return [...new Set(errors.slice(0, 5).map(({ message, extensions }) => `${String(extensions['code'])}: ${message}`))];
};

const nested = (depth: number) => `{ thing ${'{ self '.repeat(depth - 2)} { id } ${'}'.repeat(depth - 2)} }`;

describe('limits of a document', () => {
  test('twelve levels are allowed, thirteen are not, through fragments too', () => {
    expect(refusals(nested(12))).toEqual([]);
    expect(refusals(nested(13))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: depth 13, at most 12.']);
    expect(
      refusals(
        `{ thing { self { ...A } } } fragment A on Thing { ${'self { '.repeat(9)} id ${'}'.repeat(9)} ...B } fragment B on Thing { id }`,
      ),
    ).toEqual([]);
    expect(
      refusals(`{ thing { self { ...A } } } fragment A on Thing { ... on Thing { ${'self { '.repeat(10)} id ${'}'.repeat(10)} } }`),
    ).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: depth 13, at most 12.']);
  });

  test('fifteen aliases, five directives and 250 selections are allowed, one more is not', () => {
    const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: rate { text }`).join(' ')} }`;
    expect(refusals(aliases(15))).toEqual([]);
    expect(refusals(aliases(16))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: aliases 16, at most 15.']);
    const directives = (count: number) => `{ rate ${'@include(if: true) '.repeat(count)} { text } }`;
    expect(refusals(directives(5))).toEqual([]);
    expect(refusals(directives(6))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: directives 6, at most 5.']);
    const selections = (count: number) => `{ rate { ${'text '.repeat(count - 1)} } }`;
    expect(refusals(selections(250))).toEqual([]);
    expect(refusals(selections(251))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: selections 251, at most 250.']);
    expect(refusals(`{ ${'__typename '.repeat(251)} }`)).toHaveLength(1);
  });

  test('fragments count each time they are spread', () => {
    expect(refusals(`{ a: thing { ...A } b: thing { ...A } } fragment A on Thing { ${'x: id '.repeat(7)} }`)).toEqual([
      'COMPLEXITY_LIMIT_EXCEEDED: Too large: aliases 16, at most 15.',
    ]);
  });

  test('fragments that multiply are measured, and cycles end', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Thing { self { ...F${index + 1} } self { ...F${index + 1} } }`,
    ).join(' ');
    expect(refusals(`{ thing { ...F0 } } ${bomb} fragment F60 on Thing { id }`).join()).toMatch(/depth 62, .*selections \d/);
    expect(queryCost(schema, parse(`{ thing { ...F0 } } ${bomb} fragment F60 on Thing { id }`), null, {})).toBe(61);
    const wide = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Thing { a: self { ...F${index + 1} } b: self { ...F${index + 1} } }`,
    ).join(' ');
    expect(queryCost(schema, parse(`{ thing { ...F0 } } ${wide} fragment F30 on Thing { id }`), null, {})).toBe(Infinity);
    expect(refusals('{ thing { ...A } } fragment A on Thing { self { ...B } } fragment B on Thing { self { ...A } }')).toEqual([]);
  });

  test('the standard introspection query passes', () => {
    expect(refusals(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true }))).toEqual([]);
  });

  test('the schema is read three times at most', () => {
    expect(refusals('{ __schema { types { name } } a: __type(name: "Thing") { name } __type(name: "Query") { name } }')).toEqual([]);
    const again = (count: number) =>
      `{ __schema { ${Array.from({ length: count }, (_, index) => `t${index}: types { name }`).join(' ')} } }`;
    expect(refusals(again(2))).toEqual([]);
    expect(refusals(again(3))).toEqual(['COMPLEXITY_LIMIT_EXCEEDED: Too large: introspections 4, at most 3.']);
  });

  test('a document that is too large is refused before its fields are compared', () => {
    const query = `{ ${'things { totalCount } '.repeat(300)} unknown }`;
    const errors = validate(schema, parse(query), [...specifiedRules, documentLimitsRule], { maxErrors: 5 });
    expect(errors.slice(0, 5).map(({ extensions }) => extensions['code'])).toEqual(Array(5).fill('COMPLEXITY_LIMIT_EXCEEDED'));
  });

  test('written text and lists have the limits of variables', () => {
    expect(refusals('{ thing(text: "a\\u0000") { id } }')).toEqual(['BAD_USER_INPUT: NUL characters are not allowed. / 不能含 NUL 字符。']);
    expect(refusals(`{ thing(ids: [${'"1" '.repeat(251)}]) { id } }`)).toEqual(['BAD_USER_INPUT: A list has 251 items, at most 250.']);
    expect(refusals(`{ thing(ids: [${'"1" '.repeat(250)}], text: "😀") { id } }`)).toEqual([]);
  });
});

describe('limits of variables', () => {
  const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x');

  test.each([
    ['NUL', { a: { b: ['x\0'] } }],
    ['NUL in a key', { a: { 'x\0': 1 } }],
    ['half of a high surrogate', { a: '\ud800' }],
    ['half of a low surrogate', { a: ['ok', '\udc00x'] }],
    ['251 items', { a: Array(251).fill(1) }],
  ])('%s is refused', (_name, variables) => {
    expect(() => checkVariables(variables)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  test('100,000 levels are refused', () => {
    expect(() => checkVariables({ a: deep(100_000) })).toThrow('nested deeper than 32 levels');
  });

  test('everything else is let through', () => {
    expect(() => checkVariables({ a: '😀 督办', b: Array(250).fill({ c: null }), d: deep(20), e: 1.5, f: false })).not.toThrow();
    expect(() => checkVariables(undefined)).not.toThrow();
  });
});

describe('cost of a query', () => {
  const cost = (query: string, variables?: Record<string, unknown>, operationName?: string) =>
    queryCost(schema, parse(query), operationName, variables);

  const costs: [string, number, Record<string, unknown>?][] = [
    ['{ __typename rate { text } }', 0],
    ['{ thing { id } }', 1],
    ['{ things { nodes { id } } }', 20],
    ['{ things(first: 50) { nodes { id } totalCount } }', 50],
    ['{ things(first: null) { nodes { id } } }', 20],
    ['{ things(last: 7) { edges { cursor node { id } } } }', 7],
    ['{ things(first: 50) { totalCount } }', 0],
    ['{ things(first: 10) { nodes { things(first: 10) { nodes { self { id } } } } } }', 210],
    ['{ things(first: 10) { edges { node { things(first: 10) { edges { node { id } } } } } } }', 110],
    ['query ($n: Int) { things(first: $n) { nodes { id } } }', 30, { n: 30 }],
    ['query ($n: Int = 40) { things(first: $n) { nodes { id } } }', 40],
    ['query ($n: Int = 40) { things(first: $n) { nodes { id } } }', 20, { n: null }],
    ['query ($n: Int) { things(first: $n) { nodes { id } } }', 20],
    ['{ things(first: 1000000) { nodes { id } } }', 100],
    ['{ things(first: -5) { nodes { id } } }', 100],
    ['query ($n: Int) { things(first: $n) { nodes { id } } }', 100, { n: '3' }],
    ['{ things(first: 2, last: 9) { nodes { id } } }', 9],
    ['{ nodes(ids: ["a", "b", "c"]) { id ... on Thing { self { id } } } }', 6],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 2, { ids: ['a', 'b'] }],
    ['{ thing { parts { id } values { text } } }', 5],
    ['{ thing { things { nodes { id } } } thing { things { nodes { name } } } }', 21],
    ['{ a: things { nodes { id } } b: things { nodes { id } } }', 40],
    ['query ($no: Boolean!) { things @skip(if: $no) { nodes { id } } rate { text } }', 0, { no: true }],
    ['query ($no: Boolean!) { ...F @include(if: $no) ...F } fragment F on Query { things { nodes { id } } }', 20, { no: false }],
  ];

  test.each(costs.map(([query, expected, variables]) => ({ query, expected, variables })))(
    '$query is $expected',
    ({ query, expected, variables }) => {
      expect(cost(query, variables)).toBe(expected);
    },
  );

  test('only the operation that will run counts', () => {
    expect(cost('query A { rate { text } } query B { things { nodes { id } } }', {}, 'A')).toBe(0);
    expect(cost('query A { rate { text } } query B { things { nodes { id } } }', {}, 'B')).toBe(20);
  });
});
