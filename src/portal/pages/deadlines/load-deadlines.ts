import { lastDayOfMonth, today } from '../../../platform/calendar';
import type { Ask } from '../../ask';
import { waysOutOf, type WayOut } from '../../components/empty-result';
import type { SetFilter } from '../../components/filter-form';
import { pageAsked, type PageInfo } from '../../components/pager';
import type { View } from '../../view';
import { deadlineFilterBy, readDeadlineFilters, setDeadlineFilters, type DeadlineFilters } from './deadline-filters';
import {
  deadlineChoicesDocument,
  deadlineCountDocument,
  deadlinesDocument,
  type DeadlineChoicesAnswer,
  type DeadlinesVariables,
  type Occurrence,
} from './deadlines.document';

const pageSize = 100;
/** A year with more than these is shown by months, and its list in pages. */
const mostAtOnce = 500;

export interface LoadedDeadlines {
  choices: DeadlineChoicesAnswer;
  filters: DeadlineFilters;
  set: SetFilter[];
  waysOut: WayOut[];
  /** The year that is shown, and those in which anything falls due. */
  year: number;
  years: number[];
  variables: DeadlinesVariables;
  /** What is listed: of the year or the month, all or a page. */
  listed: Occurrence[];
  total: number;
  pageInfo: PageInfo | null;
  /** How many fall due on each day of the year; null where there are too many to count day by day. */
  days: Map<string, number> | null;
  /** How many fall due in each month, January first. */
  months: number[];
}

export async function loadDeadlines(view: View, ask: Ask): Promise<LoadedDeadlines> {
  const filters = readDeadlineFilters(view);
  const choices = await ask(deadlineChoicesDocument, {
    region: filters.region ?? '',
    plan: filters.plan ?? '',
    units: filters.unit === null ? [] : [filters.unit],
  });
  const years = yearsOf(choices);
  const year = filters.year ?? shownYear(years);
  const span = spanOf(year, filters.month);
  const filterBy = deadlineFilterBy(filters, choices);
  const ofYear = await collect(ask, { ...spanOf(year, null), filterBy });
  const inMonth = filters.month === null ? ofYear : ofYear?.filter(({ dueOn }) => dueOn.startsWith(filters.month!));
  const variables = { ...span, filterBy, ...pageAsked(view, pageSize) };
  const page = inMonth ? null : (await ask(deadlinesDocument, variables)).deadlines;
  const total = inMonth?.length ?? page!.totalCount;
  const set = setDeadlineFilters(view, filters, choices);
  const countWithout = async (name: string) => {
    const whole = name === 'month' ? spanOf(year, null) : span;
    return (await ask(deadlineCountDocument, { ...whole, filterBy: deadlineFilterBy(filters, choices, name) })).deadlines.totalCount;
  };
  return {
    choices,
    filters,
    set,
    waysOut: total === 0 ? await waysOutOf(set, countWithout) : [],
    year,
    years,
    variables,
    listed: inMonth ?? page!.nodes,
    total,
    pageInfo: page?.pageInfo ?? null,
    days: ofYear && countBy(ofYear.map(({ dueOn }) => dueOn)),
    months: await monthCounts(ask, year, filterBy, ofYear),
  };
}

/** This year where anything falls due in it, else the latest year before. */
function shownYear(years: readonly number[]): number {
  const now = Number(today().slice(0, 4));
  return years.includes(now) ? now : (years.findLast((year) => year < now) ?? years[0] ?? now);
}

function yearsOf({ months, recurring }: DeadlineChoicesAnswer): number[] {
  const keys = [...months.rows, ...recurring.rows].flatMap(({ keys: [key] }) => key?.key ?? []);
  return [...new Set(keys.map((key) => Number(key.slice(0, 4))))].sort((one, other) => one - other);
}

function spanOf(year: number, month: string | null): { from: string; to: string } {
  if (month === null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: `${month}-01`, to: lastDayOfMonth(year, Number(month.slice(5))) };
}

/** All of a span; null where there are more than a page of the portal holds. */
async function collect(ask: Ask, span: DeadlinesVariables): Promise<Occurrence[] | null> {
  const found: Occurrence[] = [];
  for (let after: string | null = null; ;) {
    const { deadlines }: { deadlines: { totalCount: number; nodes: Occurrence[]; pageInfo: PageInfo } } = await ask(deadlinesDocument, {
      ...span,
      first: pageSize,
      after,
    });
    if (deadlines.totalCount > mostAtOnce) return null;
    found.push(...deadlines.nodes);
    if (!deadlines.pageInfo.hasNextPage) return found;
    after = deadlines.pageInfo.endCursor;
  }
}

async function monthCounts(
  ask: Ask,
  year: number,
  filterBy: DeadlinesVariables['filterBy'],
  ofYear: readonly Occurrence[] | null,
): Promise<number[]> {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  if (ofYear) return months.map((month) => ofYear.filter(({ dueOn }) => dueOn.startsWith(month)).length);
  return Promise.all(
    months.map(async (month) => (await ask(deadlineCountDocument, { ...spanOf(year, month), filterBy })).deadlines.totalCount),
  );
}

function countBy(days: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
