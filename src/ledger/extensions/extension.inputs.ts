import { Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, DateScalar, describeEnum } from '../../platform/graphql';

export const ExtensionDecision = describeEnum('ExtensionDecision', 'A decision on a request to put a date off. (延期决定)', {
  GRANTED: 'Put it off. (批准)',
  REFUSED: 'Leave it. (不批准)',
});
export type ExtensionDecision = keyof typeof ExtensionDecision;

@InputType({ description: 'A request to put off the day by which an obligation is due. (申请延期)' })
export class RequestExtensionInput extends CommandInput {
  @Field(() => ID, { description: 'The obligation, of a unit for which the caller reports. (责任项标识)' })
  obligationId!: string;

  @Field(() => DateScalar, { description: 'Day to which it is to be put off; later than the present one. (拟延至)' })
  proposedDueOn!: string;

  @Field({ description: 'Why; shown to the public where it is granted; at most 2,000 characters. (理由，批准后公开)' })
  @Matches(/\S/)
  @MaxLength(2_000)
  reason!: string;
}

@InputType({ description: 'A decision on a request to put a date off. (审批延期)' })
export class DecideExtensionInput extends CommandInput {
  @Field(() => ID, { description: 'The request. (延期申请标识)' })
  extensionId!: string;

  @Field(() => ExtensionDecision, { description: 'The decision. (决定)' })
  decision!: ExtensionDecision;

  @Field({ description: 'Why; shown to the public where it is granted; at most 2,000 characters. (意见)' })
  @Matches(/\S/)
  @MaxLength(2_000)
  reason!: string;
}
