// Written by `npm run portal:emit` from plan-table.graphql; never edited.
import type { StripTask } from './plan-strip.document';

export type PlanRow = {
  id: string;
  slug: string;
  title: string;
  documentNumber: string | null;
  year: number | null;
  issuedOn: string | null;
  kind: 'KEY_POINTS' | 'WORK_ARRANGEMENT' | 'IMPLEMENTATION_PLAN' | 'ASSIGNMENT_TABLE' | 'OTHER';
  region: { name: string; stableId: string };
  tasks: { totalCount: number; nodes: StripTask[] };
};
