import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { listCost, Public, type RequestContext } from '../platform/graphql';
import { Plan, planByKey, Task, taskByKey } from '../plans';
import { Derivation } from './derivation';
import { DeadlineDiff, TargetDiff, TextSegment, UnitDiff } from './difference/difference';
import { deadlineDiffOf, targetDiffOf, textDiffOf, unitDiffOf, type TaskPair } from './difference/task-differences';
import { PlanDerivation } from './plan-derivation';

/** The two tasks of a row; null where it has only one. */
const pairOf = ({ upperTaskId, lowerTaskId }: Derivation): TaskPair | null =>
  upperTaskId === null || lowerTaskId === null ? null : { before: upperTaskId, after: lowerTaskId };

@Resolver(() => Derivation)
export class DerivationResolver {
  @Public()
  @FieldResolver(() => Task, { nullable: true, description: 'The task of the upper plan; null for NEW. (上级任务)' })
  upstream(@Root() { upperTaskId }: Derivation, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return upperTaskId === null ? null : taskByKey(context).load(upperTaskId);
  }

  @Public()
  @FieldResolver(() => Task, { nullable: true, description: 'The task of the lower plan; null for DROPPED. (下级任务)' })
  downstream(@Root() { lowerTaskId }: Derivation, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return lowerTaskId === null ? null : taskByKey(context).load(lowerTaskId);
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The upper plan, also where the task has no source in it. (上级要点)' })
  upstreamPlan(@Root() { upperPlanId }: Derivation, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(upperPlanId);
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The lower plan, also where it has no counterpart of the task. (下级要点)' })
  downstreamPlan(@Root() { lowerPlanId }: Derivation, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(lowerPlanId);
  }

  @Public()
  @listCost(6)
  @FieldResolver(() => [TextSegment], {
    nullable: true,
    description:
      'What became of the text, in reading order: EQUAL and REMOVED joined are the upper text, EQUAL and ADDED the lower one. Null where there is one task only. (文字差异)',
  })
  textDiff(@Root() derivation: Derivation, @Ctx() context: RequestContext): Promise<TextSegment[]> | null {
    const pair = pairOf(derivation);
    return pair && textDiffOf(context, pair);
  }

  @Public()
  @FieldResolver(() => DeadlineDiff, {
    nullable: true,
    description:
      'How the deadlines differ; null where both mean the same, however they are printed, and where there is one task only. (时限差异)',
  })
  deadlineDiff(@Root() derivation: Derivation, @Ctx() context: RequestContext): Promise<DeadlineDiff | null> | null {
    const pair = pairOf(derivation);
    return pair && deadlineDiffOf(context, pair);
  }

  @Public()
  @listCost(6)
  @FieldResolver(() => [UnitDiff], {
    nullable: true,
    description: 'What became of the responsible bodies, in printed order; null where there is one task only. (责任单位差异)',
  })
  unitDiff(@Root() derivation: Derivation, @Ctx() context: RequestContext): Promise<UnitDiff[]> | null {
    const pair = pairOf(derivation);
    return pair && unitDiffOf(context, pair);
  }

  @Public()
  @listCost(2)
  @FieldResolver(() => [TargetDiff], {
    nullable: true,
    description: 'What became of the promises, in printed order; null where there is one task only. (目标差异)',
  })
  targetDiff(@Root() derivation: Derivation, @Ctx() context: RequestContext): Promise<TargetDiff[]> | null {
    const pair = pairOf(derivation);
    return pair && targetDiffOf(context, pair);
  }
}

@Resolver(() => PlanDerivation)
export class PlanDerivationResolver {
  @Public()
  @FieldResolver(() => Plan, { description: 'The upper plan. (上级要点)' })
  upstream(@Root() { upperPlanId }: PlanDerivation, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(upperPlanId);
  }

  @Public()
  @FieldResolver(() => Plan, { description: 'The lower plan. (下级要点)' })
  downstream(@Root() { lowerPlanId }: PlanDerivation, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(lowerPlanId);
  }
}
