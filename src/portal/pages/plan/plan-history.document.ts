// Written by `npm run portal:emit` from plan-history.graphql; never edited.
import type { Document } from '../../document';
import type { CorrectionParts } from '../../components/corrections.document';

export type PlanHistoryVariables = { plan: string };

export type PlanHistoryAnswer = {
  plan: {
    versions: { totalCount: number; nodes: VersionParts[] };
    corrections: { totalCount: number; nodes: ({ task: { id: string; number: number } | null } & CorrectionParts)[] };
  } | null;
};

export const planHistoryDocument: Document<PlanHistoryAnswer, PlanHistoryVariables> = {
  text: `query PlanHistory($plan: ID!) {
  plan(id: $plan) {
    versions(first: 5) {
      totalCount
      nodes {
        ...VersionParts
      }
    }
    corrections(first: 50) {
      totalCount
      nodes {
        ...CorrectionParts
        task {
          id
          number
        }
      }
    }
  }
}

fragment VersionParts on PlanVersion {
  number
  state
  publishedAt
  importedAt
  sourceDocument {
    fileName
    sha256
  }
  diff {
    addedCount
    changedCount
    removedCount
    sameReading
    changes(first: 50) {
      totalCount
      nodes {
        kind
        text
        task {
          id
          number
        }
        fields {
          field
          before
          after
        }
      }
    }
  }
}

fragment CorrectionParts on Correction {
  createdAt
  field
  before
  after
  reason
}\n`,
};

export type VersionParts = {
  number: number;
  state: 'CURRENT' | 'SUPERSEDED';
  publishedAt: string | null;
  importedAt: string;
  sourceDocument: { fileName: string; sha256: string };
  diff: {
    addedCount: number;
    changedCount: number;
    removedCount: number;
    sameReading: boolean;
    changes: {
      totalCount: number;
      nodes: {
        kind: 'PLAN_CHANGED' | 'TASK_ADDED' | 'TASK_REMOVED' | 'TASK_CHANGED';
        text: string;
        task: { id: string; number: number } | null;
        fields: { field: string; before: string | null; after: string | null }[];
      }[];
    };
  } | null;
};
