import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  isAbstractType,
  type GraphQLAbstractType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
} from 'graphql';
import { companionOf } from '../companion';
import { AbstractTypes } from './abstract-types';
import { type Execution, isPromise, toError } from './execution';
import { passThroughScalarName } from './prepared-document';
import { settlerOf, type Settle } from './settle';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * The schema as the compiler gets it: the same types and resolvers, wrapped where the compiler expects more of them than
 * graphql does. It wants type resolvers that answer at once and never throw, lists without promises, and plain properties
 * wherever a field has no resolver.
 *
 * @param withPromises "Type.field" of the fields without resolver whose property holds a promise or is a method
 */
export function compilerSchema(schema: GraphQLSchema, withPromises: ReadonlySet<string>): GraphQLSchema {
  const abstractTypes = new AbstractTypes();
  const mapped = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const isRoot = typeName === schema.getQueryType()?.name;
      const needsResolver = isRoot || withPromises.has(`${typeName}.${fieldName}`) || isAbstractType(getNamedType(field.type));
      const resolve = field.resolve ?? (needsResolver ? defaultFieldResolver : undefined);
      return resolve && { ...field, resolve: guarded(fieldName, resolve, settlerOf(field.type, abstractTypes, schema)) };
    },
    [MapperKind.OBJECT_TYPE]: (type) => (type.isTypeOf ? withCalmTypeCheck(type) : undefined),
    [MapperKind.INTERFACE_TYPE]: (type) => new GraphQLInterfaceType({ ...type.toConfig(), resolveType: remembered(abstractTypes, type) }),
    [MapperKind.UNION_TYPE]: (type) => new GraphQLUnionType({ ...type.toConfig(), resolveType: remembered(abstractTypes, type) }),
  });
  const passThrough = new GraphQLScalarType({ name: passThroughScalarName });
  return new GraphQLSchema({ ...mapped.toConfig(), types: [...mapped.toConfig().types, passThrough], assumeValid: true });
}

/** A record that came along with its owner is there without asking the resolver, which could only wait for the same. */
function guarded(fieldName: string, resolve: Resolver, settle: Settle | null): GraphQLFieldConfig<unknown, unknown>['resolve'] {
  return (source, args, context, info) => {
    const companion = companionOf(source, fieldName);
    if (companion) return companion;
    const execution = info.rootValue as Execution;
    let value: unknown;
    try {
      value = resolve(source === execution ? undefined : source, args as never, context, info);
    } catch (reason) {
      throw toError(reason);
    }
    if (!settle) return isPromise(value) ? execution.guard(value) : value;
    const settled = isPromise(value) ? Promise.resolve(value).then((each) => settle(each, context, info)) : settle(value, context, info);
    return isPromise(settled) ? execution.guard(settled) : settled;
  };
}

function remembered(abstractTypes: AbstractTypes, type: GraphQLAbstractType) {
  return (value: unknown): string | undefined => abstractTypes.recall(type.name, value);
}

function withCalmTypeCheck(type: GraphQLObjectType): GraphQLObjectType {
  const { isTypeOf, ...config } = type.toConfig();
  return new GraphQLObjectType({
    ...config,
    isTypeOf: (...given) => {
      try {
        return isTypeOf?.(...given) ?? true;
      } catch {
        return false;
      }
    },
  });
}
