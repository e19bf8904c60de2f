import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, describeEnum, Node, Public } from '../platform/graphql';
import { ObligationStatus, ResponsibilityMode, ResponsibilityRole } from './plan.enums';

export const ObligationEndReason = describeEnum('ObligationEndReason', 'Why an obligation ceased. (责任终止原因)', {
  NO_LONGER_RESPONSIBLE: 'The task no longer names the unit, or the collective through which it bore it. (任务不再列为责任单位)',
  TASK_ENDED: 'A new version of the document took the task out. (任务已被新版本删除)',
  NO_LONGER_MEMBER: 'The unit is no longer a member of the collective that bears the task. (不再属于承担任务的集体)',
});
export type ObligationEndReason = keyof typeof ObligationEndReason;

/** How much of a duty is reported done, by entries that are public. */
export type Progress = 'NONE' | 'IN_PROGRESS' | 'COMPLETED';

/** A task × a unit to which it falls, named or as a member of a collective on the plan's day: a row of that unit's ledger. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "What one unit owes of one task: a row of its ledger. It falls to the unit by name, or as a member of a collective on the plan's day. (台账责任项)",
})
@Entity()
export class Obligation extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'task_id' })
  taskId!: number;

  @Column('integer', { name: 'unit_id' })
  unitId!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  /** The responsibility through which it came about; null where that is gone. */
  @Column('integer', { name: 'responsibility_id', nullable: true })
  responsibilityId!: number | null;

  /** The collective through which the task falls to the unit; null where the unit is named. */
  @Column('integer', { name: 'group_id', nullable: true })
  groupId!: number | null;

  @Public()
  @Field(() => ResponsibilityRole, { description: 'Part that the unit has in the task. (角色)' })
  @Column('text')
  role!: ResponsibilityRole;

  @Public()
  @Field(() => ResponsibilityMode, { description: 'Whether the duty is shared or falls to each. (责任方式)' })
  @Column('text')
  mode!: ResponsibilityMode;

  @Public()
  @Field({
    description:
      'Whether the task rests on it: the task is done when all such obligations are. JOINT: those of the lead; of all responsible units where none leads; EACH: those of every member. (是否决定任务办结)',
  })
  @Column('boolean')
  decides!: boolean;

  @Column('text')
  progress!: Progress;

  @Column('date', { name: 'ledger_since', nullable: true })
  ledgerSince!: string | null;

  /** Reckoned from progress, date, first day of the ledger, and today; see `obligation_status`. */
  @Public()
  @Field(() => ObligationStatus, { description: 'How far it is by published entries, today in Asia/Shanghai. (办理状态)' })
  status!: ObligationStatus;

  @Public()
  @Field({ description: 'Whether reports on it are collected today. (是否已开始归集)' })
  collected!: boolean;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which it is due now, extensions granted included. For RECURRING the next occurrence that is not met, once reports are collected (the last one where all are met); for RELATIVE reckoned from the reported event. Null where there is no such day. (现行截止日期)',
  })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was complete as reported; null before. (完成日期)' })
  @Column('date', { name: 'completed_on', nullable: true })
  completedOn!: string | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'Days it is late: until today where it is open, until its completion where it is complete; 0 where it is in time; null where nothing is due, or reports were not yet collected on the day it was due. (逾期天数)',
  })
  daysLate!: number | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day of the last published entry with evidence; null before. (最近佐证日期)' })
  @Column('date', { name: 'last_evidence_on', nullable: true })
  lastEvidenceOn!: string | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Days since the last published evidence, the question for TIMELY and ONGOING; null where there is none. (距最近佐证天数)',
  })
  daysSinceLastEvidence!: number | null;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it ceased to fall to the unit; null while it does. What ceased counts nowhere. (终止日期)',
  })
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Public()
  @Field(() => ObligationEndReason, { nullable: true, description: 'Why it ceased; null while it holds. (终止原因)' })
  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: ObligationEndReason | null;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
