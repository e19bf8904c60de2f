/** What a reading may lean on besides the words themselves. */
export interface ReadingContext {
  /** The year the plan is for. */
  year: number | null;
  /** ISO date of issue; its year serves where the plan names none. */
  issuedOn: string | null;
}

/** The year that a day printed without one belongs to; null where nothing tells it. */
export function yearOf(context: ReadingContext): number | null {
  if (context.year !== null) return context.year;
  const issued = /^(\d{4})-/.exec(context.issuedOn ?? '');
  return issued ? Number(issued[1]) : null;
}
