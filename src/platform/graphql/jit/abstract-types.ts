import { defaultTypeResolver, type GraphQLAbstractType, type GraphQLResolveInfo } from 'graphql';
import { isPromise, toError } from './execution';

/**
 * The concrete types of values behind interfaces and unions, found out before compiled code asks for them: it cannot wait
 * for a type resolver, and type-graphql makes every resolver that is given to it asynchronous.
 */
export class AbstractTypes {
  private readonly byType = new Map<string, WeakMap<object, string>>();

  /** The value itself, or the error that finding its type ended in. */
  learn(type: GraphQLAbstractType, value: unknown, context: unknown, info: GraphQLResolveInfo): unknown {
    if (typeof value !== 'object' || value === null || value instanceof Error) return value;
    try {
      const name = (type.resolveType ?? defaultTypeResolver)(value, context, info, type);
      if (!isPromise(name)) return this.remember(type.name, value, name);
      return Promise.resolve(name).then((each) => this.remember(type.name, value, each), toError);
    } catch (reason) {
      return toError(reason);
    }
  }

  recall(typeName: string, value: unknown): string | undefined {
    return typeof value === 'object' && value !== null ? this.byType.get(typeName)?.get(value) : undefined;
  }

  private remember(typeName: string, value: object, concrete: unknown): object {
    if (typeof concrete !== 'string') return value;
    let known = this.byType.get(typeName);
    if (!known) this.byType.set(typeName, (known = new WeakMap()));
    known.set(value, concrete);
    return value;
  }
}
