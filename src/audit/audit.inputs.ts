import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../platform/graphql';

@InputType({ description: 'Which events; fields combine with "and", lists mean "any of" (an empty list: none). (审计筛选)' })
export class AuditEventFilter {
  @Field(() => ID, { nullable: true, description: 'Done to this record. (对象标识)' })
  @IsOptional()
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Done by this subject. (操作人)' })
  @IsOptional()
  actor?: string | null;

  @Field(() => [String], { nullable: true, description: 'These actions, such as `plan.publish`. (操作)' })
  @IsOptional()
  @ArrayMaxSize(250)
  actions?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this instant or later. (此刻起)' })
  @IsOptional()
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this instant. (此刻前)' })
  @IsOptional()
  until?: Date | null;
}
