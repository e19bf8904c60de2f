import type { EntityManager } from 'typeorm';

export type ReviewSubjectType = 'PLAN' | 'PLAN_VERSION' | 'LEDGER_ENTRY' | 'EVALUATION';

/** What the stages of a review look at and what binds them to it. */
export interface ReviewContent {
  /** All that a reviewer approves, as plain JSON: its hash is kept with every stage, so that an edit voids them. */
  hashed: unknown;
  /** Subject of the token that wrote it: the one who may not review it. */
  author: string;
  /** Region whose chain of stages applies. */
  regionId: number;
  /** Unit whose chain of stages applies where it has one of its own; null where no unit wrote it. */
  unitId: number | null;
}

/** One sort of item that goes through review. Everything happens in the transaction of the reviewing command. */
export interface ReviewSubject {
  readonly type: ReviewSubjectType;
  /** Whether what has passed waits for a command of its own before it is public; else `approve` makes it public. */
  readonly isPublishedByCommand?: boolean;
  /** Locks the item and gives what is reviewed. NOT_FOUND where there is none. */
  content(manager: EntityManager, id: number): Promise<ReviewContent>;
  /** Everyone who wrote it, where that may be more than the author of `content`. */
  authors?(manager: EntityManager, id: number): Promise<string[]>;
  /** It is put before its reviewers. CONFLICT where it is in no state for that. */
  submit?(manager: EntityManager, id: number): Promise<void>;
  /** The last stage approved it: it becomes public. */
  approve(manager: EntityManager, id: number): Promise<void>;
  /** A stage sent it back to who wrote it. */
  return(manager: EntityManager, id: number): Promise<void>;
  /** It is taken away from the public again. */
  withdraw(manager: EntityManager, id: number, reason: string): Promise<void>;
}

const subjects = new Map<ReviewSubjectType, ReviewSubject>();

/** Each folder that has something to review says how. */
export function registerReviewSubject(subject: ReviewSubject): void {
  subjects.set(subject.type, subject);
}

/** How items of a type are reviewed. */
export function reviewSubject(type: ReviewSubjectType): ReviewSubject {
  const subject = subjects.get(type);
  if (!subject) throw new Error(`Nothing is registered for the review of ${type}`);
  return subject;
}
