const shanghaiDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in Asia/Shanghai at an instant, YYYY-MM-DD. */
function dayOf(instant: Date): string {
  return shanghaiDay.format(instant);
}

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date());
}
