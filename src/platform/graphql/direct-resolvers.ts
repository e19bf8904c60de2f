import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { hasRules } from './check-input';

type Storage = ReturnType<typeof getMetadataStorage>;
type FieldMethod = Storage['fieldResolvers'][number];
type Param = NonNullable<FieldMethod['params']>[number];
type Given = Record<string, unknown>;

/** What a parameter of a method is given; `undefined` in place of the function: only type-graphql can tell. */
type Giver = (root: unknown, args: Given, context: unknown) => unknown;

/**
 * Calls the methods behind fields without type-graphql wherever their arguments need neither converting nor checking. What it
 * makes for each call, a list inside a list pays for every row above it.
 */
export function callDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  const inputTypes = new Set<unknown>(storage.inputTypes.map(({ target }) => target));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const owners = new Set<unknown>(storage.objectTypes.filter(({ name }) => name === type.name).map(({ target }) => target));
    for (const method of storage.fieldResolvers) {
      const field = type.getFields()[method.schemaName];
      if (field?.resolve && owners.has(method.getObjectType?.())) field.resolve = direct(method, inputTypes, field.resolve);
    }
  }
}

/** The given resolver where there is more to a call than the call. */
function direct(method: FieldMethod, inputTypes: ReadonlySet<unknown>, resolve: Resolver): Resolver {
  if (method.kind !== 'external' || method.roles || method.middlewares?.length) return resolve;
  const params = (method.params ?? []).toSorted((a, b) => a.index - b.index);
  const givers = params.map((param) => giverOf(param, inputTypes));
  if (!givers.every((giver) => giver !== undefined)) return resolve;
  const inputs = params.flatMap((param) => (param.kind === 'arg' && inputTypes.has(param.getType()) ? [param.name] : []));
  const target = new (method.target as new () => Record<string, (...given: unknown[]) => unknown>)();
  return (root, args: Given, context, info) => {
    if (inputs.some((name) => args[name] != null)) return resolve(root, args, context, info);
    return target[method.methodName]!(...givers.map((giver) => giver(root, args, context)));
  };
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function giverOf(param: Param, inputTypes: ReadonlySet<unknown>): Giver | undefined {
  if (param.kind === 'context' && param.propertyName === undefined) return (_root, _args, context) => context;
  if (param.kind === 'root' && param.propertyName === undefined) return (root) => root;
  if (param.kind === 'arg' && !param.validateFn) return (_root, args) => args[param.name];
  if (param.kind !== 'args' || param.validateFn || !isPlain(param.getType(), inputTypes)) return undefined;
  const Arguments = param.getType() as new () => object;
  return (_root, args) => Object.assign(new Arguments(), args);
}

/** Whether arguments of a class are taken as they come: no rule is on them, and no object among them. */
function isPlain(type: unknown, inputTypes: ReadonlySet<unknown>): boolean {
  const classes = getMetadataStorage().argumentTypes.filter(({ target }) => type === target || isBelow(type, target));
  return !hasRules(type) && classes.every(({ fields }) => fields?.every((field) => !inputTypes.has(field.getType())));
}

function isBelow(type: unknown, parent: Function): boolean {
  return typeof type === 'function' && type.prototype instanceof parent;
}
