// Written by `npm run portal:emit` from task-table.graphql; never edited.
import type { DeadlineParts } from '../deadline.document';
import type { ResponsibleParts } from '../responsible.document';

export type TaskRow = {
  id: string;
  number: number;
  text: string;
  leadOfficial: string | null;
  sourceRow: number | null;
  sourceText: string;
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  category: { id: string; path: string[] } | null;
  deadline: DeadlineParts;
} & ResponsibleParts;
