/** What of a plan its alignment with another is judged by. */
export interface AlignablePlan {
  /** Names of the issuing region and its short forms. That one plan writes its own place and the other its own is no difference. */
  regionNames: readonly string[];
  /** In the document's order. */
  tasks: readonly AlignableTask[];
}

export interface AlignableTask {
  text: string;
  /** Titles of its categories, from the top down. */
  categoryPath: readonly string[];
}

export type AlignmentRelation = 'SAME' | 'ADAPTED' | 'SPLIT' | 'MERGED';

/** That a task of the upper plan and one of the lower plan belong together. Places in the plans' task lists, from 0. */
export interface AlignedPair {
  upper: number;
  lower: number;
  relation: AlignmentRelation;
  /** How much of their wording they share, 0 to 1; 1 where the texts are identical. */
  similarity: number;
}

/** Every task of both plans once, those aside that a person has settled: in the pairs of one group, or alone. */
export interface Alignment {
  /** By upper place, then lower place. */
  pairs: AlignedPair[];
  /** Tasks of the upper plan without counterpart. */
  dropped: LoneTask[];
  /** Tasks of the lower plan without counterpart. */
  added: LoneTask[];
}

export interface LoneTask {
  at: number;
  /** The task of the other plan that comes nearest to it; null where none shares any wording with it. */
  nearest: number | null;
}

/** What people decided about the tasks of two plans. */
export interface Decisions {
  /** Pairs, or tasks without counterpart, that stand. Their tasks take no further part. */
  settled: readonly { upper: number | null; lower: number | null }[];
  /** Pairs that must not be proposed. */
  refused: readonly { upper: number; lower: number }[];
}
