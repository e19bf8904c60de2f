import {
  getNullableType,
  isAbstractType,
  isListType,
  type GraphQLAbstractType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { AbstractTypes } from './abstract-types';
import { isPromise, toError } from './execution';

/** Makes a resolved value ready for compiled code, at once where nothing has to be waited for. */
export type Settle = (value: unknown, context: unknown, info: GraphQLResolveInfo) => unknown;

/** What values of a type need; null where nothing. */
export function settlerOf(type: GraphQLOutputType, abstractTypes: AbstractTypes, schema: GraphQLSchema): Settle | null {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return settleList(settlerOf(nullable.ofType, abstractTypes, schema));
  if (!isAbstractType(nullable)) return null;
  // The original type, whose resolver is not yet wrapped.
  const abstractType = schema.getType(nullable.name) as GraphQLAbstractType;
  return (value, context, info) => abstractTypes.learn(abstractType, value, context, info);
}

function settleList(settleItem: Settle | null): Settle {
  return (value, context, info) => {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return value;
    const list = Array.isArray(value) ? (value as unknown[]) : Array.from(value as Iterable<unknown>);
    if (!settleItem) return list.some(isPromise) ? Promise.all(list.map(waited)) : list;
    const items = list.map((item) =>
      isPromise(item) ? waited(item).then((each) => settleItem(each, context, info)) : settleItem(item, context, info),
    );
    return items.some(isPromise) ? Promise.all(items) : items;
  };
}

/** A rejected item stays in its place as an Error, which becomes an error with the item's path. */
function waited(item: unknown): Promise<unknown> {
  return Promise.resolve(item).catch(toError);
}
