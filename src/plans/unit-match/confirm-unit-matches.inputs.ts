import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CorrectionInput } from '../edit/edit-task.inputs';

@InputType({ description: 'Which unit a printed name means. (确认单位对应)' })
export class UnitMatchDecisionInput {
  @Field({ description: 'The name as printed. (原文名称)' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The unit; the one it is taken for now where left out. (单位标识)' })
  unitId?: string | null;
}

@InputType({
  description:
    'Confirms, or chooses, the units that printed names mean, in all tasks of a plan. A unit that was proposed and is used no more goes. (确认单位对应)',
})
export class ConfirmUnitMatchesInput extends CorrectionInput {
  @Field(() => ID, { description: 'The plan. (要点标识)' })
  planId!: string;

  @Field(() => [UnitMatchDecisionInput], {
    nullable: true,
    description: 'The names decided; all that wait for a person, as they are, where left out. (逐项确认)',
  })
  @IsOptional()
  @ArrayMaxSize(250)
  @ValidateNested()
  decisions?: UnitMatchDecisionInput[] | null;
}
