import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, describeEnum, globalId, listCost, Node, Public } from '../../platform/graphql';

export const ReportStatus = describeEnum('ReportStatus', 'How far a unit reports a duty to be. (填报状态)', {
  IN_PROGRESS: 'Under way. (进行中)',
  COMPLETED: 'Complete for the period, or for good. (已完成)',
});
export type ReportStatus = keyof typeof ReportStatus;

export const EntryState = describeEnum('EntryState', 'Where an entry stands in its life. (填报状态)', {
  DRAFT: 'Reported, not submitted for review. (草稿)',
  IN_REVIEW: 'Submitted for review. (审核中)',
  RETURNED: 'Sent back by a reviewer. (已退回)',
  SUPERSEDED: 'Another entry took its place before it was public. (已被替换)',
  PUBLISHED: 'Public. (已公开)',
  WITHDRAWN: 'Taken away from the public. (已撤回)',
});
export type EntryState = keyof typeof EntryState;

/** A value measured for a target, as kept with the entry: what the target said then is kept beside it. */
export interface MeasureRow {
  targetId: number;
  phrase: string;
  metric: string | null;
  unit: string | null;
  value: number;
}

/** A value that a unit reports for a target of the task. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'A value that a unit reports for a target of the task. (目标实际值)' })
export class EntryMeasure {
  @Public()
  @Field(() => ID, { description: 'Global id of the target; `node` gives null where it has since been corrected away. (目标标识)' })
  targetId!: string;

  @Public()
  @Field({ description: 'The printed words of the target when it was reported. (目标原文)' })
  phrase!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'What is measured; null where the document does not name it. (指标)' })
  metric!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Unit of the value, such as 次 or %; null for a bare number. (单位)' })
  unit!: string | null;

  @Public()
  @Field(() => Float, { description: 'The value reported, in that unit. (实际值)' })
  value!: number;
}

/** A link as kept with the entry. */
export type EvidenceRow = Pick<Evidence, 'url' | 'title'>;

/** A link that proves what is reported. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'A link that proves what is reported, as it was given at the `reportedAt` of its entry. (佐证)',
})
export class Evidence {
  entryId!: number;
  /** Among the links of the entry, from 0. */
  position!: number;

  @Public()
  @Field({ description: 'Address, http or https. (链接)' })
  url!: string;

  @Public()
  @Field({ description: 'What is found there. (名称)' })
  title!: string;
}

/** What a unit reports about an obligation. Never changed: a later one takes its place. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What a unit reports about an obligation. It is never changed: a later one takes its place. (台账填报)',
})
@Entity()
export class LedgerEntry extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'obligation_id' })
  obligationId!: number;

  @Column('integer', { name: 'supersedes_id', nullable: true })
  supersedesId!: number | null;

  @Public()
  @Field({ description: 'Period it is about: `2023`, `2023-H1`, `2023-Q3`, `2023-08`, `2023-W35` or `2023-08-31`. (填报期)' })
  @Column('text')
  period!: string;

  @Column('date', { name: 'period_end' })
  periodEnd!: string;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day, as the plan sets it, of the occurrence of a recurring duty that it is about; null for none. (所报周期截止日)',
  })
  @Column('date', { name: 'occurrence_due_on', nullable: true })
  occurrenceDueOn!: string | null;

  @Public()
  @Field(() => ReportStatus, { description: 'How far the duty is. (进展状态)' })
  @Column('text')
  status!: ReportStatus;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Share done, 0 to 100; null where none was given. (完成率)' })
  @Column('integer', { nullable: true })
  percentage!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Times that a recurring duty was done; null where no number was given, which counts as one where complete. (完成次数)',
  })
  @Column('integer', { nullable: true })
  times!: number | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was complete; null while it is not. (完成日期)' })
  @Column('date', { name: 'completed_on', nullable: true })
  completedOn!: string | null;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the event from which a RELATIVE deadline is counted; null where none was reported. (起算事项发生日)',
  })
  @Column('date', { name: 'triggered_on', nullable: true })
  triggeredOn!: string | null;

  @Public()
  @Field({ description: 'What was done. (进展情况)' })
  @Column('text')
  narrative!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'What stands in the way; null for nothing. (存在问题)' })
  @Column('text', { nullable: true })
  problems!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'What comes next; null where not said. (下一步)' })
  @Column('text', { name: 'next_step', nullable: true })
  nextStep!: string | null;

  @Column('jsonb', { name: 'measures' })
  measureRows!: MeasureRow[];

  @Public()
  @listCost(2)
  @Field(() => [EntryMeasure], { description: 'Values for targets of the task. (目标实际值)' })
  get measures(): EntryMeasure[] {
    return this.measureRows.map((row) => ({ ...row, targetId: globalId('Target', row.targetId) }));
  }

  @Column('jsonb')
  evidence!: EvidenceRow[];

  @Field({ description: 'Name of the token that reported it. (填报人)' })
  @Column('text', { name: 'reported_by' })
  reportedBy!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was reported. (填报时间)' })
  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('date', { name: 'reported_on' })
  reportedOn!: string;

  @Field(() => EntryState, { description: 'Where it stands in its life. (状态)' })
  @Column('text')
  state!: EntryState;

  @Public()
  @Field({ description: 'Whether it is the public entry that counts for its period; false once another took its place. (是否现行)' })
  @Column('boolean', { name: 'is_current' })
  isCurrent!: boolean;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made public; null before. (公开时间)' })
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record, such as its publication. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
