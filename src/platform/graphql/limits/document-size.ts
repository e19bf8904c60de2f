import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';

export interface DocumentSize {
  depth: number;
  aliases: number;
  directives: number;
  selections: number;
  /** Readings of the schema: each `__schema` and `__type`, and each alias below one, which reads a part again. */
  introspections: number;
}

const introspectionFields = new Set(['__schema', '__type']);

/**
 * Measures operations as if every fragment were written out. Each fragment is measured once, so that fragments which
 * spread each other twice over (2^n selections in n lines) cost linear time.
 */
export class DocumentMeasure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, DocumentSize>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  operation(operation: OperationDefinitionNode): DocumentSize {
    const size = this.selections(operation.selectionSet.selections);
    const variableDirectives = (operation.variableDefinitions ?? []).reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
    size.directives += (operation.directives?.length ?? 0) + variableDirectives;
    return size;
  }

  private selections(selections: readonly SelectionNode[]): DocumentSize {
    const total = emptySize();
    for (const selection of selections) {
      const size = this.selection(selection);
      total.depth = Math.max(total.depth, size.depth);
      total.aliases += size.aliases;
      total.directives += size.directives + (selection.directives?.length ?? 0);
      total.selections += size.selections;
      total.introspections += size.introspections;
    }
    return total;
  }

  private selection(selection: SelectionNode): DocumentSize {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.selections(selection.selectionSet.selections);
    const inner = this.selections(selection.selectionSet?.selections ?? []);
    // graphql's own rule bounds what lies below __schema and __type; the standard introspection query is deeper than any other.
    const isIntrospection = introspectionFields.has(selection.name.value);
    return {
      depth: 1 + (isIntrospection ? 0 : inner.depth),
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      directives: inner.directives,
      selections: 1 + (isIntrospection ? 0 : inner.selections),
      introspections: isIntrospection ? 1 + inner.aliases : inner.introspections,
    };
  }

  private fragment(name: string): DocumentSize {
    const known = this.measured.get(name);
    if (known) return known;
    // Stands while the fragment is being measured: a cycle ends here, and is reported by graphql's own rule.
    this.measured.set(name, emptySize());
    const fragment = this.fragments.get(name);
    const size = fragment ? this.selections(fragment.selectionSet.selections) : emptySize();
    size.directives += fragment?.directives?.length ?? 0;
    this.measured.set(name, size);
    return size;
  }
}

function emptySize(): DocumentSize {
  return { depth: 0, aliases: 0, directives: 0, selections: 0, introspections: 0 };
}
