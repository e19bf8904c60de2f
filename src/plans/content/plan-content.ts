import type { AnnexKind, PlanKind } from '../plan.enums';
import type { TaskContent } from './task-content';

/** What a document says of a plan as a whole; null where it does not say. */
export interface PlanFacts {
  title: string | null;
  documentNumber: string | null;
  kind: PlanKind;
  /** The issuing body as printed. */
  issuer: string | null;
  issuedOn: string | null;
  year: number | null;
  basis: { title: string | null; documentNumber: string | null }[];
  remarks: string[];
  disclosure: string | null;
}

export interface AnnexContent {
  number: string | null;
  title: string;
  kind: AnnexKind;
  entries: Record<string, unknown>[];
}

/** All that a document says, in the words of the plan tables. */
export interface PlanContent {
  plan: PlanFacts;
  tasks: TaskContent[];
  annexes: AnnexContent[];
}
