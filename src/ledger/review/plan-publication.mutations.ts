import { IsNotEmpty, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { CommandInput, CommandRefusal, forbidden, readKey, runCommand, type RequestContext, type Viewer } from '../../platform/graphql';
import { PlanPayload, planByKey, publishPlan, withdrawPlan } from '../../plans';

@InputType({ description: 'Why a plan is made public without its stages of review. (未经审核直接公开)' })
class PublishOverrideInput {
  @Field({ description: 'The reason: kept in the audit log, and shown to the public with the plan; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@InputType({ description: 'A plan to be made public. (公开要点)' })
class PublishPlanInput extends CommandInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field(() => PublishOverrideInput, {
    nullable: true,
    description: 'For administrators alone: make it public though it has not passed its stages of review. (未经审核直接公开)',
  })
  @IsOptional()
  @ValidateNested()
  override?: PublishOverrideInput | null;
}

@InputType({ description: 'A plan to be withdrawn. (撤回要点)' })
class WithdrawPlanInput extends CommandInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field({ description: 'Why; shown to the public; at most 2,000 characters. (理由，向社会公开)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;

  @Field({ defaultValue: false, description: 'Whether title and document number may not be shown any more either. (是否隐去标题与文号)' })
  withholdTitle!: boolean;
}

@Resolver()
export class PlanPublicationMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanPayload, {
    description:
      'Makes a plan public that has passed every stage of its review and was not changed since; an administrator may override that with a reason, which everyone sees. CONFLICT where it is public. (公开要点)',
  })
  async publishPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishPlanInput, { description: 'Which plan. (输入)' }) input: PublishPlanInput,
  ): Promise<PlanPayload> {
    const override = input.override?.reason.trim() ?? null;
    return change(context, 'publishPlan', input, async (manager, planKey, { subject, role }) => {
      if (override !== null && role !== 'ADMINISTRATOR')
        throw forbidden('Only an administrator may publish without review. / 只有系统管理员可以未经审核直接公开。');
      if (override === '') throw blankReason(['override', 'reason']);
      await publishPlan(manager, planKey, subject, override);
    });
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanPayload, {
    description:
      'Takes a plan away from the public, which is told since when and why; its approvals are void. CONFLICT where it is not public. (撤回要点)',
  })
  async withdrawPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawPlanInput, { description: 'Which plan, and why. (输入)' }) input: WithdrawPlanInput,
  ): Promise<PlanPayload> {
    const reason = input.reason.trim();
    return change(context, 'withdrawPlan', input, async (manager, planKey, { subject: actor }) => {
      if (reason === '') throw blankReason(['reason']);
      await withdrawPlan(manager, planKey, { actor, reason, isTitleWithheld: input.withholdTitle });
    });
  }
}

function blankReason(field: string[]): CommandRefusal {
  return new CommandRefusal('NO_REASON', '请写明理由。 Give a reason.', field);
}

async function change<I extends CommandInput & { planId: string }>(
  context: RequestContext,
  command: string,
  input: I,
  act: (manager: EntityManager, planKey: number, viewer: Viewer) => Promise<void>,
): Promise<PlanPayload> {
  const planKey = readKey(input.planId, 'Plan');
  const { userErrors } = await runCommand(context, command, input, async (manager, viewer) => {
    await act(manager, planKey, viewer);
    return { planKey };
  });
  return { plan: userErrors.length > 0 ? null : await planByKey(context).load(planKey), userErrors };
}
