import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

const known = new WeakMap<DocumentNode, ReadonlySet<string>>();

/**
 * The fields that a document asks for anywhere, as coordinates such as `Task.plan`; fragments and what a condition may leave
 * out included. Read once per document.
 */
export function selectedFields(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = known.get(document);
  if (found) return found;
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (parent) fields.add(`${parent.name}.${name.value}`);
      },
    }),
  );
  known.set(document, fields);
  return fields;
}
