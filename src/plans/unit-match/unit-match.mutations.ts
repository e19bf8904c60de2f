import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { runCommand, type RequestContext } from '../../platform/graphql';
import { PlanPayload } from '../plan-payload';
import { planByKey } from '../plan.loaders';
import { confirmUnitMatches } from './confirm-unit-matches.commands';
import { ConfirmUnitMatchesInput } from './confirm-unit-matches.inputs';

@Resolver()
export class UnitMatchMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanPayload, {
    description: 'Confirms, or chooses, the units that printed names mean; `Plan.unitMatches` lists them. (确认单位对应)',
  })
  async confirmUnitMatches(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfirmUnitMatchesInput, { description: 'Which plan, and which names. (输入)' }) input: ConfirmUnitMatchesInput,
  ): Promise<PlanPayload> {
    const { result, userErrors } = await runCommand(context, 'confirmUnitMatches', input, (manager, { subject }) =>
      confirmUnitMatches(manager, input, subject),
    );
    return { plan: result && (await planByKey(context).load(result.planKey)), userErrors };
  }
}
