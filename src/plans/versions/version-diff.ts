import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describeEnum, Public } from '../../platform/graphql';

/** What a version made other than the plan was before it. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'What a version of a plan made other than the plan was before it; for one that waits, what it would make. (版本差异)',
})
@Entity()
export class VersionDiff {
  @PrimaryColumn('integer', { name: 'version_id' })
  versionId!: number;

  @Public()
  @Field(() => Int, { description: 'Tasks that came. (新增任务数)' })
  @Column('integer', { name: 'added_count' })
  addedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Tasks that went. (删除任务数)' })
  @Column('integer', { name: 'removed_count' })
  removedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Tasks of which a field is other than before. (改动任务数)' })
  @Column('integer', { name: 'changed_count' })
  changedCount!: number;

  @Column('boolean')
  published!: boolean;
}

export const VersionChangeKind = describeEnum('VersionChangeKind', 'What a version of a plan did. (版本变更类别)', {
  PLAN_CHANGED: 'Facts of the plan itself are other than before. (要点信息改动)',
  TASK_ADDED: 'The task came. (新增任务)',
  TASK_REMOVED: 'The task went. (删除任务)',
  TASK_CHANGED: 'Fields of the task are other than before; it stays the same record. (任务改动)',
});
export type VersionChangeKind = keyof typeof VersionChangeKind;

/** A field that is other than before, as the record held it: text, a number, a list … */
export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

/** One task, or the plan itself, in a diff. */
@Public()
@ObjectType({ description: 'What a version did to one task, or to the plan itself. (版本变更)' })
@Entity()
export class VersionChange {
  @PrimaryColumn('integer', { name: 'version_id' })
  versionId!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Public()
  @Field(() => VersionChangeKind, { description: 'What it did. (变更类别)' })
  @Column('text')
  kind!: VersionChangeKind;

  @Column('integer', { name: 'task_id', nullable: true })
  taskId!: number | null;

  @Public()
  @Field({
    description: 'Text of the task, as it was where it went, as it became otherwise; title of the plan for PLAN_CHANGED. (任务原文)',
  })
  @Column('text')
  text!: string;

  @Column('jsonb')
  fields!: ChangedField[];

  @Column('boolean')
  published!: boolean;
}

/** What a document said, before anyone corrected it, and what corrections held against it. Internal. */
@Entity()
export class VersionReading {
  @PrimaryColumn('integer', { name: 'version_id' })
  versionId!: number;

  @Column('jsonb')
  reading!: object;

  @Column('jsonb')
  conflicts!: object[];
}
