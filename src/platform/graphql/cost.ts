import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isIncluded } from './included';
import { selectedOperation } from './selected-operation';

type Variables = Readonly<Record<string, unknown>>;

const defaultPageSize = 20;
const largestPageSize = 100;

/** Fields walked for one count; a document that passed the limits stays far below. */
const maxFieldsWalked = 10_000;

/** On a list field without paging: how many items to count for it. `@Extensions({ cost: { assumedSize: 10 } })`. */
export interface CostExtension {
  assumedSize: number;
  /**
   * The list stands in an object below a field with `first`, which says how many items come. Where it is omitted, so many
   * may come: what is selected below the items counts for each of them, the items themselves as `assumedSize`.
   */
  mostSize?: number;
}

/** Costs that no variable changes, by the operation of one document as it was parsed. */
const fixedCosts = new WeakMap<OperationDefinitionNode, number>();

/**
 * The number of records a request may at most return: items of connections and lists, and every object with a global id.
 * A connection multiplies what is selected below its items by its page size. Infinity where counting it would itself cost
 * too much; 0 where no operation can be told.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables | undefined,
): number {
  const operation = selectedOperation(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const known = fixedCosts.get(operation);
  if (known !== undefined) return known;
  try {
    const count = new CostCount(schema, document, withDefaults(operation, variables ?? {}));
    const cost = count.of(root, operation.selectionSet.selections);
    if (count.isFixed) fixedCosts.set(operation, cost);
    return cost;
  } catch (error) {
    if (error instanceof TooManyFields) return Infinity;
    throw error;
  }
}

function withDefaults(operation: OperationDefinitionNode, given: Variables): Variables {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) values[name] = given[name];
    else if (defaultValue) values[name] = valueFromASTUntyped(defaultValue);
  }
  return values;
}

/** Nodes that share a response key merge into one field, and are counted once. */
interface SelectedField {
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
  /** `first` of the field above; undefined where it has none. */
  sizeAbove?: unknown;
}

class CostCount {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private fieldsWalked = 0;
  /** Whether the count is the same for all variables, as far as it has come. */
  isFixed = true;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  of(type: GraphQLCompositeType, selections: readonly SelectionNode[], sizeAbove?: unknown): number {
    let cost = 0;
    for (const field of this.collect(type, selections).values()) cost += this.field({ ...field, sizeAbove });
    return cost;
  }

  private field({ parent, nodes, sizeAbove }: SelectedField): number {
    const node = nodes[0];
    const definition = node && fieldOf(parent, node);
    const type = definition && getNamedType(definition.type);
    if (!definition || !isCompositeType(type)) return 0;
    const selections = nodes.flatMap((each) => each.selectionSet?.selections ?? []);
    if (type.name.endsWith('Connection')) return this.connection(type, selections, this.pageSize(node));
    const below = this.of(type, selections, this.argument(node, 'first'));
    const { cost } = definition.extensions as { cost?: CostExtension };
    if (cost?.mostSize) return isSize(sizeAbove) ? sizeAbove * (1 + below) : cost.assumedSize + cost.mostSize * below;
    const items = this.listSize(definition, node);
    if (items !== null) return items * (1 + below);
    return (isRecord(type) ? 1 : 0) + below;
  }

  private connection(type: GraphQLCompositeType, selections: readonly SelectionNode[], size: number): number {
    let perItem = 0;
    let rest = 0;
    let hasItems = false;
    for (const field of this.collect(type, selections).values()) {
      const name = field.nodes[0]?.name.value;
      if (name !== 'nodes' && name !== 'edges') rest += this.field(field);
      else {
        hasItems = true;
        perItem += this.items(field, name);
      }
    }
    return (hasItems ? size : 0) + size * perItem + rest;
  }

