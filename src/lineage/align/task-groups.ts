import type { AlignablePlan, AlignedPair, AlignmentRelation, Decisions } from './alignable-plan';
import { wordingShared, wordingWithin } from './shared-wording';

const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

/**
 * Which tasks of two plans belong together, those aside that a person has settled. A group is one task on one side and any number on the other, so that every task
 * stands in one group at most.
 */
export class TaskGroups {
  private readonly lowers = new Map<number, number[]>();
  private readonly uppers = new Map<number, number[]>();
  private readonly identical = new Map<number, number>();
  private readonly settledUppers: ReadonlySet<number>;
  private readonly settledLowers: ReadonlySet<number>;
  private readonly refused: ReadonlySet<string>;

  constructor(
    private readonly upperCount: number,
    private readonly lowerCount: number,
    { settled, refused }: Decisions,
  ) {
    this.settledUppers = new Set(settled.flatMap(({ upper }) => upper ?? []));
    this.settledLowers = new Set(settled.flatMap(({ lower }) => lower ?? []));
    this.refused = new Set(refused.map(({ upper, lower }) => `${upper}-${lower}`));
  }

  mayPair(upper: number, lower: number): boolean {
    return !this.refused.has(`${upper}-${lower}`);
  }

  /** A pair with the same text is complete: nothing more joins it. */
  pairIdentical(upper: number, lower: number): void {
    this.identical.set(upper, lower);
    this.join(upper, lower);
  }

  join(upper: number, lower: number): void {
    this.lowers.set(upper, [...this.lowersOf(upper), lower]);
    this.uppers.set(lower, [...this.uppersOf(lower), upper]);
  }

  /** Whether one of the two is free, and the other one's group would stay one task on one side. */
  canJoin(upper: number, lower: number): boolean {
    if (!this.mayPair(upper, lower)) return false;
    if (this.isFreeLower(lower)) return this.isSingle(this.lowersOf(upper), this.uppers);
    return this.isFreeUpper(upper) && this.isSingle(this.uppersOf(lower), this.lowers);
  }

  lowersOf(upper: number): readonly number[] {
    return this.lowers.get(upper) ?? [];
  }

  uppersOf(lower: number): readonly number[] {
    return this.uppers.get(lower) ?? [];
  }

  isFreeUpper(upper: number): boolean {
    return !this.lowers.has(upper) && !this.settledUppers.has(upper);
  }

  isFreeLower(lower: number): boolean {
    return !this.uppers.has(lower) && !this.settledLowers.has(lower);
  }

  freeUppers(): number[] {
    return range(this.upperCount).filter((upper) => this.isFreeUpper(upper));
  }

  freeLowers(): number[] {
    return range(this.lowerCount).filter((lower) => this.isFreeLower(lower));
  }

  /** Upper tasks that have a counterpart in other words. */
  adaptedUppers(): number[] {
    return [...this.lowers.keys()].filter((upper) => !this.identical.has(upper));
  }

  /** Lower tasks that have a counterpart in other words. */
  adaptedLowers(): number[] {
    const complete = new Set(this.identical.values());
    return [...this.uppers.keys()].filter((lower) => !complete.has(lower));
  }

  pairs(upper: AlignablePlan, lower: AlignablePlan): AlignedPair[] {
    return range(this.upperCount).flatMap((u) =>
      [...this.lowersOf(u)]
        .sort((a, b) => a - b)
        .map((l): AlignedPair => {
          const relation = this.relationOf(u, l);
          return { upper: u, lower: l, relation, similarity: similarityOf(relation, upper.tasks[u]!.text, lower.tasks[l]!.text) };
        }),
    );
  }

  private relationOf(upper: number, lower: number): AlignmentRelation {
    if (this.identical.get(upper) === lower) return 'SAME';
    if (this.lowersOf(upper).length > 1) return 'SPLIT';
    return this.uppersOf(lower).length > 1 ? 'MERGED' : 'ADAPTED';
  }

  private isSingle(members: readonly number[], partners: ReadonlyMap<number, readonly number[]>): boolean {
    return members.length > 0 && members.every((member) => partners.get(member)!.length === 1);
  }
}

function similarityOf(relation: AlignmentRelation, upper: string, lower: string): number {
  if (relation === 'SAME') return 1;
  if (relation === 'SPLIT') return wordingWithin(lower, upper);
  return relation === 'MERGED' ? wordingWithin(upper, lower) : wordingShared(upper, lower);
}
