import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';
import { DerivationRelation } from './lineage.enums';

/** How a task of a lower plan comes from one of an upper plan, or that there is none. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'How a task of a lower plan comes from one of an upper plan, or that there is none. (任务的承接)',
})
@Entity()
export class Derivation extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_derivation_id' })
  planDerivationId!: number;

  @Column('integer', { name: 'upper_plan_id' })
  upperPlanId!: number;

  @Column('integer', { name: 'lower_plan_id' })
  lowerPlanId!: number;

  @Column('integer', { name: 'upper_task_id', nullable: true })
  upperTaskId!: number | null;

  @Column('integer', { name: 'lower_task_id', nullable: true })
  lowerTaskId!: number | null;

  @Public()
  @Field(() => DerivationRelation, { description: 'How the one comes from the other. (关系)' })
  @Column('text')
  relation!: DerivationRelation;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of wording in common, 0 to 1, in pairs of neighbouring characters: of both texts; for SPLIT and MERGED that share of the part which stands in the whole. 1 for SAME alone; null for DROPPED and NEW. (文字相似度)',
  })
  @Column('double precision', { nullable: true })
  similarity!: number | null;

  @Public()
  @Field({ description: 'Why, in Chinese and English: what the rule saw, or what a person wrote. (理由)' })
  @Column('text')
  reason!: string;

  /** Who gave the reason; one that a rule gave is renewed when a text changes. */
  @Column('text', { name: 'reason_by' })
  reasonBy!: 'RULE' | 'PERSON';

  @Public()
  @Field({ description: 'Whether a person confirmed it; false while it is only proposed. (是否经人工确认)' })
  @Column('boolean')
  confirmed!: boolean;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
