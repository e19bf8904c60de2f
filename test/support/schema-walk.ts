import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Values for arguments without which a field cannot be asked for. */
const requiredArguments: Readonly<Record<string, string>> = {
  groupBy: '[DEADLINE_KIND]',
  text: '"公开"',
  from: '"2023-01-01"',
  to: '"2023-12-31"',
  days: '366',
};

/**
 * A selection of everything below a type, down to a depth. Lists have few rows, so that the answer stays small; leaves that
 * stand below the depth are left out with what holds nothing else.
 */
export function everythingBelow(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, rows = 2): string {
  if (isInterfaceType(type)) return '__typename id';
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => selected(schema, field, depth, rows) ?? []);
  return ['__typename', ...fields].join(' ');
}

/** Every field of a type with what is asked of it, by name. */
export function fieldsBelow(schema: GraphQLSchema, typeName: string): [name: string, selection: string][] {
  const type = schema.getType(typeName) as GraphQLObjectType;
  return Object.values(type.getFields()).flatMap((field) => {
    const selection = selected(schema, field, 1, 2);
    return selection === null ? [] : [[field.name, selection]];
  });
}

function selected(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number, rows: number): string | null {
  const type = getNamedType(field.type);
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first' && type.name.endsWith('Connection')) return `first: ${rows}`;
    return isRequiredArgument(argument) ? `${argument.name}: ${requiredArguments[argument.name] ?? 'null'}` : [];
  });
  const args = given.length > 0 ? `(${given.join(', ')})` : '';
  if (isLeafType(type)) return `${field.name}${args}`;
  if (depth === 0) return null;
  // A connection, its edges and its page stand for one step down.
  const isStep = !/(Connection|Edge|PageInfo)$/.test(type.name);
  return `${field.name}${args} { ${everythingBelow(schema, type, isStep ? depth - 1 : depth, rows)} }`;
}

export interface ListField {
  name: string;
  node: GraphQLObjectType;
  /** Arguments without which it cannot be asked for, as they are written before others. */
  required: string;
  filter: string;
  /** Name of the type of its orders; empty where it has one order alone. */
  order: string;
}

/** Fields of the query type whose rows can be paged through. */
export function listsOf(schema: GraphQLSchema): ListField[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const connection = getNamedType(field.type);
    if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
    const node = getNamedType(connection.getFields()['nodes']!.type) as GraphQLObjectType;
    const typeOf = (argument: string): string => {
      const found = field.args.find(({ name }) => name === argument);
      return found ? getNamedType(found.type).name : '';
    };
    const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${requiredArguments[name]}, `);
    return { name: field.name, node, required: required.join(''), filter: typeOf('filterBy'), order: typeOf('orderBy') };
  });
}

/** Every value of every enum that a filter or an order takes: the field, and the value as it is written. */
export function enumInputs(schema: GraphQLSchema, inputName: string): { field: string; value: string; isList: boolean }[] {
  const input = schema.getType(inputName);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (!isEnumType(type)) return [];
    return type.getValues().map(({ name }) => ({ field: field.name, value: name, isList: String(field.type).includes('[') }));
  });
}
