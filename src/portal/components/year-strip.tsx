import type { VNode } from 'preact';
import { useView } from '../view';

/** A day on which something falls due. */
export interface StripDot {
  /** In the year of the strip, `2023-08-31`. */
  day: string;
  /** Solid where named, a ring where through a collective. */
  isSolid: boolean;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const dotPitch = 14;
const mostStacked = 12;
const headroom = 26;
const foot = 24;
const dayMs = 86_400_000;

/** A year as a line, with a dot for each duty on its day. The table beside it says the same in words. */
export function YearStrip({ year, dots }: { year: number; dots: readonly StripDot[] }): VNode {
  const { m } = useView();
  const days = byDay(dots);
  const tallest = Math.min(mostStacked, Math.max(1, ...days.map(([, own]) => own.length)));
  const axis = headroom + tallest * dotPitch;
  const places = days.map(([day]): [string, number] => [day, placeOf(year, day)]);
  const [labelled, roomy] = [withRoom(places, 8), withRoom(places, 16)];
  return (
    <svg class="year-strip" width="100%" height={axis + foot} aria-hidden="true">
      {months.map((month) => {
        const x = percent(placeOf(year, `${year}-${String(month).padStart(2, '0')}-01`));
        return (
          <g key={month}>
            <line class="month" x1={x} x2={x} y1={headroom - 14} y2={axis} />
            <text class="month-label" x={x} dx="4" y={axis + 17}>
              {m.units.monthLabel(month)}
            </text>
          </g>
        );
      })}
      <line class="axis" x1="0" x2="100%" y1={axis} y2={axis} />
      {days.map(([day, own]) => (
        <Stack
          key={day}
          place={placeOf(year, day)}
          axis={axis}
          dots={own}
          label={labelled.has(day) ? m.site.monthDay(day) : null}
          isRoomy={roomy.has(day)}
        />
      ))}
    </svg>
  );
}

interface StackProps {
  place: number;
  axis: number;
  dots: readonly StripDot[];
  label: string | null;
  /** There is room for the label on a phone too. */
  isRoomy: boolean;
}

function Stack({ place, axis, dots, label, isRoomy }: StackProps): VNode {
  const x = percent(place);
  const shown = dots.slice(0, mostStacked);
  const top = axis - shown.length * dotPitch - 6;
  return (
    <g>
      {shown.map(({ isSolid }, index) => (
        <circle key={index} class={isSolid ? 'solid' : undefined} cx={x} cy={axis - 8 - index * dotPitch} r="5" />
      ))}
      {label !== null && (
        <text
          class={isRoomy ? 'day-label' : 'day-label crowded'}
          x={x}
          y={top}
          text-anchor={place > 94 ? 'end' : place < 6 ? 'start' : 'middle'}
        >
          {dots.length > 1 ? `${label} × ${dots.length}` : label}
        </text>
      )}
    </g>
  );
}

function byDay(dots: readonly StripDot[]): [day: string, dots: StripDot[]][] {
  const days = new Map<string, StripDot[]>();
  for (const dot of dots) days.set(dot.day, [...(days.get(dot.day) ?? []), dot]);
  return [...days].sort(([left], [right]) => left.localeCompare(right));
}

/** Where a day stands in its year, in percent; the last day does not touch the edge. */
function placeOf(year: number, day: string): number {
  const start = Date.UTC(year, 0, 1);
  return (Math.round((Date.parse(`${day}T00:00:00Z`) - start) / dayMs) / 366) * 99.4;
}

function percent(place: number): string {
  return `${place.toFixed(2)}%`;
}

/** Days whose labels do not run into one another, where one takes so many percent. */
function withRoom(days: readonly (readonly [day: string, place: number])[], room: number): Set<string> {
  const chosen = new Set<string>();
  let last = Infinity;
  for (const [day, place] of days.toReversed()) {
    if (last - place < room) continue;
    chosen.add(day);
    last = place;
  }
  return chosen;
}
