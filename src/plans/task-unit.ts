import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObligationStatus, ResponsibilityRole } from './plan.enums';

/** A unit to which a task falls, named or as a member of a collective on the plan's day: the root of its obligation. */
@Entity()
export class TaskUnit {
  @PrimaryColumn('integer', { name: 'task_id' })
  taskId!: number;

  @PrimaryColumn('integer', { name: 'unit_id' })
  unitId!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'responsibility_id' })
  responsibilityId!: number;

  /** The collective through which the task falls to the unit; null where the unit is named. */
  @Column('integer', { name: 'group_id', nullable: true })
  groupId!: number | null;

  @Column('text')
  role!: ResponsibilityRole;

  @Column('text')
  status!: ObligationStatus;

  @Column('boolean')
  published!: boolean;
}
