import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { hydrate, listCost, notFound, Public, readKey, type RequestContext } from '../../platform/graphql';
import { Plan, planByKey, Task, taskByKey } from '../../plans';
import { DeadlineDiff, TargetDiff, TextSegment, UnitDiff } from '../difference/difference';
import { deadlineDiffOf, targetDiffOf, textDiffOf, unitDiffOf, type TaskPair } from '../difference/task-differences';
import { comparePlanTasks } from './compared-rows';
import { comparedFacts, countRelations } from './comparison.read-model';
import { ComparedFact, ComparisonRow, PlanComparison, RelationCounts } from './plan-comparison';

/** The two tasks of a row; null where it has only one. */
const pairOf = ({ leftId, rightId }: ComparisonRow): TaskPair | null =>
  leftId === null || rightId === null ? null : { before: leftId, after: rightId };

@Resolver(() => PlanComparison)
export class PlanComparisonResolver {
  @Public()
  @Query(() => PlanComparison, {
    description:
      'Two plans side by side, whether the one derives from the other or not. NOT_FOUND where one is not there; BAD_USER_INPUT where the product of their numbers of tasks exceeds 250,000. (要点对比)',
  })
  async comparePlans(
    @Ctx() context: RequestContext,
    @Arg('left', () => ID, { description: 'One plan. (左侧要点标识)' }) left: string,
    @Arg('right', () => ID, { description: 'Another plan, or the same. (右侧要点标识)' }) right: string,
  ): Promise<PlanComparison> {
    const [leftKey, rightKey] = [readKey(left, 'Plan'), readKey(right, 'Plan')];
    const [leftPlan, rightPlan] = await Promise.all([planByKey(context).load(leftKey), planByKey(context).load(rightKey)]);
    if (!leftPlan || !rightPlan) throw notFound('There is no such plan. / 没有这份要点。');
    const { rows, isLineage } = await comparePlanTasks(context, leftKey, rightKey);
    return hydrate(PlanComparison, { left: leftPlan, right: rightPlan, isLineage, rows: rows.map((row) => hydrate(ComparisonRow, row)) });
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The left plan. (左侧要点)' })
  left(@Root() { left }: PlanComparison): Plan {
    return left;
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The right plan. (右侧要点)' })
  right(@Root() { right }: PlanComparison): Plan {
    return right;
  }

  @Public()
  @listCost(10)
  @FieldResolver(() => [ComparedFact], { description: 'Facts of both side by side. (事实对照)' })
  facts(@Root() comparison: PlanComparison, @Ctx() context: RequestContext): Promise<ComparedFact[]> {
    return comparedFacts(context, comparison);
  }

  @Public()
  @FieldResolver(() => RelationCounts, { description: 'How many tasks stand in each relation. (各关系任务数)' })
  counts(@Root() { rows }: PlanComparison): RelationCounts {
    return countRelations(rows);
  }

  @Public()
  @listCost(100)
  @FieldResolver(() => [ComparisonRow], {
    description:
      "Every task of both once or in one group, in the left plan's order; what only the right plan has stands behind the task before it. (逐项对照)",
  })
  rows(@Root() { rows }: PlanComparison): ComparisonRow[] {
    return rows;
  }
}

@Resolver(() => ComparisonRow)
export class ComparisonRowResolver {
  @Public()
  @FieldResolver(() => Task, { nullable: true, description: 'The task of the left plan; null for NEW. (左侧任务)' })
  left(@Root() { leftId }: ComparisonRow, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return leftId === null ? null : taskByKey(context).load(leftId);
  }

  @Public()
  @FieldResolver(() => Task, { nullable: true, description: 'The task of the right plan; null for DROPPED. (右侧任务)' })
  right(@Root() { rightId }: ComparisonRow, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return rightId === null ? null : taskByKey(context).load(rightId);
  }

  @Public()
  @listCost(6)
  @FieldResolver(() => [TextSegment], { nullable: true, description: 'From left to right, as in `Derivation.textDiff`. (文字差异)' })
  textDiff(@Root() row: ComparisonRow, @Ctx() context: RequestContext): Promise<TextSegment[]> | null {
    const pair = pairOf(row);
    return pair && textDiffOf(context, pair);
  }

  @Public()
  @FieldResolver(() => DeadlineDiff, { nullable: true, description: 'From left to right, as in `Derivation.deadlineDiff`. (时限差异)' })
  deadlineDiff(@Root() row: ComparisonRow, @Ctx() context: RequestContext): Promise<DeadlineDiff | null> | null {
    const pair = pairOf(row);
    return pair && deadlineDiffOf(context, pair);
  }

  @Public()
  @listCost(6)
  @FieldResolver(() => [UnitDiff], { nullable: true, description: 'From left to right, as in `Derivation.unitDiff`. (责任单位差异)' })
  unitDiff(@Root() row: ComparisonRow, @Ctx() context: RequestContext): Promise<UnitDiff[]> | null {
    const pair = pairOf(row);
    return pair && unitDiffOf(context, pair);
  }

  @Public()
  @listCost(2)
  @FieldResolver(() => [TargetDiff], { nullable: true, description: 'From left to right, as in `Derivation.targetDiff`. (目标差异)' })
  targetDiff(@Root() row: ComparisonRow, @Ctx() context: RequestContext): Promise<TargetDiff[]> | null {
    const pair = pairOf(row);
    return pair && targetDiffOf(context, pair);
  }
}
