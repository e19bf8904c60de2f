import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, globalId, Node, Public } from '../platform/graphql';

/** All that the public is told of a plan that was taken away. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A plan that was taken away from the public: that it was here, since when it is not, and why. (已撤回的要点)',
})
@Entity()
export class WithdrawnPlan extends Node {
  /** The plan's own key. */
  @PrimaryColumn('integer')
  override id!: number;

  @Public()
  @Field(() => ID, { name: 'planId', description: 'Id under which the plan was known; nothing answers to it now. (原要点标识)' })
  get planGlobalId(): string {
    return globalId('Plan', this.id);
  }

  /** Where its page stood: told to those alone who know it. */
  @Column('text')
  slug!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'Its title; null where that may not be shown any more either. (标题)' })
  @Column('text', { nullable: true })
  title!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Its document number; null where it had none, or where that may not be shown any more either. (发文字号)',
  })
  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Public()
  @Field({ description: 'SHA-256 of the file from which it was read, by which a copy can be told. (来源文件 SHA-256)' })
  @Column('text', { name: 'source_sha256' })
  sourceSha256!: string;

  @Public()
  @Field({ description: 'Why it was withdrawn. (撤回理由)' })
  @Column('text')
  reason!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was withdrawn. (撤回时间)' })
  @Column('timestamptz', { name: 'withdrawn_at' })
  withdrawnAt!: Date;

  /** Whether it is still withdrawn. */
  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
