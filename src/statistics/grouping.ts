import { join, raw, sql, type Sql } from '../platform/database';
import { badUserInput, type RequestContext } from '../platform/graphql';
import { dimensions, type Dimension } from './dimensions';
import type { StatisticsOrder, TaskDimension } from './statistics.inputs';
import { StatisticsKey, type KeyValue } from './task-statistics';

const mostDimensions = 3;
export const mostRows = 1_000;

/** BAD_USER_INPUT where rows are asked for that nobody can read. */
export function checkGrouping({ groupBy, first }: { groupBy: readonly TaskDimension[]; first: number | null }): void {
  if (groupBy.length > mostDimensions)
    throw badUserInput(`At most ${mostDimensions} dimensions at once. / 最多同时按${mostDimensions}个维度分组。`);
  if (new Set(groupBy).size < groupBy.length) throw badUserInput('A dimension may stand in `groupBy` once. / 同一维度不得重复。');
  if (first !== null && (first < 1 || first > mostRows))
    throw badUserInput(`\`first\` must be between 1 and ${mostRows}. / first 须为1至${mostRows}。`);
}

/** What rows are sorted by: a measure, then the values that clients see as keys. */
export function orderOfRows(
  order: StatisticsOrder | null,
  groupBy: readonly TaskDimension[],
  grouped: Readonly<Partial<Record<TaskDimension, Pick<Dimension, 'expression' | 'sortedBy'>>>>,
): Sql {
  const keys = groupBy.map((dimension) => raw(grouped[dimension]!.sortedBy ?? grouped[dimension]!.expression));
  if (order === null || order.field === 'KEY') {
    const direction = raw(order?.direction === 'DESC' ? 'desc' : 'asc');
    return keys.length === 0
      ? raw('1')
      : join(
          keys.map((key) => sql`${key} ${direction} nulls last`),
          ', ',
        );
  }
  const measure = raw({ TASK_COUNT: '"taskCount"', OBLIGATION_COUNT: '"obligationCount"', UNIT_COUNT: '"unitCount"' }[order.field]);
  return join([sql`${measure} ${raw(order.direction)}`, ...keys.map((key) => sql`${key} nulls last`)], ', ');
}

/** What a row is about, in the order of its dimensions. */
export function keysOf(context: RequestContext, groupBy: readonly TaskDimension[], values: readonly (string | null)[]): StatisticsKey[] {
  return groupBy.map((dimension, index) => new StatisticsKey(dimension, keyValue(context, dimension, values[index] ?? null)));
}

function keyValue(context: RequestContext, dimension: TaskDimension, value: string | null): KeyValue | null {
  if (value === null) return null;
  const { key, label, node } = dimensions[dimension];
  return { key: () => key(context, value), label: () => label(context, value), node: () => node?.(context, value) ?? null };
}
