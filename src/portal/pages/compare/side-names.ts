import type { PlanChoice } from './compare.document';
import type { Comparison } from './load-compare';

/** A plan by its region and year. */
export function labelOf({ region, year }: PlanChoice): string {
  return `${region.name}${year ?? ''}`;
}

/** What the two are called beside each other: by their regions, with the years where it is the same region. */
export function sideNames({ left, right }: Pick<Comparison, 'left' | 'right'>): [left: string, right: string] {
  if (left.region.name !== right.region.name) return [left.region.name, right.region.name];
  return [labelOf(left), labelOf(right)];
}
