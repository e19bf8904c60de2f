import type { GraphQLFieldResolver } from 'graphql';
import { isPromise } from './execution';

/**
 * Watches fields without a resolver while graphql's own executor runs them: compiled code reads such a property as it
 * stands, so that one which holds a promise or is a method must be known before a query is compiled.
 */
export class PlainProperties {
  /** "Type.field" of those that are not plain. */
  readonly withPromises = new Set<string>();

  constructor(private readonly onDiscovery: () => void) {}

  readonly resolve: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    if (typeof source !== 'object' || source === null) return undefined;
    const property = (source as Record<string, unknown>)[info.fieldName];
    if (typeof property === 'function') {
      this.note(`${info.parentType.name}.${info.fieldName}`);
      return (property as (...given: unknown[]) => unknown).call(source, args, context, info);
    }
    if (isPromise(property) || (Array.isArray(property) && property.some(isPromise)))
      this.note(`${info.parentType.name}.${info.fieldName}`);
    return property;
  };

  private note(field: string): void {
    if (this.withPromises.has(field)) return;
    this.withPromises.add(field);
    this.onDiscovery();
  }
}
