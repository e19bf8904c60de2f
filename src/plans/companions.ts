import { companion, type Companion, type OptionalColumns } from '../platform/graphql';
import { regionByKey, regionColumns, toRegion } from '../regions';
import { categoryColumns, planColumns } from './columns';
import { categoryByKey, planByKey } from './plan.loaders';
import { toCategory, toPlan } from './rows';

export const optionalPlanColumns: OptionalColumns = {
  remarks: ['Plan.remarks'],
  disclosure: ['Plan.disclosure'],
  publishedAt: ['Plan.publishedAt'],
  createdAt: ['Plan.createdAt'],
  updatedAt: ['Plan.updatedAt'],
};

const ofDeadline = ['Task.deadline'];

export const optionalTaskColumns: OptionalColumns = {
  text: ['Task.text'],
  printedNumber: ['Task.printedNumber'],
  responsibleText: ['Task.responsibleText'],
  leadOfficial: ['Task.leadOfficial'],
  deadlineText: ofDeadline,
  deadlineKind: ofDeadline,
  dueOn: ofDeadline,
  duePrecision: ofDeadline,
  thenOngoing: ofDeadline,
  rrule: ofDeadline,
  quota: ofDeadline,
  deadlineTrigger: ofDeadline,
  duration: ofDeadline,
  dayCount: ofDeadline,
  deadlineRule: ofDeadline,
  sourcePage: ['Task.sourcePage'],
  sourceRow: ['Task.sourceRow'],
  sourceLine: ['Task.sourceLine'],
  sourceLineEnd: ['Task.sourceLineEnd'],
  sourceText: ['Task.sourceText'],
  updatedAt: ['Task.updatedAt'],
};

/** What comes along with plans, under the alias they have in the statement. */
export function planCompanions(alias: string): readonly Companion[] {
  return [
    companion({
      field: 'Plan.region',
      table: 'region',
      alias: `${alias}_region`,
      key: `${alias}.region_id`,
      columns: regionColumns,
      toNode: toRegion,
      loader: regionByKey,
    }),
  ];
}

export function taskCompanions(alias: string): readonly Companion[] {
  return [
    companion({
      field: 'Task.plan',
      table: 'plan',
      alias: `${alias}_plan`,
      key: `${alias}.plan_id`,
      columns: planColumns,
      optional: optionalPlanColumns,
      companions: planCompanions(`${alias}_plan`),
      toNode: toPlan,
      loader: planByKey,
    }),
    companion({
      field: 'Task.category',
      table: 'category',
      alias: `${alias}_category`,
      key: `${alias}.category_id`,
      columns: categoryColumns,
      toNode: toCategory,
      loader: categoryByKey,
    }),
  ];
}
