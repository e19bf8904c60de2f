import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { runCommand, UserError, type RequestContext } from '../platform/graphql';
import { confirmDerivation } from './confirm-derivation.commands';
import { confirmPlanDerivation } from './confirm-plan-derivation.commands';
import { Derivation } from './derivation';
import { derivationByKey, planDerivationByKey } from './derivation.loaders';
import { ConfirmDerivationInput, ConfirmPlanDerivationInput } from './lineage.inputs';
import { PlanDerivation } from './plan-derivation';

@ObjectType({ simpleResolvers: true, description: 'What came of settling the derivation of a plan. (操作结果)' })
class PlanDerivationPayload {
  @Field(() => PlanDerivation, {
    nullable: true,
    description: 'The derivation as it is now, also a rejected one; null where the change was refused. (上下位关系)',
  })
  planDerivation!: PlanDerivation | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'What came of settling a row of an alignment. (操作结果)' })
class DerivationPayload {
  @Field(() => Derivation, {
    nullable: true,
    description: 'The row that stands now; null where it was rejected, or the change was refused. (承接关系)',
  })
  derivation!: Derivation | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class LineageMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => PlanDerivationPayload, { description: 'Settles whether a plan derives from another one. (认定要点的上下位关系)' })
  async confirmPlanDerivation(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfirmPlanDerivationInput, { description: 'Which plans, and what is so. (输入)' })
    input: ConfirmPlanDerivationInput,
  ): Promise<PlanDerivationPayload> {
    const { result, userErrors } = await runCommand(context, 'confirmPlanDerivation', input, (manager, { subject }) =>
      confirmPlanDerivation(manager, input, subject),
    );
    return { planDerivation: result && (await planDerivationByKey(context).load(result.planDerivationKey)), userErrors };
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => DerivationPayload, {
    description:
      'Confirms, corrects or rejects a row of the alignment of two public plans. What is settled stays when plans are aligned anew; the relation follows from the tasks that belong together. (认定任务的承接关系)',
  })
  async confirmDerivation(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfirmDerivationInput, { description: 'Which row, and what is so. (输入)' }) input: ConfirmDerivationInput,
  ): Promise<DerivationPayload> {
    const { result, userErrors } = await runCommand(context, 'confirmDerivation', input, (manager, { subject }) =>
      confirmDerivation(manager, input, subject),
    );
    const key = result?.derivationKey ?? null;
    return { derivation: key === null ? null : await derivationByKey(context).load(key), userErrors };
  }
}
