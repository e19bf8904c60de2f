import { createHash } from 'node:crypto';

/** A stream of numbers that depends on its name alone: the same name, the same stream, on every machine. */
export class Random {
  private state: number;

  constructor(name: string) {
    this.state = createHash('sha256').update(name).digest().readUInt32LE(0);
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in so many of a hundred cases. */
  inPercent(percent: number): boolean {
    return this.below(100) < percent;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** So many different members of a list, in the list's order. */
  someOf<T>(list: readonly T[], count: number): T[] {
    let missing = Math.min(count, list.length);
    return list.filter((_, index) => {
      const isTaken = this.below(list.length - index) < missing;
      if (isTaken) missing -= 1;
      return isTaken;
    });
  }
}
