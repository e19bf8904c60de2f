import {
  Kind,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { isIncluded } from '../included';

/** A scalar that the compiler's schema has beside the others; it lets values through as they are. */
export const passThroughScalarName = 'PassThroughValue';

export type VariableValues = Readonly<Record<string, unknown>>;

interface HoistedArgument {
  variableName: string;
  value: ValueNode;
  type: GraphQLInputType;
}

/**
 * A document as the compiler gets it: one operation, no conditions, no literals. @skip and @include are decided here,
 * and every written argument value becomes a variable, so that neither the compiler's own reading of values nor any text
 * of a client has a part in the code it generates.
 */
export interface PreparedDocument {
  document: DocumentNode;
  /** Adds what was hoisted. Null where a value turns out invalid: graphql's own executor then says so. */
  bind: (variables: VariableValues) => VariableValues | null;
}

export function prepareDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): PreparedDocument {
  const conditionless = withoutConditions(document, operation, variables);
  const hoisted: HoistedArgument[] = [];
  const prefix = unusedPrefix(operation);
  const hoist = (argument: ArgumentNode, type: GraphQLInputType): ArgumentNode => {
    const variableName = `${prefix}${hoisted.length}`;
    hoisted.push({ variableName, value: argument.value, type });
    return { ...argument, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variableName }, loc: argument.value.loc } };
  };
  const withoutLiterals = hoistLiterals(schema, conditionless, hoist);
  return { document: declareVariables(withoutLiterals, hoisted), bind: (values) => bind(hoisted, values) };
}

/** Names of the variables that decide on selections; their values select among the compiled variants of a query. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

function withoutConditions(document: DocumentNode, operation: OperationDefinitionNode, variables: VariableValues): DocumentNode {
  // Always a copy: the compiler writes notes into the nodes it is given, and the document is shared with later requests.
  const decide = (node: SelectionNode): SelectionNode | null => (isIncluded(node, variables) ? { ...node, directives: [] } : null);
  const definitions = document.definitions.filter((each) => each === operation || each.kind === Kind.FRAGMENT_DEFINITION);
  return visit({ ...document, definitions }, { Field: decide, InlineFragment: decide, FragmentSpread: decide });
}

function hoistLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
  hoist: (argument: ArgumentNode, type: GraphQLInputType) => ArgumentNode,
): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const field = (node: FieldNode): FieldNode | undefined => {
    if (!node.arguments?.length) return undefined;
    const definitions = typeInfo.getFieldDef()?.args ?? [];
    const hoistedArguments = node.arguments.map((argument) => {
      const definition = definitions.find((each) => each.name === argument.name.value);
      return definition && argument.value.kind !== Kind.VARIABLE ? hoist(argument, definition.type) : argument;
    });
    return { ...node, arguments: hoistedArguments };
  };
  return visit(document, visitWithTypeInfo(typeInfo, { Field: { enter: field } }));
}

function declareVariables(document: DocumentNode, hoisted: readonly HoistedArgument[]): DocumentNode {
  const declare = (name: string): VariableDefinitionNode => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: passThroughScalarName } },
  });
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const own = (definition.variableDefinitions ?? []).map((each) => each.variable.name.value);
    return { ...definition, variableDefinitions: [...own, ...hoisted.map((each) => each.variableName)].map(declare) };
  });
  return { ...document, definitions };
}

function unusedPrefix(operation: OperationDefinitionNode): string {
  let prefix = 'hoisted';
  while (operation.variableDefinitions?.some((each) => each.variable.name.value.startsWith(prefix))) prefix += 'X';
  return prefix;
}

function bind(hoisted: readonly HoistedArgument[], variables: VariableValues): VariableValues | null {
  const values: Record<string, unknown> = { ...variables };
  for (const { variableName, value, type } of hoisted) {
    const coerced = valueFromAST(value, type, variables);
    if (coerced === undefined) return null;
    values[variableName] = coerced;
  }
  return values;
}
