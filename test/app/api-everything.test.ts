import { isEnumType, getNamedType, isObjectType, isInputObjectType, isInterfaceType, isIntrospectionType } from 'graphql';
import { schemas } from '../../src/app/schema';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { ask, type Data } from '../support/query';
import { enumInputs, everythingBelow, listsOf } from '../support/schema-walk';

const database = useTestDatabase({ seeded: true });

describe.each(['public', 'internal'] as const)('everything that the %s schema offers', (audience) => {
  const schema = schemas()[audience];
  const reader = () => (audience === 'public' ? database.publicReader : database.internalReader);

  it.each(listsOf(schema))(
    'keeps its promises over the first thousand rows of $name: nothing is null that must not be',
    async ({ name, node, required }) => {
      const source = `query ($after: String) { ${name}(${required}first: 100, after: $after) { totalCount nodes { ${everythingBelow(schema, node, 1)} } pageInfo { hasNextPage endCursor } } }`;
      let rows = 0;
      for (let after: string | null = null, more = true; more && rows < 1000;) {
        const { data, errors }: Data = await ask(reader(), source, { after });
        expect(errors).toEqual([]);
        rows += data[name].nodes.length;
        ({ hasNextPage: more, endCursor: after } = data[name].pageInfo);
        if (more) expect(rows).toBeLessThan(data[name].totalCount);
        else expect(rows).toBe(data[name].totalCount);
      }
    },
  );

  it.each(listsOf(schema))('keeps its promises three steps below $name', async ({ name, node, required }) => {
    const source = `{ ${name}(${required}first: 2) { totalCount nodes { ${everythingBelow(schema, node, 3, 1)} } } }`;
    const { data, errors, statements } = await ask(reader(), source);
    expect(errors).toEqual([]);
    expect(data[name].nodes).toHaveLength(Math.min(2, data[name].totalCount));
    // Bounded by what is asked, whatever the rows: below the hundreds of fields of this query.
    expect(statements.length).toBeLessThan(400);
  });

  it('keeps its promises in what stands beside the lists', async () => {
    const query = schema.getQueryType()!.getFields();
    const source = `{ release { ${everythingBelow(schema, getNamedType(query['release']!.type), 3)} } topics { ${everythingBelow(schema, getNamedType(query['topics']!.type), 3)} }
      rateLimit { ${everythingBelow(schema, getNamedType(query['rateLimit']!.type), 1)} } taskStatistics(groupBy: [PLAN, TOPIC]) { ${everythingBelow(schema, getNamedType(query['taskStatistics']!.type), 3)} } }`;
    const { data, errors } = await ask(reader(), source);
    expect(errors).toEqual([]);
    expect(data.release.files.length).toBeGreaterThan(0);
    expect(data.topics.length).toBeGreaterThan(50);
  });

  it('takes every value of every enum, alone and in every order', async () => {
    const orders = ['ASC', 'DESC'];
    for (const { name, required, filter, order } of listsOf(schema)) {
      for (const { field, value, isList } of enumInputs(schema, filter)) {
        const { errors } = await ask(
          reader(),
          `{ ${name}(${required}first: 1, filterBy: { ${field}: ${isList ? `[${value}]` : value} }) { totalCount nodes { id } } }`,
        );
        expect([field, value, errors]).toEqual([field, value, []]);
      }
      for (const { field, value } of enumInputs(schema, order).filter((each) => each.field === 'field')) {
        for (const direction of orders)
          expect(
            (await ask(reader(), `{ ${name}(first: 1, orderBy: { ${field}: ${value}, direction: ${direction} }) { nodes { id } } }`))
              .errors,
          ).toEqual([]);
      }
    }
    for (const { value } of enumInputs(schema, 'StatisticsOrder').filter(({ field }) => field === 'field')) {
      for (const direction of orders)
        expect(
          (
            await ask(
              reader(),
              `{ taskStatistics(groupBy: [LEVEL, ROLE], orderBy: { field: ${value}, direction: ${direction} }) { totalRows } }`,
            )
          ).errors,
        ).toEqual([]);
    }
  });

  it('has no enum that nothing uses', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
    const used = new Set<string>();
    for (const type of types) {
      if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) used.add(getNamedType(field.type).name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields()))
        for (const each of [field, ...field.args]) used.add(getNamedType(each.type).name);
    }
    expect(types.filter((type) => isEnumType(type) && !used.has(type.name)).map(({ name }) => name)).toEqual([]);
  });

  it('has an updatedAt on every record', () => {
    const records = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(records.length).toBeGreaterThan(10);
    for (const type of records)
      expect([type.name, String(isObjectType(type) && type.getFields()['updatedAt']?.type)]).toEqual([type.name, 'DateTime!']);
  });
});

describe('a query that comes again', () => {
  const api = new ApiClient(() => database.publicReader);

  it('has the same answer once it is compiled as before', async () => {
    const queries = [
      '{ plans { totalCount edges { cursor node { id title } } nodes { id tasks(first: 2) { totalCount nodes { id text } pageInfo { hasNextPage endCursor } } } pageInfo { hasNextPage startCursor } } }',
      '{ taskStatistics(groupBy: [REGION, UNIT], first: 9) { totalRows rows { taskCount keys { dimension key label node { __typename id ... on Region { name } ... on Unit { name } } } } } }',
      '{ region(code: "511700") { name parent { name } children(first: 3) { totalCount nodes { name } } statistics(groupBy: [STATUS]) { rows { taskCount keys { key label } } } } }',
      '{ nodes(ids: ["nonsense", "VGFzazoxOTk5OTk5OTk5"]) { id } }',
      '{ tasks(first: 0) { totalCount } }',
      '{ tasks(first: 3, after: "nonsense") { nodes { id } } }',
      '{ tasks(first: 3) { nodes { deadline { text kind dueOn explanation } topics { topic { code } confirmed } responsibilities { unit { name } group { expression members(first: 2) { totalCount nodes { name } } } } } } }',
      '{ release { number asOf updatedAt files { name url } } }',
    ];
    for (const query of queries) {
      const [first, ...others] = [await api.ask(query), await api.ask(query), await api.ask(query), await api.ask(query)];
      for (const { data, errors, statements } of others) {
        expect({ data, errors }).toEqual({ data: first.data, errors: first.errors });
        expect([...statements].sort()).toEqual([...first.statements].sort());
      }
    }
    expect(api.faults).toEqual([]);
  });
});
