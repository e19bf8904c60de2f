import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describeEnum, Public } from '../../platform/graphql';
import { Deadline, Responsibility, Target } from '../../plans';
import { FunctionLine } from '../../units';

export const TextSegmentKind = describeEnum('TextSegmentKind', 'What became of a piece of text. (文字片段变化)', {
  EQUAL: 'Stands in both texts. (未变)',
  REMOVED: 'Stands in the first text alone. (删去)',
  ADDED: 'Stands in the second text alone. (增加)',
});
export type TextSegmentKind = keyof typeof TextSegmentKind;

export const ChangeKind = describeEnum('ChangeKind', 'What became of an item from one task to the other. (变化类别)', {
  KEPT: 'Both have it. (保留)',
  CHANGED: 'Both have it, with other values. (调整)',
  REMOVED: 'The first alone has it. (减少)',
  ADDED: 'The second alone has it. (增加)',
});
export type ChangeKind = keyof typeof ChangeKind;

@Public()
@ObjectType({ simpleResolvers: true, description: 'A piece of the difference of two texts. (文字差异片段)' })
export class TextSegment {
  @Public()
  @Field(() => TextSegmentKind, { description: 'What became of it. (变化)' })
  kind!: TextSegmentKind;

  @Public()
  @Field({ description: 'The piece, verbatim. No piece begins or ends inside a word, a bracket, a number or the name of a unit. (文字)' })
  text!: string;
}

@Public()
@ObjectType({ simpleResolvers: true, description: 'How the deadlines of two tasks differ. (时限差异)' })
export class DeadlineDiff {
  @Public()
  @Field(() => Deadline, { description: 'That of the first task. (前者时限)' })
  before!: Deadline;

  @Public()
  @Field(() => Deadline, { description: 'That of the second task. (后者时限)' })
  after!: Deadline;

  @Public()
  @Field({ description: 'Whether they are of different sorts. (类别是否不同)' })
  kindChanged!: boolean;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Days by which the date moved, negative where it came forward; null where one of the two has no date. (日期推移天数)',
  })
  shiftDays!: number | null;
}

@Public()
@ObjectType({
  simpleResolvers: true,
  description:
    'What became of a responsible body from one task to the other: the same name or line of work at another level is the same body. (责任单位差异)',
})
export class UnitDiff {
  @Public()
  @Field(() => ChangeKind, { description: 'KEPT, REMOVED or ADDED. (变化)' })
  kind!: ChangeKind;

  @Public()
  @Field(() => FunctionLine, { nullable: true, description: 'Its line of work; null for a collective and where none is known. (条线)' })
  functionLine!: FunctionLine | null;

  @Public()
  @Field(() => Responsibility, { nullable: true, description: 'In the first task; null where it is added. (前者责任)' })
  before!: Responsibility | null;

  @Public()
  @Field(() => Responsibility, { nullable: true, description: 'In the second task; null where it is removed. (后者责任)' })
  after!: Responsibility | null;
}

@Public()
@ObjectType({ simpleResolvers: true, description: 'What became of a promise from one task to the other. (目标差异)' })
export class TargetDiff {
  @Public()
  @Field(() => ChangeKind, { description: 'What became of it. (变化)' })
  kind!: ChangeKind;

  @Public()
  @Field(() => Target, { nullable: true, description: 'In the first task; null where it is added. (前者目标)' })
  before!: Target | null;

  @Public()
  @Field(() => Target, { nullable: true, description: 'In the second task; null where it is removed. (后者目标)' })
  after!: Target | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'By how much the value rose, in its unit; null where one has no value or the units differ. (数值变化)',
  })
  valueChange!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Days by which the date moved; null where one has none. (日期推移天数)' })
  shiftDays!: number | null;
}
