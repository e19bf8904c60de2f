import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, DecimalScalar, Node, Public } from '../../platform/graphql';
import { ScoringMethod } from './evaluation.enums';
import type { ScoringMethod as Method } from './indicator-tree';

/** A tree of indicators by which units are scored. Written once: next year's is another one. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A tree of indicators by which units are scored. (考核指标体系)' })
@Entity()
export class EvaluationScheme extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Public()
  @Field({ description: 'Title. (名称)' })
  @Column('text')
  title!: string;

  @Public()
  @Field(() => Int, { description: 'Year whose work it scores. (年度)' })
  @Column('integer')
  year!: number;

  @Public()
  @Field(() => ScoringMethod, { description: 'How it is scored. (计分方法)' })
  @Column('text')
  method!: Method;

  @Public()
  @Field(() => DecimalScalar, { description: 'Full marks of the whole: 100, or its points together. (满分)' })
  @Column('numeric', { name: 'full_marks' })
  fullMarks!: string;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** One indicator of a scheme. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'One indicator of a scheme. (考核指标)' })
@Entity()
export class EvaluationIndicator {
  @PrimaryColumn('integer', { name: 'scheme_id' })
  schemeId!: number;

  @Public()
  @Field({ description: 'Code, unique in its scheme, such as 1.2. (指标代码)' })
  @PrimaryColumn('text')
  code!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'Code of the indicator above it; null at the top level. (上级指标代码)' })
  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @Public()
  @Field(() => Int, { description: 'Place in the scheme, from 1; parents stand before their children. (顺序)' })
  @Column('integer')
  position!: number;

  @Public()
  @Field({ description: 'What it asks. (指标内容)' })
  @Column('text')
  title!: string;

  @Public()
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its weight in hundredths of its parent; null in a scheme of points and for veto items. (权重，占上级百分比)',
  })
  @Column('numeric', { nullable: true })
  weight!: string | null;

  @Public()
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Full marks: 100 in a weighted scheme, else its points or those below it together; null for veto items. (满分)',
  })
  @Column('numeric', { name: 'full_marks', nullable: true })
  fullMarks!: string | null;

  @Public()
  @Field({ description: 'Whether it is no mark but a veto item: met once, the unit fails. (是否单项否决项)' })
  @Column('boolean', { name: 'is_veto' })
  veto!: boolean;

  @Column('boolean')
  published!: boolean;
}
