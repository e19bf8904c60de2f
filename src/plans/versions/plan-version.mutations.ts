import { IsOptional, MaxLength } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { CommandInput, readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { PlanVersion } from './plan-version';
import { planVersionByKey } from './plan-version.loaders';
import { discardVersion } from './publish-version';

@InputType({ description: 'A version that waits and shall not be published. (弃用版本)' })
class DiscardVersionInput extends CommandInput {
  @Field(() => ID, { description: 'The version. (版本标识)' })
  versionId!: string;

  @Field(() => String, { nullable: true, description: 'Why; kept in the audit log. (理由)' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What came of putting a version aside. (操作结果)' })
class DiscardVersionPayload {
  @Field(() => PlanVersion, { nullable: true, description: 'The version as it is now; null where it was refused. (版本)' })
  version!: PlanVersion | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class PlanVersionMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => DiscardVersionPayload, {
    description:
      'Puts aside a version that waits beside a public plan; the plan stays as it is. CONFLICT where it does not wait. (弃用待公开版本)',
  })
  async discardVersion(
    @Ctx() context: RequestContext,
    @Arg('input', () => DiscardVersionInput, { description: 'Which version. (输入)' }) input: DiscardVersionInput,
  ): Promise<DiscardVersionPayload> {
    const key = readKey(input.versionId, 'PlanVersion');
    const { result, userErrors } = await runCommand(context, 'discardVersion', input, (manager, { subject }) =>
      discardVersion(manager, key, input.reason?.trim() || null, subject),
    );
    return { version: result && (await planVersionByKey(context).load(result.versionKey)), userErrors };
  }
}
