import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  typeFromAST,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Scalars as JSON brings them. */
const scalars: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Date: 'string',
  DateTime: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  JSONObject: 'Record<string, unknown>',
};

/**
 * The TypeScript type of what a selection brings. A fragment is the type of its name. Where records of several types may come, it is the
 * union of those that are named, told apart by `__typename`; where that is not asked for, everything of theirs may be missing.
 */
export function answerType(schema: GraphQLSchema, type: GraphQLNamedType, { selections }: SelectionSetNode): string {
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
  const isTold = fields.some(({ name }) => name.value === '__typename');
  const inline = selections.filter((selection) => selection.kind === Kind.INLINE_FRAGMENT);
  const spreads = selections.filter((selection) => selection.kind === Kind.FRAGMENT_SPREAD).map(({ name }) => name.value);
  const own = fields.filter(({ name }) => name.value !== '__typename').map((field) => fieldType(schema, type, field));
  const kinds = inline.map((fragment) => inlineType(schema, fragment, isTold));
  return [
    ...(own.length > 0 ? [`{ ${own.join(' ')} }`] : []),
    ...spreads,
    ...(isTold && kinds.length > 0 ? [`(${kinds.join(' | ')})`] : kinds),
  ].join(' & ');
}

function inlineType(schema: GraphQLSchema, { typeCondition, selectionSet }: InlineFragmentNode, isTold: boolean): string {
  const name = typeCondition!.name.value;
  const type = answerType(schema, schema.getType(name)!, selectionSet);
  return isTold ? `({ __typename: '${name}' } & ${type})` : `Partial<${type}>`;
}

function fieldType(schema: GraphQLSchema, parent: GraphQLNamedType, node: FieldNode): string {
  const key = (node.alias ?? node.name).value;
  if (!isObjectType(parent) && !isInterfaceType(parent)) throw new Error(`${parent.name} has no fields`);
  const isOptional = node.directives?.some(({ name }) => name.value === 'include' || name.value === 'skip');
  const { type } = parent.getFields()[node.name.value]!;
  return `${key}${isOptional ? '?' : ''}: ${outputType(schema, type, node)};`;
}

function outputType(schema: GraphQLSchema, type: GraphQLOutputType, node: FieldNode): string {
  return isNonNullType(type) ? presentType(schema, type.ofType, node) : `${presentType(schema, type, node)} | null`;
}

function presentType(schema: GraphQLSchema, type: GraphQLOutputType, node: FieldNode): string {
  if (isListType(type)) return `(${outputType(schema, type.ofType as GraphQLOutputType, node)})[]`;
  const named = getNamedType(type);
  return isCompositeType(named) && node.selectionSet ? `(${answerType(schema, named, node.selectionSet)})` : leafType(named);
}

/** The TypeScript type of an operation's variables. */
export function variablesType(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): string {
  const fields = variableDefinitions.map(({ variable, type, defaultValue }) =>
    inputField(variable.name.value, typeFromAST(schema, type as never) as GraphQLInputType, defaultValue !== undefined),
  );
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : 'Record<string, never>';
}

function inputField(name: string, type: GraphQLInputType, hasDefault: boolean): string {
  return isNonNullType(type) && !hasDefault ? `${name}: ${inputType(type)};` : `${name}?: ${inputType(type)};`;
}

function inputType(type: GraphQLInputType): string {
  if (isNonNullType(type)) return presentInputType(type.ofType);
  return `${presentInputType(type)} | null`;
}

function presentInputType(type: GraphQLInputType): string {
  if (isListType(type)) return `readonly (${inputType(type.ofType)})[]`;
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return `(${leafType(named)})`;
  const fields = Object.values(named.getFields()).map((field) => inputField(field.name, field.type, field.defaultValue !== undefined));
  return `{ ${fields.join(' ')} }`;
}

function leafType(type: GraphQLNamedType): string {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ');
  const scalar = scalars[type.name];
  if (!scalar) throw new Error(`No TypeScript type for ${type.name}`);
  return scalar;
}
