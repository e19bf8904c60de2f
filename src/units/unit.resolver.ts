import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Region, regionByKey } from '../regions';
import { FunctionLine } from './function-line';
import { Unit } from './unit';
import { UnitFilter, UnitOrder } from './unit.inputs';
import { allFunctionLines, functionLineByCode, predecessorsOfUnit, unitByKey } from './unit.loaders';
import { listUnits, listUnitsOfRegion } from './unit.read-model';

export const UnitConnection = connectionOf(Unit, 'unit');

const orderHelp = 'Order; by region, then name where omitted. (排序)';

@Resolver(() => Unit)
export class UnitResolver {
  @Public()
  @Query(() => Unit, { nullable: true, description: 'One unit; null where there is none. (按标识查单位)' })
  unit(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the unit. (单位标识)' }) id: string,
  ): Promise<Unit | null> {
    return unitByKey(context).load(readKey(id, 'Unit'));
  }

  @Public()
  @Query(() => UnitConnection, { description: 'Units known from reference data and published plans. (单位列表)' })
  units(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => UnitFilter, { nullable: true, description: 'Which units; all where omitted. (筛选)' })
    filterBy: UnitFilter | null,
    @Arg('orderBy', () => UnitOrder, { nullable: true, description: orderHelp }) orderBy: UnitOrder | null,
  ): Promise<Page<Unit>> {
    return listUnits(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => Region, { description: 'The region whose organ it is; its name is unique there. (所属区域)' })
  region(@Root() unit: Unit, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(unit.regionId);
  }

  @Public()
  @FieldResolver(() => FunctionLine, { nullable: true, description: 'Its line of work; null where its name tells none. (条线)' })
  functionLine(@Root() unit: Unit, @Ctx() context: RequestContext): Promise<FunctionLine | null> | null {
    return unit.functionLineCode === null ? null : functionLineByCode(context).load(unit.functionLineCode);
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it became part of; null where there is none. (承继单位)' })
  successor(@Root() unit: Unit, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return unit.successorId === null ? null : unitByKey(context).load(unit.successorId);
  }

  @Public()
  @listCost(5)
  @FieldResolver(() => [Unit], { description: 'Units that became part of it, by the day on which they ended; empty for most. (前身单位)' })
  predecessors(@Root() unit: Unit, @Ctx() context: RequestContext): Promise<Unit[]> {
    return predecessorsOfUnit(context).load(unit.id);
  }
}

@Resolver(() => FunctionLine)
export class FunctionLineResolver {
  @Public()
  @listCost(80)
  @Query(() => [FunctionLine], { description: 'All lines of work, in their own order. (条线列表)' })
  functionLines(@Ctx() context: RequestContext): Promise<FunctionLine[]> {
    return allFunctionLines(context);
  }
}

@Resolver(() => Region)
export class RegionUnitsResolver {
  @Public()
  @FieldResolver(() => UnitConnection, { description: 'Units of this region itself, not of those below it. (本级单位)' })
  units(
    @Root() region: Region,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('orderBy', () => UnitOrder, { nullable: true, description: orderHelp }) orderBy: UnitOrder | null,
  ): Page<Unit> {
    return listUnitsOfRegion(context, region.id, args, orderBy);
  }
}
