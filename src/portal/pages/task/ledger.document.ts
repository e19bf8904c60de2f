// Written by `npm run portal:emit` from ledger.graphql; never edited.
import type { Document } from '../../document';

export type TaskLedgerVariables = { id: string };

export type TaskLedgerAnswer = { task: { obligations: { nodes: LedgerRow[] } } | null };

export const taskLedgerDocument: Document<TaskLedgerAnswer, TaskLedgerVariables> = {
  text: `query TaskLedger($id: ID!) {
  task(id: $id) {
    obligations(first: 100) {
      nodes {
        ...LedgerRow
      }
    }
  }
}

fragment LedgerRow on Obligation {
  id
  status
  dueOn
  originalDueOn
  rescheduledTo
  rescheduleReason
  provisional
  completedOn
  daysLate
  daysSinceLastEvidence
  lastEvidenceOn
  unit {
    id
    name
  }
  group {
    expression
  }
  entries(first: 4) {
    totalCount
    nodes {
      ...LedgerEntryParts
    }
  }
}

fragment LedgerEntryParts on LedgerEntry {
  id
  period
  status
  percentage
  times
  narrative
  problems
  nextStep
  isCurrent
  publishedAt
  evidence {
    title
    url
    check {
      status
      checkedAt
    }
  }
  measures {
    phrase
    value
    unit
  }
  receipt {
    route
    overrideReason
    completedAt
    stages {
      titleZh
      titleEn
      decidedAt
    }
  }
}\n`,
};

export type LedgerRow = {
  id: string;
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  dueOn: string | null;
  originalDueOn: string | null;
  rescheduledTo: string | null;
  rescheduleReason: string | null;
  provisional: boolean;
  completedOn: string | null;
  daysLate: number | null;
  daysSinceLastEvidence: number | null;
  lastEvidenceOn: string | null;
  unit: { id: string; name: string };
  group: { expression: string } | null;
  entries: { totalCount: number; nodes: LedgerEntryParts[] };
};

export type LedgerEntryParts = {
  id: string;
  period: string;
  status: 'IN_PROGRESS' | 'COMPLETED';
  percentage: number | null;
  times: number | null;
  narrative: string;
  problems: string | null;
  nextStep: string | null;
  isCurrent: boolean;
  publishedAt: string | null;
  evidence: { title: string; url: string; check: { status: 'REACHABLE' | 'UNREACHABLE' | 'NOT_ASKED'; checkedAt: string } | null }[];
  measures: { phrase: string; value: number; unit: string | null }[];
  receipt: {
    route: 'REVIEWED' | 'OVERRIDE';
    overrideReason: string | null;
    completedAt: string | null;
    stages: { titleZh: string; titleEn: string; decidedAt: string }[];
  } | null;
};
