import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, JsonObjectScalar, Node, Public } from '../platform/graphql';
import { AnnexKind, PlanKind, PlanState } from './plan.enums';

/** An issued document that sets tasks. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'An issued document that sets tasks. (政务公开工作要点、分工表等)' })
@Entity()
export class Plan extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Public()
  @Field({ description: 'Readable, lasting name of the plan in addresses. (网址名)' })
  @Column('text')
  slug!: string;

  @Public()
  @Field({ description: 'Title as printed, without the notice that issues it. (标题)' })
  @Column('text')
  title!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Document number, such as 达市府办发〔2023〕8号; null where the document prints none. (发文字号)',
  })
  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Public()
  @Field(() => PlanKind, { description: 'Sort of document. (文件类别)' })
  @Column('text')
  kind!: PlanKind;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Column('integer', { name: 'issuing_unit_id', nullable: true })
  issuingUnitId!: number | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Issuing body as printed; null where the document prints none. (发文机关原文)' })
  @Column('text', { name: 'issuer_text', nullable: true })
  issuerText!: string | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Year whose work it sets; null where the document tells none. (年度)' })
  @Column('integer', { nullable: true })
  year!: number | null;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'Day of issue; null where the document prints none. (成文日期)' })
  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  @Public()
  @Field(() => [String], { description: 'Remarks of the document on the whole table, such as one that overrides deadlines. (备注)' })
  @Column('text', { array: true })
  remarks!: string[];

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Disclosure attribute as printed, such as 主动公开; null where none is printed. (公开属性)',
  })
  @Column('text', { nullable: true })
  disclosure!: string | null;

  @Public()
  @Field(() => PlanState, { description: 'Where it stands in its life. (状态)' })
  @Column('text')
  state!: PlanState;

  @Column({ type: 'boolean', insert: false, update: false })
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made public here; null before. (本站公开时间)' })
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day from which reports on its tasks are collected; null where none are, so that nothing can be called late. (台账归集起始日)',
  })
  @Column('date', { name: 'ledger_since', nullable: true })
  ledgerSince!: string | null;

  @Column('integer', { name: 'source_document_id' })
  sourceDocumentId!: number;

  @Field(() => Int, { description: 'Version of the record, for edits. (版本)' })
  @Column('integer')
  version!: number;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was taken in. (收录时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** A document on which a plan bases itself: another plan here, or a bare number. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'A document on which a plan bases itself. (依据文件)' })
@Entity()
export class PlanBasis {
  @PrimaryColumn('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Public()
  @Field(() => String, { nullable: true, description: 'Title as cited; null where only a number is cited. (标题)' })
  @Column('text', { nullable: true })
  title!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Document number as cited; null where only a title is cited. (发文字号)' })
  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('boolean')
  published!: boolean;
}

/** What a plan's annex holds besides tasks. */
@Public()
@ObjectType({ simpleResolvers: true, description: "What a plan's annex holds besides tasks. (附件)" })
@Entity()
export class Annex {
  @PrimaryColumn('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Public()
  @Field(() => String, { nullable: true, description: 'Number as printed; null for a sole annex. (附件序号)' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Public()
  @Field({ description: 'Title as printed. (标题)' })
  @Column('text')
  title!: string;

  @Public()
  @Field(() => AnnexKind, { description: 'What it holds. (附件类别)' })
  @Column('text')
  kind!: AnnexKind;

  @Public()
  @Field(() => [JsonObjectScalar], { description: 'Its entries, text as printed: people with posts, bodies, rows of a catalogue. (条目)' })
  @Column('jsonb')
  entries!: Record<string, unknown>[];

  @Column('boolean')
  published!: boolean;
}
