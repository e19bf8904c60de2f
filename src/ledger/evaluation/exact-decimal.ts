/** A decimal number without rounding: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Reads a number as it is written, such as 85.5. Null where it is none, or has more than twelve digits before the point or four behind. */
export function readDecimal(text: string): Decimal | null {
  const match = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return null;
  const behind = match[2] ?? '';
  return { digits: BigInt(match[1]! + behind), scale: behind.length };
}

export function whole(value: number): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

function scaled({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: scaled(left, scale) + scaled(right, scale), scale };
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, whole(0));
}

/** What is left, never less than nothing. */
export function subtractToZero(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  const digits = scaled(left, scale) - scaled(right, scale);
  return digits < 0n ? whole(0) : { digits, scale };
}

/** So many hundredths of a value. */
export function percentOf(value: Decimal, percent: Decimal): Decimal {
  return { digits: value.digits * percent.digits, scale: value.scale + percent.scale + 2 };
}

/** Less than zero where the left one is smaller, more where it is larger. */
export function compare(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = scaled(left, scale) - scaled(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** As text, without zeros that say nothing. */
export function writeDecimal({ digits, scale }: Decimal): string {
  const padded = digits.toString().padStart(scale + 1, '0');
  const [before, behind] = [padded.slice(0, padded.length - scale), padded.slice(padded.length - scale).replace(/0+$/, '')];
  return behind === '' ? before : `${before}.${behind}`;
}
