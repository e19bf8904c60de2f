import { Arg, Authorized, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { runCommand, UserError, type CommandInput, type RequestContext } from '../../platform/graphql';
import { Unit } from '../unit';
import { unitByKey } from '../unit.loaders';
import { mergeUnits } from './merge-units.commands';
import { renameUnit } from './rename-unit.commands';
import type { UnitChange } from './unit-change';
import { MergeUnitsInput, RenameUnitInput, UpsertUnitInput } from './unit-edit.inputs';
import { upsertUnit } from './upsert-unit.commands';

@ObjectType({ simpleResolvers: true, description: 'What came of a change of units. (操作结果)' })
class UnitPayload {
  @Field(() => Unit, { nullable: true, description: 'The unit as it is now; null where the change was refused. (单位)' })
  unit!: Unit | null;

  @Field(() => Int, { description: 'Plans, public or not, whose tasks now fall to other units than before. (责任单位有变的要点数)' })
  changedPlans!: number;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class UnitMutations {
  @Authorized('ADMINISTRATOR')
  @Mutation(() => UnitPayload, {
    description:
      'Registers a unit, public at once, or changes one; with `validTo` and `succession` it is abolished or split. Collectives follow. CONFLICT where it has changed since it was read. (登记或修改单位)',
  })
  upsertUnit(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpsertUnitInput, { description: 'The unit. (输入)' }) input: UpsertUnitInput,
  ): Promise<UnitPayload> {
    return change(context, 'upsertUnit', input, upsertUnit);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => UnitPayload, {
    description:
      'Gives a unit another name. It stays the same unit; the name before stays an alias. CONFLICT where it has changed since it was read. (单位更名)',
  })
  renameUnit(
    @Ctx() context: RequestContext,
    @Arg('input', () => RenameUnitInput, { description: 'The unit and its name. (输入)' }) input: RenameUnitInput,
  ): Promise<UnitPayload> {
    return change(context, 'renameUnit', input, renameUnit);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => UnitPayload, {
    description:
      'Makes units part of another from a day on. What plans before that day gave them to do stays with them; its reporters may write for them. (单位合并)',
  })
  mergeUnits(
    @Ctx() context: RequestContext,
    @Arg('input', () => MergeUnitsInput, { description: 'Which units, into which, and when. (输入)' }) input: MergeUnitsInput,
  ): Promise<UnitPayload> {
    return change(context, 'mergeUnits', input, mergeUnits);
  }
}

async function change<I extends CommandInput>(
  context: RequestContext,
  command: string,
  input: I,
  act: (manager: EntityManager, input: I, actor: string) => Promise<UnitChange>,
): Promise<UnitPayload> {
  const { result, userErrors } = await runCommand(context, command, input, async (manager, { subject }) => ({
    ...(await act(manager, input, subject)),
  }));
  const unit = result && (await unitByKey(context).load(result.unitKey));
  return { unit, changedPlans: result?.changedPlans ?? 0, userErrors };
}
