import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';
import { PlanDerivationRule, type PlanDerivationState } from './lineage.enums';

/** That a plan derives from another one. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'That a plan derives from another one. (要点的上下位关系)' })
@Entity()
export class PlanDerivation extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'upper_plan_id' })
  upperPlanId!: number;

  @Column('integer', { name: 'lower_plan_id' })
  lowerPlanId!: number;

  @Public()
  @Field(() => PlanDerivationRule, { description: 'By what rule. (依据)' })
  @Column('text')
  rule!: PlanDerivationRule;

  @Public()
  @Field({ description: 'Why, in words. (理由)' })
  @Column('text')
  reason!: string;

  @Column('text')
  state!: PlanDerivationState;

  @Public()
  @Field({ description: 'Whether a person confirmed it; false while it is only proposed by rule. (是否经人工确认)' })
  get confirmed(): boolean {
    return this.state === 'CONFIRMED';
  }

  /** Hash of all from which the stored alignment was made; null where none was made yet. */
  @Column('text', { name: 'aligned_sha256', nullable: true })
  alignedSha256!: string | null;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
