import { Arg, Args, Authorized, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, Public, runCommand, UserError, type Page, type RequestContext } from '../../platform/graphql';
import { Region, regionByKey } from '../../regions';
import { Unit, unitByKey } from '../../units';
import { LedgerSummary } from './ledger-summary';
import { issueSummary } from './summary.commands';
import { IssueSummaryInput, LedgerSummaryFilter } from './summary.inputs';
import { listSummaries, listSummariesBelow, summaryByKey } from './summary.read-model';

const LedgerSummaryConnection = connectionOf(LedgerSummary, 'summary');

@ObjectType({ simpleResolvers: true, description: 'What came of issuing a summary. (操作结果)' })
class IssueSummaryPayload {
  @Field(() => LedgerSummary, { nullable: true, description: 'The summary; null where it was refused. (台账汇总)' })
  summary!: LedgerSummary | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => LedgerSummary)
export class LedgerSummaryResolver {
  @Public()
  @Query(() => LedgerSummaryConnection, { description: 'Summaries of ledgers, those of the latest period first. (台账汇总列表)' })
  summaries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => LedgerSummaryFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: LedgerSummaryFilter | null,
  ): Promise<Page<LedgerSummary>> {
    return listSummaries(context, args, filterBy);
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => IssueSummaryPayload, {
    description:
      'Counts the public ledger of a unit or a region for a period that is over, as it stands today, and publishes the figures for good. (发布台账汇总)',
  })
  async issueSummary(
    @Ctx() context: RequestContext,
    @Arg('input', () => IssueSummaryInput, { description: 'Of whom, and of what period. (输入)' }) input: IssueSummaryInput,
  ): Promise<IssueSummaryPayload> {
    const { result, userErrors } = await runCommand(context, 'issueSummary', input, (manager, { subject }) =>
      issueSummary(manager, input, subject),
    );
    return { summary: result && (await summaryByKey(context).load(result.summaryId)), userErrors };
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit; null for the summary of a region. (单位)' })
  unit(@Root() summary: LedgerSummary, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return summary.unitId === null ? null : unitByKey(context).load(summary.unitId);
  }

  @Public()
  @FieldResolver(() => Region, { description: 'The region, or that of the unit. (区域)' })
  region(@Root() summary: LedgerSummary, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(summary.regionId);
  }
}

@Resolver(() => Unit)
export class UnitSummariesResolver {
  @Public()
  @FieldResolver(() => LedgerSummaryConnection, { description: 'Summaries of its ledger, the latest period first. (台账汇总)' })
  summaries(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => LedgerSummaryFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: LedgerSummaryFilter | null,
  ): Promise<Page<LedgerSummary>> {
    return listSummariesBelow(context, 'Unit', unit.id, args, filterBy);
  }
}

@Resolver(() => Region)
export class RegionSummariesResolver {
  @Public()
  @FieldResolver(() => LedgerSummaryConnection, {
    description: 'Summaries of the ledger of this region as a whole, with those below it; the latest period first. (台账汇总)',
  })
  summaries(
    @Root() region: Region,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => LedgerSummaryFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: LedgerSummaryFilter | null,
  ): Promise<Page<LedgerSummary>> {
    return listSummariesBelow(context, 'Region', region.id, args, filterBy);
  }
}
