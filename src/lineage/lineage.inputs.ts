import { MaxLength, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, describeEnum } from '../platform/graphql';

export const PlanDerivationDecision = describeEnum(
  'PlanDerivationDecision',
  'What a person says of the derivation of a plan. (对上下位关系的认定)',
  {
    CONFIRM: 'The one derives from the other. (确认)',
    REJECT: 'It does not; it is not proposed again. (否定)',
  },
);
export type PlanDerivationDecision = keyof typeof PlanDerivationDecision;

export const DerivationDecision = describeEnum('DerivationDecision', 'What a person says of a row of an alignment. (对承接关系的认定)', {
  CONFIRM: 'It is right, and so are the other rows of its SPLIT or MERGED group. (确认)',
  CORRECT:
    'In its place stands the pair, or the single task, that is given; the other rows of the group that it joins are confirmed with it. (更正)',
  REJECT: 'The two tasks do not belong together; they are not proposed again. (否定)',
});
export type DerivationDecision = keyof typeof DerivationDecision;

@InputType({ description: 'That a plan derives from another one, or not. (认定要点的上下位关系)' })
export class ConfirmPlanDerivationInput extends CommandInput {
  @Field(() => ID, { description: 'The upper plan; proposed or not. (上级要点标识)' })
  upperPlanId!: string;

  @Field(() => ID, { description: 'The lower plan. (下级要点标识)' })
  lowerPlanId!: string;

  @Field(() => PlanDerivationDecision, { description: 'What is so. (认定)' })
  decision!: PlanDerivationDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why, shown to everyone; at most 2,000 characters. The reason of the proposal stays where omitted. (理由)',
  })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'What a person says of a row of the alignment of two plans. (认定任务的承接关系)' })
export class ConfirmDerivationInput extends CommandInput {
  @Field(() => ID, { description: 'The row. (承接关系标识)' })
  derivationId!: string;

  @Field(() => DerivationDecision, { description: 'What is so. (认定)' })
  decision!: DerivationDecision;

  @Field(() => ID, {
    nullable: true,
    description: 'For CORRECT: the right task of the upper plan; null or omitted where the lower task has no source. (上级任务标识)',
  })
  upstreamTaskId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For CORRECT: the right task of the lower plan; null or omitted where the upper task has no counterpart. (下级任务标识)',
  })
  downstreamTaskId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, shown to everyone; at most 2,000 characters. (理由)' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}
