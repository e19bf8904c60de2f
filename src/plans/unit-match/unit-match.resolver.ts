import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { listCost, type RequestContext } from '../../platform/graphql';
import { Unit, unitByKey } from '../../units';
import { Plan } from '../plan';
import { UnitMatch, UnitMatchCandidate, UnitMatchState } from './unit-match';
import { candidatesOfPlan, unitMatchesOfPlan } from './unit-match.loaders';

@Resolver(() => UnitMatch)
export class UnitMatchResolver {
  @FieldResolver(() => Unit, { description: 'The unit it is taken for now. (单位)' })
  unit(@Root() match: UnitMatch, @Ctx() context: RequestContext): Promise<Unit | null> {
    return unitByKey(context).load(match.unitId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the unit was made for this name and nobody has confirmed it. (是否为建议新建)' })
  proposed(@Root() match: UnitMatch): boolean {
    return match.state === 'PROPOSED';
  }

  @listCost(2)
  @FieldResolver(() => [UnitMatchCandidate], {
    description: 'Units that the name may mean, the most likely first; five at most. (候选单位)',
  })
  async candidates(@Root() match: UnitMatch, @Ctx() context: RequestContext): Promise<UnitMatchCandidate[]> {
    return (await candidatesOfPlan(context).load(match.planId)).filter(({ name }) => name === match.name);
  }
}

@Resolver(() => UnitMatchCandidate)
export class UnitMatchCandidateResolver {
  @FieldResolver(() => Unit, { description: 'The unit. (单位)' })
  unit(@Root() candidate: UnitMatchCandidate, @Ctx() context: RequestContext): Promise<Unit | null> {
    return unitByKey(context).load(candidate.unitId);
  }
}

@Resolver(() => Plan)
export class PlanUnitMatchesResolver {
  @Authorized('PLANNER', 'ADMINISTRATOR', 'REVIEWER', 'AUDITOR')
  @listCost(40)
  @FieldResolver(() => [UnitMatch], {
    description: 'Which units the printed names were taken for; those that wait for a person come first. (单位对应)',
  })
  async unitMatches(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Arg('states', () => [UnitMatchState], { nullable: true, description: 'In these states; all where omitted. (状态)' })
    states: UnitMatchState[] | null,
  ): Promise<UnitMatch[]> {
    const matches = await unitMatchesOfPlan(context).load(plan.id);
    return states ? matches.filter(({ state }) => states.includes(state)) : matches;
  }
}
