import { globalId, type RequestContext } from '../platform/graphql';
import { categoryByKey, planByKey, topicByKey } from '../plans';
import { regionByKey } from '../regions';
import { functionLineByCode, unitByKey } from '../units';
import type { TaskDimension } from './statistics.inputs';

/** What the SQL of a dimension needs beside the facts: the units, the responsibilities, or the topics, of each task. */
export type FanOut = 'units' | 'responsibilities' | 'topics';

export interface Dimension {
  /** The grouped expression, over the facts `f`, the pairs `tu` with their unit `tuu`, the responsibilities `b`, and the topics `k`. */
  expression: string;
  /** What rows are sorted by, where it is not the grouped value itself: what clients see as the key. */
  sortedBy?: string;
  needs?: FanOut;
  /** The record behind a database value and the words for it. */
  describe: (context: RequestContext, value: string) => Promise<{ key: string; label: string; node: object | null }>;
}

/** The value itself stands for the record; there is none behind it. */
const plain =
  (words: (value: string) => string): Dimension['describe'] =>
  (_context, value) =>
    Promise.resolve({ key: value, label: words(value), node: null });

function record<T extends object>(
  typeName: string,
  load: (context: RequestContext, key: number) => Promise<T | null>,
  labelOf: (found: T) => string,
  keyOf?: (found: T) => string,
): Dimension['describe'] {
  return async (context, value) => {
    const found = await load(context, Number(value));
    const key = found && keyOf ? keyOf(found) : globalId(typeName, Number(value));
    return { key, label: found ? labelOf(found) : '', node: found };
  };
}

const levelWords: Record<string, string> = { NATION: '国家', PROVINCE: '省级', PREFECTURE: '市级', COUNTY: '县级', TOWNSHIP: '乡镇级' };
const roleWords: Record<string, string> = { LEAD: '牵头', RESPONSIBLE: '责任', SUPPORTING: '配合' };
const kindWords: Record<string, string> = {
  BY_DATE: '按日期',
  TIMELY: '及时公开',
  ONGOING: '长期坚持',
  AS_APPROPRIATE: '适时完成',
  RECURRING: '周期',
  RELATIVE: '自某事项起算',
  NONE: '未载时限',
};
const statusWords: Record<string, string> = {
  NOT_COLLECTED: '尚未归集',
  NOT_REPORTED: '未报',
  IN_PROGRESS: '进行中',
  COMPLETED: '已完成',
  OVERDUE: '逾期',
};

export const dimensions: Record<TaskDimension, Dimension> = {
  REGION: {
    expression: 'f.region_id',
    sortedBy: '(select stable_id collate "C" from region where id = f.region_id)',
    describe: record(
      'Region',
      (context, key) => regionByKey(context).load(key),
      (region) => region.name,
      (region) => region.stableId,
    ),
  },
  LEVEL: { expression: 'f.level', sortedBy: 'f.level collate "C"', describe: plain((value) => levelWords[value]!) },
  YEAR: { expression: 'f.year', describe: plain((value) => `${value}年`) },
  PLAN: {
    expression: 'f.plan_id',
    describe: record(
      'Plan',
      (context, key) => planByKey(context).load(key),
      (plan) => plan.title,
    ),
  },
  CATEGORY: {
    expression: 'f.category_id',
    describe: record(
      'Category',
      (context, key) => categoryByKey(context).load(key),
      (category) => category.path.join(' / '),
    ),
  },
  TOPIC: {
    expression: 'k.topic_id',
    sortedBy: '(select code collate "C" from topic where id = k.topic_id)',
    needs: 'topics',
    describe: record(
      'Topic',
      (context, key) => topicByKey(context).load(key),
      (topic) => topic.titleZh,
      (topic) => topic.code,
    ),
  },
  UNIT: {
    expression: 'tu.unit_id',
    needs: 'units',
    describe: record(
      'Unit',
      (context, key) => unitByKey(context).load(key),
      (unit) => unit.name,
    ),
  },
  FUNCTION_LINE: {
    expression: 'tuu.function_line',
    sortedBy: 'tuu.function_line collate "C"',
    needs: 'units',
    describe: async (context, value) => ({
      key: value,
      label: (await functionLineByCode(context).load(value))?.titleZh ?? value,
      node: null,
    }),
  },
  ROLE: { expression: 'b.role', sortedBy: 'b.role collate "C"', needs: 'responsibilities', describe: plain((value) => roleWords[value]!) },
  DEADLINE_KIND: { expression: 'f.deadline_kind', sortedBy: 'f.deadline_kind collate "C"', describe: plain((value) => kindWords[value]!) },
  DUE_MONTH: {
    expression: "to_char(f.due_on, 'YYYY-MM')",
    describe: plain((value) => `${value.slice(0, 4)}年${Number(value.slice(5))}月`),
  },
  STATUS: { expression: 'f.status', sortedBy: 'f.status collate "C"', describe: plain((value) => statusWords[value]!) },
};
