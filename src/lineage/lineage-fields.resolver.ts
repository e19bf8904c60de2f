import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Plan, planByKey, Task } from '../plans';
import { Derivation } from './derivation';
import { basesOfPlan, derivationsOfPlan, downstreamOfTask, upstreamOfTask } from './derivation.loaders';
import { PlanDerivation } from './plan-derivation';
import { listLowerPlans } from './plan-derivation.read-model';

const PlanDerivationConnection = connectionOf(PlanDerivation, 'derivation of a plan');

@Resolver(() => Task)
export class TaskLineageResolver {
  @Public()
  @listCost(2)
  @FieldResolver(() => [Derivation], {
    description:
      'Where it comes from, for each plan from which its own derives: pairs, or one NEW row without upstream. Empty where no upper plan is held. (上级来源)',
  })
  upstream(@Root() task: Task, @Ctx() context: RequestContext): Promise<Derivation[]> {
    return upstreamOfTask(context).load(task.id);
  }

  @Public()
  @listCost(10)
  @FieldResolver(() => [Derivation], {
    description:
      'What became of it, for each plan that derives from its own: pairs, or one DROPPED row without downstream. Empty where no lower plan is held. (下级承接)',
  })
  downstream(@Root() task: Task, @Ctx() context: RequestContext): Promise<Derivation[]> {
    return downstreamOfTask(context).load(task.id);
  }
}

@Resolver(() => Plan)
export class PlanLineageResolver {
  @Public()
  @listCost(3)
  @FieldResolver(() => [Plan], {
    description:
      'Plans here from which it derives: those that it cites, those that people named, else that of the nearest region above; `upstream` tells why. Empty where none is held. (上位要点)',
  })
  async derivedFrom(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Plan[]> {
    const bases = await basesOfPlan(context).load(plan.id);
    const plans = await Promise.all(bases.map(({ upperPlanId }) => planByKey(context).load(upperPlanId)));
    return plans.flatMap((upper) => upper ?? []);
  }

  @Public()
  @listCost(2)
  @FieldResolver(() => [PlanDerivation], {
    description: 'That it derives from other plans, with the reasons; empty where none is held. (上位关系)',
  })
  upstream(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<PlanDerivation[]> {
    return basesOfPlan(context).load(plan.id);
  }

  @Public()
  @FieldResolver(() => PlanDerivationConnection, { description: 'That other plans derive from it, by their regions. (下位关系)' })
  downstream(@Root() plan: Plan, @Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Page<PlanDerivation> {
    return listLowerPlans(context, plan.id, args);
  }

  @Public()
  @listCost(60)
  @FieldResolver(() => [Derivation], {
    description:
      'Its whole alignment with the plans from which it derives, each task of both once or in one group: in its own order, what was dropped at the end. (逐项承接对照)',
  })
  async derivations(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Arg('from', () => ID, {
      nullable: true,
      description: 'That upper plan alone; empty where the plan does not derive from it. All where omitted. (上位要点标识)',
    })
    from: string | null,
  ): Promise<Derivation[]> {
    const upperKey = from == null ? null : readKey(from, 'Plan');
    const rows = await derivationsOfPlan(context).load(plan.id);
    return upperKey === null ? rows : rows.filter(({ upperPlanId }) => upperPlanId === upperKey);
  }
}
