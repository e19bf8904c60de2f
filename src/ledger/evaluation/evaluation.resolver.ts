import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Region, regionByKey } from '../../regions';
import { Unit, unitByKey } from '../../units';
import { receiptOfEvaluation } from '../review/review.loaders';
import { ReviewReceipt } from '../review/review-receipt';
import { Evaluation, EvaluationScore } from './evaluation';
import { EvaluationIndicator, EvaluationScheme } from './evaluation-scheme';
import { EvaluationFilter, EvaluationOrder, EvaluationSchemeFilter } from './evaluation.list-inputs';
import { indicatorsOfScheme, schemeByKey, scoresOfEvaluation } from './evaluation.loaders';
import { listEvaluations, listEvaluationsOfUnit, listSchemes } from './evaluation.read-model';

const EvaluationConnection = connectionOf(Evaluation, 'evaluation');
const EvaluationSchemeConnection = connectionOf(EvaluationScheme, 'scheme of indicators');

const orderHelp = 'Order; by period, the latest first, where omitted. (排序)';

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @Public()
  @Query(() => EvaluationConnection, { description: 'Scores of units. (考核评估列表)' })
  evaluations(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => EvaluationFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: EvaluationFilter | null,
    @Arg('orderBy', () => EvaluationOrder, { nullable: true, description: orderHelp }) orderBy: EvaluationOrder | null,
  ): Promise<Page<Evaluation>> {
    return listEvaluations(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => EvaluationScheme, { description: 'By what it is scored. (指标体系)' })
  scheme(@Root() evaluation: Evaluation, @Ctx() context: RequestContext): Promise<EvaluationScheme | null> {
    return schemeByKey(context).load(evaluation.schemeId);
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that is scored; null where it is not public. (被评估单位)' })
  unit(@Root() evaluation: Evaluation, @Ctx() context: RequestContext): Promise<Unit | null> {
    return unitByKey(context).load(evaluation.unitId);
  }

  @Public()
  @listCost(40)
  @FieldResolver(() => [EvaluationScore], {
    description: 'The score of every indicator, and the veto items that were met, in the order of the scheme. (指标得分)',
  })
  scores(@Root() evaluation: Evaluation, @Ctx() context: RequestContext): Promise<EvaluationScore[]> {
    return scoresOfEvaluation(context).load(evaluation.id);
  }

  @Public()
  @FieldResolver(() => ReviewReceipt, {
    nullable: true,
    description: 'The stages of review that it passed; null where it is not public. (审核回执)',
  })
  receipt(@Root() evaluation: Evaluation, @Ctx() context: RequestContext): Promise<ReviewReceipt | null> {
    return receiptOfEvaluation(context).load(evaluation.id);
  }
}

@Resolver(() => EvaluationScheme)
export class EvaluationSchemeResolver {
  @Public()
  @Query(() => EvaluationSchemeConnection, { description: 'Schemes of indicators, the latest year first. (指标体系列表)' })
  evaluationSchemes(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => EvaluationSchemeFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: EvaluationSchemeFilter | null,
  ): Promise<Page<EvaluationScheme>> {
    return listSchemes(context, args, filterBy);
  }

  @Public()
  @FieldResolver(() => Region, { description: 'Region that evaluates by it. (区域)' })
  region(@Root() scheme: EvaluationScheme, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(scheme.regionId);
  }

  @Public()
  @listCost(40)
  @FieldResolver(() => [EvaluationIndicator], { description: 'Its indicators, parents before their children. (指标)' })
  indicators(@Root() scheme: EvaluationScheme, @Ctx() context: RequestContext): Promise<EvaluationIndicator[]> {
    return indicatorsOfScheme(context).load(scheme.id);
  }
}

@Resolver(() => Unit)
export class UnitEvaluationsResolver {
  @Public()
  @FieldResolver(() => EvaluationConnection, { description: 'Its scores. (考核评估)' })
  evaluations(
    @Root() unit: Unit,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => EvaluationFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: EvaluationFilter | null,
    @Arg('orderBy', () => EvaluationOrder, { nullable: true, description: orderHelp }) orderBy: EvaluationOrder | null,
  ): Promise<Page<Evaluation>> {
    return listEvaluationsOfUnit(context, unit.id, args, filterBy, orderBy);
  }
}
