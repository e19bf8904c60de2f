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
  key: Described<string>;
  label: Described<string>;
  /** The record behind the value; absent where there is none. */
  node?: Described<object | null>;
}

/** What a database value, written as text, is to clients. Read only when it is asked for. */
type Described<T> = (context: RequestContext, value: string) => T | Promise<T>;

/** The value itself stands for the record; there is none behind it. */
const plain = (words: (value: string) => string): Pick<Dimension, 'key' | 'label'> => ({
  key: (_context, value) => value,
  label: (_context, value) => words(value),
});

function record<T extends object>(
  load: (context: RequestContext, key: number) => Promise<T | null>,
  labelOf: (found: T) => string,
  key: Dimension['key'],
): Pick<Dimension, 'key' | 'label' | 'node'> {
  const node = (context: RequestContext, value: string) => load(context, Number(value));
  return {
    key,
    node,
    label: async (context, value) => {
      const found = await node(context, value);
      return found ? labelOf(found) : '';
    },
  };
}

const globalIdOf =
  (typeName: string): Dimension['key'] =>
  (_context, value) =>
    globalId(typeName, Number(value));

const regionOf = (context: RequestContext, key: number) => regionByKey(context).load(key);
const topicOf = (context: RequestContext, key: number) => topicByKey(context).load(key);

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
    ...record(
      regionOf,
      (region) => region.name,
      async (context, value) => (await regionOf(context, Number(value)))?.stableId ?? value,
    ),
  },
  LEVEL: { expression: 'f.level collate "C"', ...plain((value) => levelWords[value]!) },
  YEAR: { expression: 'f.year', ...plain((value) => `${value}年`) },
  PLAN: {
    expression: 'f.plan_id',
    ...record(
      (context, key) => planByKey(context).load(key),
      (plan) => plan.title,
      globalIdOf('Plan'),
    ),
  },
  CATEGORY: {
    expression: 'f.category_id',
    ...record(
      (context, key) => categoryByKey(context).load(key),
      (category) => category.path.join(' / '),
      globalIdOf('Category'),
    ),
  },
  TOPIC: {
    expression: 'k.topic_id',
    sortedBy: '(select code collate "C" from topic where id = k.topic_id)',
    needs: 'topics',
    ...record(
      topicOf,
      (topic) => topic.titleZh,
      async (context, value) => (await topicOf(context, Number(value)))?.code ?? value,
    ),
  },
  UNIT: {
    expression: 'tu.unit_id',
    needs: 'units',
    ...record(
      (context, key) => unitByKey(context).load(key),
      (unit) => unit.name,
      globalIdOf('Unit'),
    ),
  },
  FUNCTION_LINE: {
    expression: 'tuu.function_line collate "C"',
    needs: 'units',
    key: (_context, value) => value,
    label: async (context, value) => (await functionLineByCode(context).load(value))?.titleZh ?? value,
  },
  ROLE: { expression: 'b.role collate "C"', needs: 'responsibilities', ...plain((value) => roleWords[value]!) },
  DEADLINE_KIND: { expression: 'f.deadline_kind collate "C"', ...plain((value) => kindWords[value]!) },
  DUE_MONTH: { expression: "to_char(f.due_on, 'YYYY-MM')", ...plain((value) => `${value.slice(0, 4)}年${Number(value.slice(5))}月`) },
  STATUS: { expression: 'f.status collate "C"', ...plain((value) => statusWords[value]!) },
};
