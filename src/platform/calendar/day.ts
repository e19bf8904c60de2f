const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });
const dayMs = 86_400_000;

/** The calendar day in Asia/Shanghai at an instant, YYYY-MM-DD. */
export function dayOf(instant: Date): string {
  return shanghaiDay.format(instant);
}

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date());
}

/** Whether a text YYYY-MM-DD names a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && textOf(instantOf(text)) === text;
}

/** The day so many days later, or earlier. */
export function addDays(day: string, count: number): string {
  return textOf(instantOf(day) + count * dayMs);
}

export function lastDayOfMonth(year: number, month: number): string {
  return textOf(Date.UTC(year, month, 0));
}

/** The day so many months later; the last of the month where that month is shorter. */
export function addMonths(day: string, count: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const last = lastDayOfMonth(year, month + count);
  const wanted = textOf(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)) - 1, dayOfMonth));
  return wanted < last ? wanted : last;
}

/** 0 on Sunday to 6 on Saturday. */
export function weekdayOf(day: string): number {
  return new Date(instantOf(day)).getUTCDay();
}

// A day has no time: reckoned in UTC, where every day has the same length.
function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function textOf(instant: number): string {
  return Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10);
}
