import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, Public, type Page, type RequestContext } from '../platform/graphql';
import { Region } from './region';
import { RegionFilter, RegionOrder } from './region.inputs';
import { regionByKey } from './region.loaders';
import { findRegion, listChildren, listRegions } from './region.read-model';

const RegionConnection = connectionOf(Region, 'region');

const filterHelp = 'Which regions; all where omitted. (筛选)';
const orderHelp = 'Order; by code where omitted. (排序)';

@Resolver(() => Region)
export class RegionResolver {
  @Public()
  @Query(() => Region, { nullable: true, description: 'One region; null where the code names none. (按代码查区域)' })
  region(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: 'GB/T 2260 code, stable id of a zone, or global id. (区划代码)' }) code: string,
  ): Promise<Region | null> {
    return findRegion(context, code);
  }

  @Public()
  @Query(() => RegionConnection, { description: 'Regions of the country. (区域列表)' })
  regions(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => RegionFilter, { nullable: true, description: filterHelp }) filterBy: RegionFilter | null,
    @Arg('orderBy', () => RegionOrder, { nullable: true, description: orderHelp }) orderBy: RegionOrder | null,
  ): Promise<Page<Region>> {
    return listRegions(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => Region, { nullable: true, description: 'The region above, or the host of a zone; null for the nation. (上级)' })
  parent(@Root() region: Region, @Ctx() context: RequestContext): Promise<Region | null> | null {
    return region.parentId === null ? null : regionByKey(context).load(region.parentId);
  }

  @Public()
  @FieldResolver(() => RegionConnection, { description: 'Regions directly below, zones included. (下级)' })
  children(
    @Root() region: Region,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('orderBy', () => RegionOrder, { nullable: true, description: orderHelp }) orderBy: RegionOrder | null,
  ): Promise<Page<Region>> {
    return listChildren(context, region, args, orderBy);
  }
}
