import { companion, eachForItsField, lasting, type OptionalColumns } from '../platform/graphql';
import { optionalRegionColumns, regionByKey, regionColumns, toRegion } from '../regions';
import { categoryColumns, planColumns } from './columns';
import { categoryByKey, planByKey } from './plan.loaders';
import { toCategory, toPlan } from './rows';

export const optionalPlanColumns: OptionalColumns = {
  ...eachForItsField('Plan', [
    ...['documentNumber', 'kind', 'issuerText', 'issuedOn', 'remarks', 'disclosure', 'state'],
    ...['publishedAt', 'ledgerSince', 'version', 'createdAt', 'updatedAt'],
  ]),
  slug: ['Plan.slug', 'Plan.url'],
};

const optionalCategoryColumns: OptionalColumns = {
  ...eachForItsField('Category', ['position', 'updatedAt']),
  path: ['Category.path', 'StatisticsKey.label'],
};

const ofDeadline = ['Task.deadline'];

export const optionalTaskColumns: OptionalColumns = {
  ...eachForItsField('Task', [
    ...['number', 'text', 'printedNumber', 'responsibleText', 'leadOfficial', 'openEnded', 'status', 'version', 'updatedAt'],
    ...['sourcePage', 'sourceRow', 'sourceLine', 'sourceLineEnd', 'sourceText', 'endedOn'],
  ]),
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
};

/** What comes along with plans, under the alias they have in the statement. */
export const planCompanions = lasting((alias) => [
  companion({
    field: 'Plan.region',
    table: 'region',
    alias: `${alias}_region`,
    key: `${alias}.region_id`,
    columns: regionColumns,
    optional: optionalRegionColumns,
    toNode: toRegion,
    loader: regionByKey,
  }),
]);

export const taskCompanions = lasting((alias) => [
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
    optional: optionalCategoryColumns,
    toNode: toCategory,
    loader: categoryByKey,
  }),
]);
