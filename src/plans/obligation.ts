import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ObligationStatus, ResponsibilityMode, ResponsibilityRole } from './plan.enums';

/** A task × a unit to which it falls, named or as a member of a collective on the plan's day: a row of that unit's ledger. */
@Entity()
export class Obligation {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

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

  @Column('text')
  role!: ResponsibilityRole;

  @Column('text')
  mode!: ResponsibilityMode;

  @Column('text')
  status!: ObligationStatus;

  /** The day it ceased; null while it holds. What has ceased counts nowhere, and is kept for what was reported on it. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: string | null;

  @Column('boolean')
  published!: boolean;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
