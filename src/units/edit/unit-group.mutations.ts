import { Arg, Authorized, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { UnitGroup } from '../unit-group';
import { unitGroupByKey } from '../unit.loaders';
import { UpsertUnitGroupInput } from './unit-group-edit.inputs';
import { upsertUnitGroup } from './upsert-unit-group.commands';

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a collective. (操作结果)' })
class UnitGroupPayload {
  @Field(() => UnitGroup, { nullable: true, description: 'The collective as it is now; null where the change was refused. (集体称谓)' })
  unitGroup!: UnitGroup | null;

  @Field(() => Int, { description: 'Plans, public or not, whose tasks now fall to other units than before. (责任单位有变的要点数)' })
  changedPlans!: number;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class UnitGroupMutations {
  @Authorized('ADMINISTRATOR')
  @Mutation(() => UnitGroupPayload, {
    description:
      'Sets the roster of a collective, dated, in place of its rule. Plans follow by the members of their own day. CONFLICT where it has changed since it was read. (登记集体名单)',
  })
  async upsertUnitGroup(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpsertUnitGroupInput, { description: 'The collective and its members. (输入)' }) input: UpsertUnitGroupInput,
  ): Promise<UnitGroupPayload> {
    const { result, userErrors } = await runCommand(context, 'upsertUnitGroup', input, async (manager, { subject }) => ({
      ...(await upsertUnitGroup(manager, input, subject)),
    }));
    const unitGroup = result && (await unitGroupByKey(context).load(result.groupKey));
    return { unitGroup, changedPlans: result?.changedPlans ?? 0, userErrors };
  }
}
