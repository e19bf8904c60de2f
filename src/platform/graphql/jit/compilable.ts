import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/**
 * The compiler writes code for every selected field of every possible type, which multiplies where interfaces nest. Beyond
 * this, compiling would hold up other requests for longer than it ever saves.
 */
const maxCompiledFields = 300;

/** How many fields would be written out as code; null where the document is to be executed without compiling. */
export function fieldsToCompile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number | null {
  const root = schema.getRootType(operation.operation);
  if (operation.operation !== 'query' || !root) return null;
  const expansion = new Expansion(schema, document);
  try {
    expansion.object(root, operation.selectionSet.selections, '', 0);
    return expansion.fields;
  } catch (error) {
    if (error instanceof Obstacle) return null;
    throw error;
  }
}

class Obstacle extends Error {}

/** Walks a document as the compiler does, type by type, and stops at the first thing that the compiler gets wrong. */
class Expansion {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly pathNames = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  get fields(): number {
    return this.pathNames.size;
  }

  object(type: GraphQLObjectType, selections: readonly SelectionNode[], path: string, listDepth: number): void {
    const fields = new Map<string, FieldNode[]>();
    this.collect(type, selections, fields, new Set());
    for (const [key, nodes] of fields) this.field(type, key, nodes, path, listDepth);
  }

  private field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[], path: string, listDepth: number): void {
    const pathName = `${key}_${path}`;
    // The compiler keeps what resolvers learn about their field under this name: a_b_ is both "b { a }" and "b: a_b".
    if (this.pathNames.has(pathName)) throw new Obstacle('ambiguous paths');
    this.pathNames.add(pathName);
    if (this.pathNames.size > maxCompiledFields) throw new Obstacle('too many fields');
    const definition = parent.getFields()[nodes[0]?.name.value ?? ''];
    if (!definition) return;
    const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
    if (selections.length > 0) this.output(definition.type, selections, pathName, listDepth);
  }

  private output(type: GraphQLOutputType, selections: readonly SelectionNode[], path: string, listDepth: number): void {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      this.output(nullable.ofType, selections, `idx${listDepth}_${path}`, listDepth + 1);
      return;
    }
    const named = getNamedType(nullable);
    if (isObjectType(named)) this.object(named, selections, path, listDepth);
    if (!isAbstractType(named)) return;
    for (const possible of this.schema.getPossibleTypes(named)) this.object(possible, selections, `${possible.name}_${path}`, listDepth);
  }

  private collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    fields: Map<string, FieldNode[]>,
    seen: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) addField(fields, selection);
      else this.collectFragment(type, selection, fields, seen);
    }
  }

  private collectFragment(
    type: GraphQLObjectType,
    selection: Exclude<SelectionNode, FieldNode>,
    fields: Map<string, FieldNode[]>,
    seen: Set<string>,
  ): void {
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
    if (name !== null && seen.has(name)) return;
    if (name !== null) seen.add(name);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
    if (fragment && this.applies(fragment, type)) this.collect(type, fragment.selectionSet.selections, fields, seen);
  }

  private applies(
    { typeCondition }: Pick<FragmentDefinitionNode, 'typeCondition'> | { typeCondition?: undefined },
    type: GraphQLObjectType,
  ): boolean {
    const condition = typeCondition && typeFromAST(this.schema, typeCondition);
    return !condition || condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type));
  }
}

function addField(fields: Map<string, FieldNode[]>, node: FieldNode): void {
  const key = (node.alias ?? node.name).value;
  // "__proto__" as a key of an object literal is no key, and introspection would show the compiler's own scalar.
  if (key.startsWith('__') && !(key === '__typename' && node.name.value === '__typename')) throw new Obstacle('reserved name');
  if (node.name.value.startsWith('__') && node.name.value !== '__typename') throw new Obstacle('introspection');
  const known = fields.get(key);
  if (known) known.push(node);
  else fields.set(key, [node]);
}
