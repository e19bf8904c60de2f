import type { VNode } from 'preact';
import { lastDayOfMonth, weekdayOf } from '../../../platform/calendar';
import { useView } from '../../view';
import type { LoadedDeadlines } from './load-deadlines';

/** The twelve months of a year; days on which something falls due lead to it. */
export function YearCalendar({ year, months, days }: Pick<LoadedDeadlines, 'year' | 'months' | 'days'>): VNode {
  return (
    <ol class="year-calendar">
      {months.map((count, index) => (
        <li key={index}>
          <MonthHead year={year} month={index + 1} count={count} />
          {days && <MonthGrid year={year} month={index + 1} days={days} />}
        </li>
      ))}
    </ol>
  );
}

function MonthHead({ year, month, count }: { year: number; month: number; count: number }): VNode {
  const view = useView();
  const { units, deadlines } = view.m;
  const value = `${year}-${String(month).padStart(2, '0')}`;
  const isShown = view.asked('month') === value;
  return (
    <h3 class="month-head">
      {count === 0 ? (
        units.monthLabel(month)
      ) : (
        <a
          href={view.here({ month: isShown ? null : value, year: isShown ? year : null, after: null, before: null }, '#list')}
          aria-current={isShown ? 'true' : undefined}
        >
          {units.monthLabel(month)}
        </a>
      )}
      <span>{count === 0 ? deadlines.nothing : deadlines.counted(count)}</span>
    </h3>
  );
}

interface MonthGridProps {
  year: number;
  month: number;
  days: ReadonlyMap<string, number>;
}

/** Weeks begin on Monday. */
function MonthGrid({ year, month, days }: MonthGridProps): VNode {
  const { deadlines } = useView().m;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  const lead = (weekdayOf(`${start}-01`) + 6) % 7;
  const length = Number(lastDayOfMonth(year, month).slice(8));
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index) => {
    const day = index - lead + 1;
    return day < 1 || day > length ? null : `${start}-${String(day).padStart(2, '0')}`;
  });
  return (
    <table class="month-grid">
      <caption class="hidden">{deadlines.monthOf(year, month)}</caption>
      <thead>
        <tr>
          {deadlines.weekdays.map(([short, long]) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: cells.length / 7 }, (_, week) => (
          <tr key={week}>
            {cells.slice(week * 7, week * 7 + 7).map((day, index) => (
              <td key={index}>{day !== null && <DayCell day={day} count={days.get(day) ?? 0} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, count }: { day: string; count: number }): VNode {
  const { deadlines, site } = useView().m;
  const number = Number(day.slice(8));
  if (count === 0) return <>{number}</>;
  return (
    <a href={`#d${day}`} aria-label={deadlines.dayWith(site.monthDay(day), count)}>
      {number}
      <sup>{count}</sup>
    </a>
  );
}
