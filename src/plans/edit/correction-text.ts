/** A value of a correction as a person reads it: lists as lines, an object as its parts. Null where there was nothing. */
export function correctionText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => correctionText(item) ?? '').join('\n');
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name}: ${correctionText(part)}`)
    .join(', ');
}
