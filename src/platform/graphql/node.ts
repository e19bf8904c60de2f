import { Field, ID, InterfaceType } from 'type-graphql';
import { demandRole, type RequestContext } from './context';
import { globalId, largestKey, readGlobalId } from './global-id';
import { Public } from './public';
import type { Role } from './roles';
import { badUserInput } from './safe-error';

/** Loads the record of one type by its key; null where there is none, or none that the caller may see. */
export type NodeLoader = (context: RequestContext, key: number) => Promise<object | null>;

const nodeLoaders = new Map<string, { load: NodeLoader; roles: readonly Role[] | null }>();

/** Relay's Node: anything with a global id. */
@Public()
@InterfaceType({
  description: 'A record with a global id, which `node(id)` finds again. (有全局标识的记录)',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  @Public()
  @Field(() => ID, { name: 'id', description: 'Opaque global id; stable for the life of the record. (全局标识)' })
  get globalId(): string {
    return globalId(this.constructor.name, this.id);
  }

  /** The database key; never shown. */
  abstract id: number;
}

/**
 * Tells `node(id)` how to find records of a type. Each domain folder registers its own. A type that the public does not have
 * also says which roles may read it, as `@Authorized` does: none named, everyone signed in.
 */
export function registerNode(typeName: string, load: NodeLoader, roles: readonly Role[] | null = null): void {
  nodeLoaders.set(typeName, { load, roles });
}

/** The record of a global id; null where it is gone or not for this caller. BAD_USER_INPUT where the id is none of ours. */
export async function findNode(context: RequestContext, id: string): Promise<object | null> {
  const { typeName, key } = readGlobalId(id);
  const found = nodeLoaders.get(typeName);
  // To the public, a type that only the offices have is none.
  if (!found || (found.roles && context.audience === 'public'))
    throw badUserInput(`No record has an id of type ${typeName}. / 没有这种类型的记录。`);
  const { load, roles } = found;
  if (roles) demandRole(context.viewer, roles);
  return key > largestKey ? null : load(context, key);
}
