import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../../platform/graphql';

const ofTheYear = 'of the plans of its year, and of earlier ones what was collected and not complete when the year began';

/** What a summary counts. Every figure is drawn from published rows alone. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'What a summary counts, from published rows alone. (汇总数据)' })
export class SummaryFigures {
  @Public()
  @Field(() => Int, { description: 'Units with an obligation in it. (单位数)' })
  unitCount!: number;

  @Public()
  @Field(() => Int, { description: 'Plans with an obligation in it. (要点数)' })
  planCount!: number;

  @Public()
  @Field(() => Int, { description: `Obligations in it: ${ofTheYear}. (任务责任项数)` })
  obligationCount!: number;

  @Public()
  @Field(() => Int, { description: 'Of these, carried over from plans of earlier years. (上年结转数)' })
  carriedOverCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations on which reports are not collected: nothing is known of them. (尚未归集)' })
  notCollectedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations on which nothing was reported. (未报)' })
  notReportedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations under way. (进行中)' })
  inProgressCount!: number;

  @Public()
  @Field(() => Int, { description: 'Complete obligations. (已完成)' })
  completedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations whose date has passed without completion. (逾期)' })
  overdueCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations that were completed within the period. (本期完成)' })
  completedInPeriodCount!: number;

  @Public()
  @Field(() => Int, { description: 'Obligations on which reports are collected, due within the period. (本期到期)' })
  dueInPeriodCount!: number;

  @Public()
  @Field(() => Int, { description: 'Of these, complete. (本期到期已完成)' })
  dueInPeriodCompletedCount!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'Obligations that are overdue or were completed after their date; null where no report on a dated one is collected. (逾期及逾期完成)',
  })
  lateCount!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Obligations whose date was put off on request; null where no report on a dated one is collected. (调整时限)',
  })
  rescheduledCount!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'Complete obligations among those on which reports are collected, 0 to 1; null where none is. (完成率)',
  })
  completionRate!: number | null;

  @Public()
  @Field(() => Int, { description: 'Public entries about periods that end within this one. (本期公开填报)' })
  entryCount!: number;

  @Public()
  @Field(() => Int, { description: 'Public findings opened within the period. (本期立项整改)' })
  findingOpenedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Public findings closed within the period. (本期销号)' })
  findingClosedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Public findings not closed on the day of the summary. (未销号整改)' })
  findingOpenCount!: number;

  @Public()
  @Field(() => Int, { description: 'Of these, overdue. (逾期未销号)' })
  findingOverdueCount!: number;
}

/** The ledger of a unit or a region at the end of a period. Never changed: a later one stands beside it. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'The ledger of a unit or a region at the end of a period, as it was issued and never changed since. (台账汇总)',
})
@Entity()
export class LedgerSummary extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Public()
  @Field({ description: 'The period: a year `2023`, half-year `2023-H1` or quarter `2023-Q3`. (汇总期)' })
  @Column('text')
  period!: string;

  @Public()
  @Field(() => DateScalar, { description: 'First day of the period. (期初)' })
  @Column('date', { name: 'period_start' })
  periodStart!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Last day of the period. (期末)' })
  @Column('date', { name: 'period_end' })
  periodEnd!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Day whose state it gives: that on which it was issued. (截至日期)' })
  @Column('date', { name: 'as_of' })
  asOf!: string;

  @Public()
  @Field(() => Int, { description: 'Version, from 1; one issued again for the same period is the next. (版本)' })
  @Column('integer')
  version!: number;

  @Public()
  @Field(() => String, { nullable: true, description: 'Why it was issued again; null for the first. (重新汇总理由)' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Public()
  @Field(() => SummaryFigures, { description: 'What it counts. (数据)' })
  @Column('jsonb')
  figures!: SummaryFigures;

  @Public()
  @Field({
    description:
      'SHA-256 of {"asOf", "figures", "period", "region", "unit", "version"} as JSON with sorted keys and no spaces; region by code or zone id, unit by global id or null. (SHA-256 校验值)',
  })
  @Column('text')
  sha256!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When it was issued. (发布时间)' })
  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record: its issue. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
