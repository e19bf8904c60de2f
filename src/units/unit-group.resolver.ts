import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { today } from '../platform/calendar';
import { ConnectionArgs, DateScalar, Public, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Region, regionByKey } from '../regions';
import type { Unit } from './unit';
import { UnitGroup } from './unit-group';
import { unitGroupByKey } from './unit.loaders';
import { listMembers } from './unit.read-model';
import { UnitConnection } from './unit.resolver';

@Resolver(() => UnitGroup)
export class UnitGroupResolver {
  @Public()
  @Query(() => UnitGroup, { nullable: true, description: 'One collective; null where there is none. (按标识查集体称谓)' })
  unitGroup(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the collective. (集体称谓标识)' }) id: string,
  ): Promise<UnitGroup | null> {
    return unitGroupByKey(context).load(readKey(id, 'UnitGroup'));
  }

  @Public()
  @FieldResolver(() => Region, { description: 'The region in whose documents the expression stands. (所属区域)' })
  region(@Root() group: UnitGroup, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(group.regionId);
  }

  @Public()
  @FieldResolver(() => UnitConnection, { description: 'Members on a day; see `roster` for how many of them are known. (成员)' })
  members(
    @Root() group: UnitGroup,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today in Asia/Shanghai where omitted. (截至日期)' })
    asOf: string | null,
  ): Page<Unit> {
    return listMembers(context, group, asOf ?? today(), args);
  }
}
