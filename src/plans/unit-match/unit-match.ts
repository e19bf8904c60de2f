import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, describeEnum } from '../../platform/graphql';

export const UnitMatchState = describeEnum('UnitMatchState', 'How sure it is that a printed name means a unit. (单位对应状态)', {
  TAKEN: 'The name fits the unit well. (已对应)',
  DOUBTFUL: 'The unit is taken for the time being; a person should look. (存疑)',
  PROPOSED: 'No known unit fits: a new one is proposed. (建议新建)',
  CONFIRMED: 'A person confirmed or chose the unit. (已确认)',
});
export type UnitMatchState = keyof typeof UnitMatchState;

export const MatchReason = describeEnum('MatchReason', 'What speaks for a unit. (对应理由)', {
  NAME: 'It bears the very name. (名称相同)',
  ALIAS: 'The name is one of its aliases. (别名)',
  LEVEL_WORD: 'Only the word that says whose it is differs: 教育局, 市教育局, 达州市教育局. (仅差省市区县字样)',
  SHORT_FORM: 'A long and a short form of one name: 发改局, 发展和改革委员会. (全称与简称)',
  NAMED_REGION: 'The name opens with another region, or with its level, whose body it is. (名称指明其他区域)',
  ZONE: 'The committee of a functional zone, under another form of its name. (功能区管委会)',
  FULL_NAME_ELSEWHERE: 'A body elsewhere bears the name in full; the nearest. (他处同名全称)',
  NEAR_SPELLING: 'One character differs, in the same line of work. (一字之差)',
  FUNCTION_LINE: 'The body of the same line of work with much of the name. (同一条线且名称相近)',
  RELATED: 'A body of the same line of work. (同一条线)',
  SAME_NAME_ELSEWHERE: 'A body above or below bears the same name. (上下级同名)',
});
export type MatchReason = keyof typeof MatchReason;

/** A unit that a printed name may mean. */
@ObjectType({ description: 'A unit that a printed name may mean. (候选单位)' })
@Entity()
export class UnitMatchCandidate {
  @PrimaryColumn('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('text')
  name!: string;

  @PrimaryColumn('integer', { name: 'unit_id' })
  unitId!: number;

  @Field(() => Float, { description: 'From 0 to 1. (把握)' })
  @Column('double precision')
  confidence!: number;

  @Field(() => MatchReason, { description: 'What speaks for it. (理由)' })
  @Column('text')
  reason!: MatchReason;
}

/** Which unit a name that a plan prints was taken for. */
@ObjectType({ description: 'Which unit a name that a plan prints was taken for, and which others it may mean. (单位对应)' })
@Entity()
export class UnitMatch {
  @PrimaryColumn('integer', { name: 'plan_id' })
  planId!: number;

  @Field({ description: 'The name as printed. (原文名称)' })
  @PrimaryColumn('text')
  name!: string;

  @Column('integer', { name: 'unit_id' })
  unitId!: number;

  @Field(() => UnitMatchState, { description: 'How sure it is. (状态)' })
  @Column('text')
  state!: UnitMatchState;

  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null for a unit that is proposed or that a person chose. (把握)' })
  @Column('double precision', { nullable: true })
  confidence!: number | null;

  @Field(() => MatchReason, { nullable: true, description: 'What speaks for the unit; null where `confidence` is. (理由)' })
  @Column('text', { nullable: true })
  reason!: MatchReason | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it; null before. (确认人)' })
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed; null before. (确认时间)' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
