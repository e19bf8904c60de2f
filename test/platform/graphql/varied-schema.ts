import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  Kind,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { badUserInput } from '../../../src/platform/graphql/safe-error';

/** A schema with one of everything that executors are known to disagree about. */

const Color = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 'r' }, GREEN: { value: 2 }, BLUE: {} } });

const Day = new GraphQLScalarType<Date, string>({
  name: 'Day',
  serialize: (value) => (value as Date).toISOString().slice(0, 10),
  parseValue: (value) => dayOf(value),
  parseLiteral: (node) => dayOf(node.kind === Kind.STRING ? node.value : null),
});

function dayOf(value: unknown): Date {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw badUserInput('Not a day');
  return new Date(value);
}

const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({
    text: { type: GraphQLString },
    size: { type: GraphQLInt, defaultValue: 7 },
    colors: { type: new GraphQLList(new GraphQLNonNull(Color)) },
    since: { type: Day },
    inner: { type: Filter },
    required: { type: GraphQLBoolean, defaultValue: false },
  }),
});

const Named: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Named',
  fields: () => ({ name: { type: GraphQLString }, friend: { type: Named } }),
  resolveType: async (value: { kind: string }) => value.kind,
});

const Pet = new GraphQLInterfaceType({ name: 'Pet', fields: { legs: { type: GraphQLInt } } });

const leaf: GraphQLFieldConfigMap<never, unknown> = {
  text: { type: GraphQLString },
  color: { type: Color },
  day: { type: Day },
  float: { type: GraphQLFloat },
  later: { type: GraphQLString, resolve: async () => 'later' },
  fails: { type: GraphQLString, resolve: () => Promise.reject(new Error('secret')) },
  throws: {
    type: GraphQLString,
    resolve: () => {
      throw badUserInput('bad', { hint: 1 });
    },
  },
  throwsText: {
    type: GraphQLString,
    resolve: () => {
      throw 'text';
    },
  },
  throwsNothing: {
    type: GraphQLString,
    resolve: () => {
      throw null;
    },
  },
  returnsError: { type: GraphQLString, resolve: () => new Error('returned') },
  must: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
  mustFail: { type: new GraphQLNonNull(GraphQLString), resolve: async () => Promise.reject(badUserInput('must')) },
  badColor: { type: Color, resolve: () => 'none' },
  badInt: { type: GraphQLInt, resolve: () => 'text' },
  promised: { type: GraphQLString },
  method: { type: GraphQLString },
  echo: {
    type: GraphQLString,
    args: {
      text: { type: GraphQLString, defaultValue: 'default' },
      filter: { type: Filter },
      ids: { type: new GraphQLList(new GraphQLNonNull(GraphQLID)) },
      color: { type: Color, defaultValue: 'r' },
      day: { type: Day },
      number: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 3 },
      float: { type: GraphQLFloat },
    },
    // The order of arguments is not part of the contract.
    resolve: (_source, args: Record<string, unknown>) => JSON.stringify(Object.entries(args).sort()),
  },
  path: {
    type: GraphQLString,
    resolve: (_source, _args, _context, info) =>
      `${info.parentType.name}.${info.fieldName} ${info.fieldNodes.length} ${String(info.returnType)} ${pathOf(info.path)}`,
  },
};

function pathOf(path: { key: string | number; prev?: unknown } | undefined): string {
  return path ? `${pathOf(path.prev as never)}/${path.key}` : '';
}

const Dog = new GraphQLObjectType({
  name: 'Dog',
  interfaces: [Named, Pet],
  fields: () => ({
    name: { type: GraphQLString },
    friend: { type: Named },
    legs: { type: GraphQLInt },
    barks: { type: GraphQLBoolean },
    owner: { type: Person },
    toString: { type: GraphQLString, resolve: () => 'dog' },
  }),
  isTypeOf: (value: { kind?: string }) => value.kind === 'Dog',
});

const Person: GraphQLObjectType = new GraphQLObjectType({
  name: 'Person',
  interfaces: [Named],
  fields: () => ({
    name: { type: GraphQLString },
    friend: { type: Named },
    age: { type: GraphQLInt },
    pets: { type: new GraphQLList(Animal) },
    things: { type: new GraphQLList(Thing), resolve: async () => [new Thing1(), null, new Thing1()] },
  }),
});

const Animal = new GraphQLUnionType({ name: 'Animal', types: [Dog, Person], resolveType: (value: { kind: string }) => value.kind });
const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: 'Thing',
  fields: () => ({
    ...(leaf as GraphQLFieldConfigMap<unknown, unknown>),
    self: { type: Thing, resolve: (value) => value },
    strict: { type: new GraphQLNonNull(Thing), resolve: (value) => value },
  }),
});

class Thing1 {
  text = 'text';
  color = 2;
  day = new Date('2024-02-29');
  float = 1.5;
  promised = Promise.resolve('promised');
  method(): string {
    return `method of ${this.text}`;
  }
}

const rex = { kind: 'Dog', name: 'Rex', legs: 4, barks: true, owner: null as unknown, friend: null as unknown };
const ann = { kind: 'Person', name: 'Ann', age: 40, pets: [rex], friend: rex };
rex.owner = ann;
rex.friend = ann;

const rejection = () => Promise.reject(new Error('item'));
const slow = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 5));

export const variedSchema = new GraphQLSchema({
  types: [Dog, Person],
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      ...(leaf as GraphQLFieldConfigMap<unknown, unknown>),
      thing: { type: Thing, resolve: () => new Thing1() },
      strictThing: { type: new GraphQLNonNull(Thing), resolve: async () => new Thing1() },
      nothing: { type: Thing, resolve: () => null },
      things: { type: new GraphQLList(Thing), resolve: () => [new Thing1(), null, slow(new Thing1()), rejection(), new Thing1()] },
      strictThings: { type: new GraphQLList(new GraphQLNonNull(Thing)), resolve: () => [new Thing1(), null] },
      matrix: { type: new GraphQLList(new GraphQLList(Thing)), resolve: async () => [[new Thing1()], null, [slow(new Thing1()), null]] },
      numbers: { type: new GraphQLList(GraphQLInt), resolve: () => new Set([1, 2, 3]) },
      badNumbers: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)), resolve: () => [1, 'x', 2] },
      notAList: { type: new GraphQLList(GraphQLInt), resolve: () => 5 },
      named: {
        type: Named,
        args: { who: { type: GraphQLString } },
        resolve: (_source, { who }: { who?: string }) => (who === 'rex' ? rex : who === 'none' ? { kind: 'Nobody' } : ann),
      },
      everyone: { type: new GraphQLList(Named), resolve: async () => [ann, slow(rex), null, rejection(), { kind: 'Thing' }] },
      animals: { type: new GraphQLList(new GraphQLNonNull(Animal)), resolve: () => [rex, ann] },
      brokenType: {
        type: Animal,
        resolve: () => ({
          get kind() {
            throw new Error('no kind');
          },
        }),
      },
      wrongDog: { type: Dog, resolve: () => ({ kind: 'Person' }) },
      brokenProperty: {
        type: Thing,
        resolve: async () => ({
          get text() {
            throw new Error('no text');
          },
        }),
      },
      context: { type: GraphQLString, resolve: (source, _args, context) => `${String(source)} ${(context as { viewer: string }).viewer}` },
    },
  }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields: { count: { type: GraphQLInt, resolve: () => ++mutations } } }),
});

let mutations = 0;
