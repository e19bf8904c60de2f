import { Authorized, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { demandRole, listCost, type RequestContext, type Viewer } from '../platform/graphql';
import { Unit, unitByKey } from '../units';
import { accountBySubject } from './account.loaders';
import { Role } from './role';
import { UserAccount } from './user-account';

/** The caller, to the caller. */
@ObjectType('Viewer', { simpleResolvers: true, description: 'Who is asking. (当前用户)' })
class ViewerObject {
  @Field({ description: 'Name under which what it does is recorded. (主体)' })
  subject!: string;

  @Field(() => Role, { description: 'What it may do. (角色)' })
  role!: Role;

  unitKey!: number | null;
  unitKeys!: readonly number[];
}

@Resolver(() => ViewerObject)
export class ViewerResolver {
  @Authorized()
  @Query(() => ViewerObject, { description: 'Who is asking, and what it may do. (当前用户)' })
  viewer(@Ctx() { viewer }: RequestContext): Viewer {
    return demandRole(viewer, []);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit a reporter writes for; null for the other roles. (填报单位)' })
  unit(@Root() { unitKey }: Viewer, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return unitKey === null ? null : unitByKey(context).load(unitKey);
  }

  @listCost(20)
  @FieldResolver(() => [Unit], {
    description:
      'All units a reporter may write for: its own, those that it administers, and those that became part of one of them. (可填报的单位)',
  })
  async units(@Root() { unitKeys }: Viewer, @Ctx() context: RequestContext): Promise<Unit[]> {
    const units = await Promise.all(unitKeys.map((key) => unitByKey(context).load(key)));
    return units.filter((unit) => unit !== null);
  }

  @FieldResolver(() => UserAccount, { nullable: true, description: 'Its account; null where it has none. (账户)' })
  account(@Root() { subject }: Viewer, @Ctx() context: RequestContext): Promise<UserAccount | null> {
    return accountBySubject(context).load(subject);
  }
}
