import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describeEnum, Public } from '../../platform/graphql';
import type { Plan } from '../../plans';
import { DerivationRelation } from '../lineage.enums';

export const ComparedFactName = describeEnum('ComparedFactName', 'A fact by which two plans are set side by side. (对比项目)', {
  REGION: 'Region for whose work it is set. (发文区域)',
  YEAR: 'Year. (年度)',
  ISSUED_ON: 'Day of issue. (成文日期)',
  DOCUMENT_NUMBER: 'Document number. (发文字号)',
  ISSUER: 'Issuing body as printed. (发文机关)',
  TASKS: 'Number of tasks. (任务数)',
  DATED_TASKS: 'Tasks that are due by a date. (定有日期的任务数)',
  TARGETS: 'Measurable or dated promises. (目标数)',
  CATEGORIES: 'Categories at the top. (一级分类数)',
  UNITS: 'Units that are named as responsible. (具名责任单位数)',
});
export type ComparedFactName = keyof typeof ComparedFactName;

@Public()
@ObjectType({ simpleResolvers: true, description: 'A fact of two plans side by side. (对比事实)' })
export class ComparedFact {
  @Public()
  @Field(() => ComparedFactName, { description: 'Which fact. (项目)' })
  name!: ComparedFactName;

  @Public()
  @Field(() => String, { nullable: true, description: 'Of the left plan, as text; null where the document does not tell. (左侧)' })
  left!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Of the right plan, as text; null where the document does not tell. (右侧)' })
  right!: string | null;
}

/** How many tasks stand in each relation. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'How many tasks stand in each relation; the counts of each side add up to its tasks. (各关系任务数)',
})
export class RelationCounts {
  @Public()
  @Field(() => Int, { description: 'Tasks of either plan with the same text as one of the other. (原文照转)' })
  same!: number;

  @Public()
  @Field(() => Int, { description: 'Tasks of either plan with one in other words in the other. (改写)' })
  adapted!: number;

  @Public()
  @Field(() => Int, { description: 'Left tasks that answer to several right ones. (拆分的左侧任务)' })
  leftSplit!: number;

  @Public()
  @Field(() => Int, { description: 'Right tasks that are parts of a left one. (拆分所得的右侧任务)' })
  rightSplit!: number;

  @Public()
  @Field(() => Int, { description: 'Left tasks that are parts of a right one. (被合并的左侧任务)' })
  leftMerged!: number;

  @Public()
  @Field(() => Int, { description: 'Right tasks that answer to several left ones. (合并所得的右侧任务)' })
  rightMerged!: number;

  @Public()
  @Field(() => Int, { description: 'Left tasks without counterpart. (左侧独有)' })
  leftOnly!: number;

  @Public()
  @Field(() => Int, { description: 'Right tasks without counterpart. (右侧独有)' })
  rightOnly!: number;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the left tasks that have a counterpart, 0 to 1: all but leftOnly, divided by all left tasks; null for a plan without tasks. (左侧任务对应率)',
  })
  leftMatchedRate!: number | null;
}

/** A row of two plans side by side. */
@Public()
@ObjectType({ description: 'A row of two plans side by side. (对比行)' })
export class ComparisonRow {
  leftId!: number | null;
  rightId!: number | null;

  @Public()
  @Field(() => DerivationRelation, {
    description: 'How the two relate, the left plan taken for the upper one: SPLIT is one left task in several right ones. (关系)',
  })
  relation!: DerivationRelation;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'Share of wording in common, as in `Derivation.similarity`; null where there is one task only. (文字相似度)',
  })
  similarity!: number | null;

  @Public()
  @Field({ description: 'Why, in Chinese and English. (理由)' })
  reason!: string;

  @Public()
  @Field({ description: 'Whether a person confirmed it; false for plans neither of which derives from the other. (是否经人工确认)' })
  confirmed!: boolean;
}

/** Two plans side by side. */
@Public()
@ObjectType({ description: 'Two plans side by side: of two levels, two cities, or two years. (要点对比)' })
export class PlanComparison {
  left!: Plan;
  right!: Plan;

  @Public()
  @Field({ description: 'Whether one derives from the other, so that the rows are those of their stored alignment. (是否有上下位关系)' })
  isLineage!: boolean;

  rows!: ComparisonRow[];
}
