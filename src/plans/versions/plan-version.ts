import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, describeEnum, Node, Public } from '../../platform/graphql';

export const PlanVersionState = describeEnum('PlanVersionState', 'Where a version of a plan stands. (版本状态)', {
  PENDING: 'Waits beside the public plan until it is published itself. (待公开)',
  CURRENT: 'What the plan says now. (现行)',
  SUPERSEDED: 'Was in force until a later one took its place. (已被取代)',
  DISCARDED: 'Never came into force: another one took its place before, or it was put aside. (已弃用)',
});
export type PlanVersionState = keyof typeof PlanVersionState;

/** One document of a plan: the first, the same in another format, or an amended one. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One document from which a plan was read: the first, the same in another format, or an amended one. (要点版本)',
})
@Entity()
export class PlanVersion extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Public()
  @Field(() => Int, {
    description: 'Running number among the versions of the plan, from 1; the public does not see those that never were public. (版本号)',
  })
  @Column('integer')
  number!: number;

  @Column('integer', { name: 'source_document_id' })
  sourceDocumentId!: number;

  @Public()
  @Field(() => PlanVersionState, { description: 'Where it stands. (状态)' })
  @Column('text')
  state!: PlanVersionState;

  @Field(() => String, { nullable: true, description: 'Who brought the document; null for one from before this was kept. (导入人)' })
  @Column('text', { name: 'imported_by', nullable: true })
  importedBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When the document was brought. (导入时间)' })
  get importedAt(): Date {
    return this.createdAt;
  }

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made public; null before. (公开时间)' })
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
