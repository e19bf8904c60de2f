import { IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ResponsibilityMode, ResponsibilityRole } from '../plan.enums';
import { CorrectionInput } from './edit-task.inputs';

@InputType({ description: 'Who bears a task: a unit or a collective, one of them. (责任)' })
export class ResponsibilityInput {
  @Field(() => String, {
    nullable: true,
    description: "The printed words; for a new one the unit's name or the expression where left out. (原文)",
  })
  @IsOptional()
  @MaxLength(2_000)
  phrase?: string | null;

  @Field(() => ResponsibilityRole, { nullable: true, description: 'Part in the task; RESPONSIBLE for a new one where left out. (角色)' })
  role?: ResponsibilityRole | null;

  @Field(() => ResponsibilityMode, {
    nullable: true,
    description: 'Shared or each for itself; JOINT for a new one where left out. (责任方式)',
  })
  mode?: ResponsibilityMode | null;

  @Field(() => ID, { nullable: true, description: 'The unit. Not together with `group`. (单位标识)' })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A collective expression, such as 各县（市、区）人民政府. Not together with `unitId`. (集体称谓)',
  })
  @IsOptional()
  @MaxLength(500)
  group?: string | null;
}

@InputType({
  description:
    'Adds, changes or takes out who bears a task. What is left out stays as it is. With another unit or collective the responsibility is a new record. (更正责任单位)',
})
export class AssignResponsibilityInput extends CorrectionInput {
  @Field(() => ID, { description: 'The task. (任务标识)' })
  taskId!: string;

  @Field(() => Int, { description: 'Its `version` as it was read; CONFLICT where it has changed since. (所读版本)' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The responsibility to be changed or taken out; a new one where left out. (责任标识)' })
  responsibilityId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Takes it out. (删除)' })
  remove!: boolean;

  @Field(() => Int, { nullable: true, description: 'Its place in the list, from 1; a new one goes to the end where left out. (顺序)' })
  @IsOptional()
  @Min(1)
  position?: number | null;

  @Field(() => String, { nullable: true, description: 'The printed words. (原文)' })
  @IsOptional()
  @MaxLength(2_000)
  phrase?: string | null;

  @Field(() => ResponsibilityRole, { nullable: true, description: 'Part in the task; RESPONSIBLE for a new one where left out. (角色)' })
  role?: ResponsibilityRole | null;

  @Field(() => ResponsibilityMode, {
    nullable: true,
    description: 'Shared or each for itself; JOINT for a new one where left out. (责任方式)',
  })
  mode?: ResponsibilityMode | null;

  @Field(() => ID, { nullable: true, description: 'The unit. Not together with `group`. (单位标识)' })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A collective expression, such as 各县（市、区）人民政府. Not together with `unitId`. (集体称谓)',
  })
  @IsOptional()
  @MaxLength(500)
  group?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Takes `unitId` for every task of the plan that prints the same name as this responsibility. (同名一并更正)',
  })
  everywhere!: boolean;
}
