import {
  astFromValue,
  getNamedType,
  getNullableType,
  graphql,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { globalId, roles, type RequestContext, type Role } from '../../src/platform/graphql';
import { safeErrorOf } from '../../src/platform/graphql/format-error';
import { contextFor } from './query';

type Caller = Role | 'nobody';
type Outcome = 'allowed' | 'FORBIDDEN' | 'UNAUTHENTICATED';

const callers: readonly Caller[] = ['nobody', ...roles];

/** A guard let the call through: it came to its data. Nothing is read or written. */
class Reached extends Error {}

function contextOf(caller: Caller): RequestContext {
  const reached = async () => {
    throw new Reached();
  };
  const viewer = caller === 'nobody' ? null : { subject: caller, role: caller, unitKey: null, unitKeys: [] };
  return { ...contextFor({ audience: 'internal', rows: reached }), viewer, transact: reached };
}

/** What may be asked and done on the internal endpoint alone, who may, and what the others are told; a line each, in order. */
export async function roleMatrix(internal: GraphQLSchema, publicSchema: GraphQLSchema): Promise<string[]> {
  const lines: string[] = [];
  for (const [operation, type] of [
    ['mutation', internal.getMutationType()!],
    ['query', internal.getQueryType()!],
  ] as const) {
    const inPublic = publicSchema.getQueryType()!.getFields();
    for (const field of Object.values(type.getFields())) {
      if (operation === 'query' && field.name in inPublic) continue;
      lines.push(await lineOf(`${type.name}.${field.name}`, (caller) => run(internal, `${operation} { ${selected(field)} }`, caller)));
    }
  }
  for (const name of internalNodes(internal, publicSchema)) {
    const query = `{ node(id: "${globalId(name, 1)}") { id } }`;
    lines.push(await lineOf(`Query.node(${name})`, (caller) => run(internal, query, caller)));
  }
  for (const { type, field } of internalFields(internal, publicSchema)) {
    const line = await lineOf(`${type.name}.${field.name}`, (caller) => resolveAlone(type, field, caller));
    if (/FORBIDDEN|UNAUTHENTICATED/.test(line)) lines.push(line);
  }
  return lines.sort();
}

async function lineOf(coordinate: string, outcomeFor: (caller: Caller) => Promise<Outcome>): Promise<string> {
  const outcomes: string[] = [];
  for (const caller of callers) outcomes.push(`${caller}: ${await outcomeFor(caller)}`);
  return [coordinate, ...outcomes].join(' | ');
}

async function run(schema: GraphQLSchema, source: string, caller: Caller): Promise<Outcome> {
  const { errors = [] } = await graphql({ schema, source, contextValue: contextOf(caller) });
  const unread = errors.find(({ path }) => path === undefined);
  if (unread) throw new Error(`${source}: ${unread.message}`);
  return outcomeOf(errors);
}

/** Guards come before anything else that a resolver does, so that an empty record will do. */
async function resolveAlone(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, caller: Caller): Promise<Outcome> {
  try {
    await field.resolve?.({}, {}, contextOf(caller), { parentType: type, fieldName: field.name } as never);
    return 'allowed';
  } catch (error) {
    return outcomeOf([error]);
  }
}

function outcomeOf(errors: readonly unknown[]): Outcome {
  const code = errors.map((error) => safeErrorOf(error)?.code).find((each) => each === 'FORBIDDEN' || each === 'UNAUTHENTICATED');
  return (code as Outcome | undefined) ?? 'allowed';
}

/** Types of records that only the internal endpoint has, which `node(id)` must guard too. */
function internalNodes(internal: GraphQLSchema, publicSchema: GraphQLSchema): string[] {
  const types = Object.values(internal.getTypeMap()).filter(isObjectType);
  return types
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node') && !publicSchema.getType(type.name))
    .map(({ name }) => name);
}

function internalFields(internal: GraphQLSchema, publicSchema: GraphQLSchema) {
  const operations = [internal.getQueryType(), internal.getMutationType()];
  const types = Object.values(internal.getTypeMap()).filter(
    (type) => isObjectType(type) && !operations.includes(type),
  ) as GraphQLObjectType[];
  return types.flatMap((type) => {
    const shared = publicSchema.getType(type.name);
    const open = isObjectType(shared) ? shared.getFields() : {};
    return Object.values(type.getFields())
      .filter(({ name }) => !(name in open))
      .map((field) => ({ type, field }));
  });
}

/** A field with as little of its arguments and answer as it takes. */
function selected(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${print(astFromValue(sample(type), type)!)}`);
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}

const samples: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2024-01-31',
  DateTime: '2024-01-31T00:00:00Z',
  JSONObject: {},
};

function sample(type: GraphQLInputType): unknown {
  const plain = isNonNullType(type) ? getNullableType(type) : type;
  if (isListType(plain)) return [];
  if (isEnumType(plain)) return plain.getValues()[0]!.value;
  if (!isInputObjectType(plain)) return samples[(plain as { name: string }).name] ?? 'x';
  const required = Object.values(plain.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
}
