import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../platform/graphql';
import { Deadline } from './deadline';
import type { Progress } from './obligation';
import { ObligationStatus } from './plan.enums';

/** One duty that a plan sets. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'One duty that a plan sets. (工作任务)' })
@Entity()
export class Task extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'category_id', nullable: true })
  categoryId!: number | null;

  @Public()
  @Field(() => Int, { description: "Running number in its plan, from 1, in the document's order. (顺序号)" })
  @Column('integer')
  number!: number;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What the document prints as number of the task or of its category; null where it prints none. (原文序号)',
  })
  @Column('text', { name: 'printed_number', nullable: true })
  printedNumber!: string | null;

  @Public()
  @Field({ description: 'Verbatim text, line breaks of the print removed. (任务原文)' })
  @Column('text')
  text!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'The printed list of responsible bodies; null where the document prints none. (责任单位原文)',
  })
  @Column('text', { name: 'responsible_text', nullable: true })
  responsibleText!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Leading official as printed; null where none is printed. (牵头领导)' })
  @Column('text', { name: 'lead_official', nullable: true })
  leadOfficial!: string | null;

  @Public()
  @Field({ description: 'Whether 等 leaves the list of responsible bodies open. (责任单位是否未列尽)' })
  @Column('boolean', { name: 'open_ended' })
  openEnded!: boolean;

  @Public()
  @Field(() => Deadline, { description: 'When it is due. (完成时限)' })
  @Column(() => Deadline, { prefix: false })
  deadline!: Deadline;

  @Public()
  @Field(() => ObligationStatus, {
    description:
      'How far it is by published entries of the units on which it rests, today in Asia/Shanghai: the lead where the duty is shared, every member where it falls to each. (办理状态)',
  })
  status!: ObligationStatus;

  @Column('text')
  progress!: Progress;

  /** The first day on which an obligation that decides on the task is due and not complete; null where there is none. */
  @Column('date', { name: 'open_due_on', nullable: true })
  openDueOn!: string | null;

  @Column('date', { name: 'ledger_since', nullable: true })
  ledgerSince!: string | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Page of the source, from 1; null where the format has none. (来源页)' })
  @Column('integer', { name: 'source_page', nullable: true })
  sourcePage!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Row of the source table, from 1; null outside tables. (来源行)' })
  @Column('integer', { name: 'source_row', nullable: true })
  sourceRow!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'First line of the source text, from 1; null where the format has no lines. (来源起始行)',
  })
  @Column('integer', { name: 'source_line', nullable: true })
  sourceLine!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Last line of the source text; null where the format has no lines. (来源终止行)' })
  @Column('integer', { name: 'source_line_end', nullable: true })
  sourceLineEnd!: number | null;

  @Public()
  @Field({ description: 'The printed form from which it was read, number and suffixes included. (来源原文)' })
  @Column('text', { name: 'source_text' })
  sourceText!: string;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which a new version of the document took it out; null while it is in force. What ended stands in no list and counts nowhere; it stays for what was reported on it. (终止日期)',
  })
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('boolean')
  published!: boolean;

  @Field(() => Int, { description: 'Version of the record, for edits. (版本)' })
  @Column('integer')
  version!: number;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
