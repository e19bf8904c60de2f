import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, DecimalScalar, listCost, Node, Public } from '../../platform/graphql';
import { EvaluationOutcome, EvaluationState, EvaluatorKind } from './evaluation.enums';

/** The score of a unit by an evaluator. Written once: a correction is a new version. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'The score of a unit by an evaluator. (考核评估)' })
@Entity()
export class Evaluation extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'scheme_id' })
  schemeId!: number;

  @Column('integer', { name: 'unit_id' })
  unitId!: number;

  @Public()
  @Field(() => DateScalar, { description: 'First day of the time that is scored. (评估期起)' })
  @Column('date', { name: 'period_start' })
  periodStart!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Last day of the time that is scored. (评估期止)' })
  @Column('date', { name: 'period_end' })
  periodEnd!: string;

  @Public()
  @Field(() => EvaluatorKind, { description: 'Sort of evaluator. (评估主体类别)' })
  @Column('text', { name: 'evaluator_kind' })
  evaluatorKind!: EvaluatorKind;

  @Public()
  @Field({ description: 'The evaluating body. (评估机构)' })
  @Column('text')
  evaluator!: string;

  @Public()
  @Field(() => Int, { description: 'Version, from 1; a correction is the next one. (版本)' })
  @Column('integer')
  version!: number;

  @Column('integer', { name: 'corrects_id', nullable: true })
  correctsId!: number | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Why the version before it was corrected; null for the first. (更正理由)' })
  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason!: string | null;

  @Public()
  @Field(() => DecimalScalar, { description: 'Total, not rounded, out of the full marks of the scheme; also where it was vetoed. (总分)' })
  @Column('numeric')
  total!: string;

  @Public()
  @Field(() => EvaluationOutcome, { description: 'What it comes to. (评估结果)' })
  @Column('text')
  outcome!: EvaluationOutcome;

  @Public()
  @Field(() => String, { nullable: true, description: 'What the evaluator adds; null where nothing. (评估意见)' })
  @Column('text', { nullable: true })
  remark!: string | null;

  @Field(() => EvaluationState, { description: 'Where it stands. (状态)' })
  @Column('text')
  state!: EvaluationState;

  @Column({ type: 'boolean', insert: false, update: false })
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** What is taken off the full marks of an indicator. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'What is taken off the full marks of an indicator. (扣分)' })
export class ScoreDeduction {
  @Public()
  @Field(() => DecimalScalar, { description: 'How much. (扣分值)' })
  points!: string;

  @Public()
  @Field({ description: 'Why. (扣分原因)' })
  reason!: string;
}

/** The score of one indicator: found at those without children, reckoned at those above them. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'The score of one indicator, or a veto item that was met. (指标得分)' })
@Entity()
export class EvaluationScore {
  @PrimaryColumn('integer', { name: 'evaluation_id' })
  evaluationId!: number;

  @Column('integer', { name: 'scheme_id' })
  schemeId!: number;

  @Public()
  @Field({ description: 'Code of the indicator. (指标代码)' })
  @PrimaryColumn('text')
  code!: string;

  @Public()
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its score, not rounded; of an indicator with others below it reckoned from them; null for a veto item. (得分)',
  })
  @Column('numeric', { nullable: true })
  score!: string | null;

  @Public()
  @listCost(2)
  @Field(() => [ScoreDeduction], { description: 'What was taken off its full marks; empty where it was scored otherwise. (扣分明细)' })
  @Column('jsonb')
  deductions!: ScoreDeduction[];

  @Public()
  @Field(() => String, { nullable: true, description: 'On what it rests; null where it is reckoned. (佐证)' })
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Public()
  @Field({ description: 'Whether it is a veto item that was met. (是否触发单项否决)' })
  @Column('boolean', { name: 'is_veto_hit' })
  vetoHit!: boolean;

  @Column('boolean')
  published!: boolean;
}
