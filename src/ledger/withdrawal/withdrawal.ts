import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Public } from '../../platform/graphql';

/** All that the public is told of an entry or an evaluation that was taken away. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'That something was public and was taken away, when and why. (撤回说明)' })
@Entity()
export class Withdrawal {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer', { name: 'entry_id', nullable: true })
  entryId!: number | null;

  @Column('integer', { name: 'evaluation_id', nullable: true })
  evaluationId!: number | null;

  @Column('integer', { name: 'plan_id', nullable: true })
  planId!: number | null;

  @Column('integer', { name: 'obligation_id', nullable: true })
  obligationId!: number | null;

  @Column('integer', { name: 'unit_id' })
  unitId!: number;

  @Public()
  @Field({ description: 'Why, as given by who took it away. (撤回理由)' })
  @Column('text')
  reason!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When. (撤回时间)' })
  @Column('timestamptz', { name: 'withdrawn_at' })
  withdrawnAt!: Date;

  @Column('boolean')
  published!: boolean;
}