  /** What one item costs beside itself: below `nodes`, or below `edges { node }` and beside the node. */
  private items({ parent, nodes }: SelectedField, name: 'nodes' | 'edges'): number {
    const type = this.typeOf(parent, nodes);
    if (!type) return 0;
    const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
    if (name === 'nodes') return this.of(type, selections);
    let cost = 0;
    for (const field of this.collect(type, selections).values()) {
      const itemType = field.nodes[0]?.name.value === 'node' ? this.typeOf(field.parent, field.nodes) : null;
      cost += itemType
        ? this.of(
            itemType,
            field.nodes.flatMap((node) => node.selectionSet?.selections ?? []),
          )
        : this.field(field);
    }
    return cost;
  }

  private typeOf(parent: GraphQLCompositeType, nodes: readonly FieldNode[]): GraphQLCompositeType | null {
    const definition = nodes[0] && fieldOf(parent, nodes[0]);
    const type = definition && getNamedType(definition.type);
    return isCompositeType(type) ? type : null;
  }

  /** `first` or `last`; what the resolver will refuse counts as the largest page. */
  private pageSize(node: FieldNode): number {
    const sizes = ['first', 'last'].map((name) => this.argument(node, name)).filter((value) => value !== undefined && value !== null);
    if (sizes.length === 0) return defaultPageSize;
    return Math.max(...sizes.map((size) => (isPageSize(size) ? size : largestPageSize)));
  }

  /** Items of a list that has no pages; null where the field is no list whose length is known or assumed. */
  private listSize(definition: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    if (!isListType(getNullableType(definition.type))) return null;
    const ids = this.argument(node, 'ids');
    if (Array.isArray(ids)) return ids.length;
    if (ids !== undefined && ids !== null) return 1;
    const { cost } = definition.extensions as { cost?: CostExtension };
    return cost ? cost.assumedSize : null;
  }

  private argument(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((each) => each.name.value === name);
    if (argument && argument.value.kind !== Kind.INT) this.isFixed = false;
    return argument && valueFromASTUntyped(argument.value, this.variables);
  }

  private collect(type: GraphQLCompositeType, selections: readonly SelectionNode[]): Map<string, SelectedField> {
    const fields = new Map<string, SelectedField>();
    this.collectInto(fields, type, selections, new Set());
    return fields;
  }

  private collectInto(
    fields: Map<string, SelectedField>,
    type: GraphQLCompositeType,
    selections: readonly SelectionNode[],
    seen: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.directives?.length) this.isFixed = false;
      if (!isIncluded(selection, this.variables)) continue;
      if (selection.kind === Kind.FIELD) this.addField(fields, type, selection);
      else this.collectFragment(fields, type, selection, seen);
    }
  }

  private addField(fields: Map<string, SelectedField>, parent: GraphQLCompositeType, node: FieldNode): void {
    if (++this.fieldsWalked > maxFieldsWalked) throw new TooManyFields();
    const key = `${parent.name}.${(node.alias ?? node.name).value}`;
    const known = fields.get(key);
    if (known) known.nodes.push(node);
    else fields.set(key, { parent, nodes: [node] });
  }

  private collectFragment(
    fields: Map<string, SelectedField>,
    type: GraphQLCompositeType,
    selection: Exclude<SelectionNode, FieldNode>,
    seen: Set<string>,
  ): void {
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
    if (name !== null && seen.has(name)) return;
    if (name !== null) seen.add(name);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
    if (!fragment) return;
    const condition = fragment.typeCondition && typeFromAST(this.schema, fragment.typeCondition);
    this.collectInto(fields, isCompositeType(condition) ? condition : type, fragment.selectionSet.selections, seen);
  }
}

/** Ends a count whose fragments multiply. */
class TooManyFields extends Error {}

function fieldOf(type: GraphQLCompositeType, node: FieldNode): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
}

function isRecord(type: GraphQLCompositeType): boolean {
  if (isInterfaceType(type) && type.name === 'Node') return true;
  return (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some((each) => each.name === 'Node');
}

function isPageSize(value: unknown): value is number {
  return isSize(value) && value <= largestPageSize;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
