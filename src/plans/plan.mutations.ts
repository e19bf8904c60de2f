import { IsNotEmpty, MaxLength } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { CommandInput, readKey, runCommand, UserError, type RequestContext } from '../platform/graphql';
import { Plan } from './plan';
import { publishPlan, withdrawPlan } from './plan.commands';
import { planByKey } from './plan.loaders';

@InputType({ description: 'A plan to be made public. (公开要点)' })
class PublishPlanInput extends CommandInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;
}

@InputType({ description: 'A plan to be withdrawn. (撤回要点)' })
class WithdrawPlanInput extends CommandInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field({ description: 'Why, for the record; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a plan. (操作结果)' })
export class PlanPayload {
  @Field(() => Plan, { nullable: true, description: 'The plan as it is now; null where the change was refused. (要点)' })
  plan!: Plan | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class PlanMutations {
  @Authorized('ADMINISTRATOR')
  @Mutation(() => PlanPayload, {
    description:
      'Makes a draft public, without the stages of review: an override, kept in the audit log. CONFLICT where it is public. (公开要点)',
  })
  async publishPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishPlanInput, { description: 'Which plan. (输入)' }) input: PublishPlanInput,
  ): Promise<PlanPayload> {
    return change(context, 'publishPlan', input, publishPlan);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => PlanPayload, { description: 'Takes a plan away from the public. CONFLICT where it is not public. (撤回要点)' })
  async withdrawPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawPlanInput, { description: 'Which plan, and why. (输入)' }) input: WithdrawPlanInput,
  ): Promise<PlanPayload> {
    return change(context, 'withdrawPlan', input, (manager, planKey, actor) => withdrawPlan(manager, planKey, actor, input.reason));
  }
}

async function change<I extends CommandInput & { planId: string }>(
  context: RequestContext,
  command: string,
  input: I,
  act: (manager: EntityManager, planKey: number, actor: string) => Promise<void>,
): Promise<PlanPayload> {
  const planKey = readKey(input.planId, 'Plan');
  const { userErrors } = await runCommand(context, command, input, async (manager, { subject }) => {
    await act(manager, planKey, subject);
    return { planKey };
  });
  return { plan: userErrors.length > 0 ? null : await planByKey(context).load(planKey), userErrors };
}
