import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { CommandInput, DateScalar, readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { Plan, planByKey } from '../../plans';
import { generateObligations } from './obligation.commands';

@InputType({ description: 'A plan whose obligations are to be generated. (生成台账责任项)' })
class GenerateObligationsInput extends CommandInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day from which reports are collected; nothing that was due before it is ever called late. Omitted: as it is; null: no ledger, refused where something is reported. (台账归集起始日)',
  })
  ledgerSince?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What came of generating obligations. (生成结果)' })
class GenerateObligationsPayload {
  @Field(() => Plan, { nullable: true, description: 'The plan as it is now; null where it was refused. (要点)' })
  plan!: Plan | null;

  @Field(() => Int, { nullable: true, description: 'Obligations that are new; null where it was refused. (新增数)' })
  createdCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Obligations that fell away and are kept for what was reported on them; null where it was refused. (终止数)',
  })
  endedCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Obligations that fell away with nothing reported on them; null where it was refused. (移除数)',
  })
  removedCount!: number | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class ObligationMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => GenerateObligationsPayload, {
    description:
      'Brings the obligations of a plan in line with its tasks and units, and opens its ledger. What was reported is kept. It also happens by itself whenever a plan is published or changed. (生成台账责任项)',
  })
  async generateObligations(
    @Ctx() context: RequestContext,
    @Arg('input', () => GenerateObligationsInput, { description: 'Which plan, and since when. (输入)' }) input: GenerateObligationsInput,
  ): Promise<GenerateObligationsPayload> {
    const planKey = readKey(input.planId, 'Plan');
    const { result, userErrors } = await runCommand(context, 'generateObligations', input, (manager, { subject }) =>
      generateObligations(manager, planKey, input.ledgerSince, subject),
    );
    const plan = result ? await planByKey(context).load(planKey) : null;
    const { created = null, ended = null, removed = null } = result ?? {};
    return { plan, createdCount: created, endedCount: ended, removedCount: removed, userErrors };
  }
}
