import type { GraphQLNamedType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

interface Extensible {
  extensions?: Readonly<Record<string, unknown>> | null;
}

/** Whether a field carries the mark. A field that is inherited from a marked one is marked. */
export function isPublicField({ extensions }: Extensible): boolean {
  return extensions?.['public'] === true;
}

/**
 * Whether a type carries the mark itself. type-graphql hands the extensions of a class down to its subclasses, so that
 * everything that extends a public interface would be public without a word: only the mark on its own class counts.
 */
export function isPublicType(type: GraphQLNamedType): boolean {
  if (type.extensions['public'] !== true) return false;
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const classes = [...objectTypes, ...interfaceTypes].filter(({ name }) => name === type.name).map(({ target }) => target);
  return classes.length === 0 || classes.some(isPublicClass);
}

/** Whether a class of a type carries the mark itself. */
export function isPublicClass(target: Function): boolean {
  return getMetadataStorage().classExtensions.some((each) => each.target === target && each.extensions['public'] === true);
}
