// Written by `npm run portal:emit` from compare.graphql; never edited.
import type { Document } from '../../document';
import type { DeadlineParts } from '../../components/deadline.document';
import type { ShellParts } from '../../layout/shell.document';

export type CompareVariables = { left: string; right: string };

export type CompareAnswer = {
  comparePlans: {
    isLineage: boolean;
    left: ComparedPlan;
    right: ComparedPlan;
    facts: {
      name: 'REGION' | 'YEAR' | 'ISSUED_ON' | 'DOCUMENT_NUMBER' | 'ISSUER' | 'TASKS' | 'DATED_TASKS' | 'TARGETS' | 'CATEGORIES' | 'UNITS';
      left: string | null;
      right: string | null;
    }[];
    counts: { same: number; adapted: number; leftSplit: number; leftMerged: number; leftOnly: number; rightOnly: number };
    rows: ComparedRow[];
  };
};

export const compareDocument: Document<CompareAnswer, CompareVariables> = {
  text: `query Compare($left: ID!, $right: ID!) {
  comparePlans(left: $left, right: $right) {
    isLineage
    left {
      ...ComparedPlan
    }
    right {
      ...ComparedPlan
    }
    facts {
      name
      left
      right
    }
    counts {
      same
      adapted
      leftSplit
      leftMerged
      leftOnly
      rightOnly
    }
    rows {
      ...ComparedRow
    }
  }
}

fragment ComparedPlan on Plan {
  ...PlanChoice
  issuedOn
  kinds: statistics(groupBy: [DEADLINE_KIND]) {
    rows {
      taskCount
      keys {
        key
      }
    }
  }
  months: statistics(
    groupBy: [DUE_MONTH]
    filterBy: {deadlineKinds: [BY_DATE]}
    first: 1
  ) {
    totalRows
  }
}

fragment PlanChoice on Plan {
  id
  slug
  title
  year
  documentNumber
  region {
    name
    level
  }
}

fragment ComparedRow on ComparisonRow {
  relation
  confirmed
  similarity
  left {
    ...ComparedTask
  }
  right {
    ...ComparedTask
  }
  textDiff {
    kind
    text
  }
  deadlineDiff {
    shiftDays
  }
}

fragment ComparedTask on Task {
  id
  number
  text
  deadline {
    ...DeadlineParts
  }
}

fragment DeadlineParts on Deadline {
  text
  kind
  dueOn
  precision
  thenOngoing
  quota
}\n`,
};

export type CompareChoicesVariables = { text?: string | null; left: string; right: string };

export type CompareChoicesAnswer = {
  plans: { totalCount: number; nodes: ({ upstream: { upstream: PlanChoice }[] } & PlanChoice)[] };
  left: PlanChoice | null;
  right: PlanChoice | null;
} & ShellParts;

export const compareChoicesDocument: Document<CompareChoicesAnswer, CompareChoicesVariables> = {
  text: `query CompareChoices($text: String, $left: String!, $right: String!) {
  ...ShellParts
  plans(
    filterBy: {text: $text}
    orderBy: {field: YEAR, direction: DESC}
    first: 100
  ) {
    totalCount
    nodes {
      ...PlanChoice
      upstream {
        upstream {
          ...PlanChoice
        }
      }
    }
  }
  left: plan(slug: $left) {
    ...PlanChoice
  }
  right: plan(slug: $right) {
    ...PlanChoice
  }
}

fragment ShellParts on Query {
  release {
    number
    createdAt
    licence
    isDemonstration
  }
}

fragment PlanChoice on Plan {
  id
  slug
  title
  year
  documentNumber
  region {
    name
    level
  }
}\n`,
};

export type CompareIdsVariables = { ids: readonly string[] };

export type CompareIdsAnswer = { nodes: (Partial<{ slug: string }> | null)[] };

export const compareIdsDocument: Document<CompareIdsAnswer, CompareIdsVariables> = {
  text: `query CompareIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Plan {
      slug
    }
  }
}\n`,
};

export type PlanChoice = {
  id: string;
  slug: string;
  title: string;
  year: number | null;
  documentNumber: string | null;
  region: { name: string; level: 'NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' };
};

export type ComparedPlan = {
  issuedOn: string | null;
  kinds: { rows: { taskCount: number; keys: { key: string | null }[] }[] };
  months: { totalRows: number };
} & PlanChoice;

export type ComparedRow = {
  relation: 'SAME' | 'ADAPTED' | 'SPLIT' | 'MERGED' | 'DROPPED' | 'NEW';
  confirmed: boolean;
  similarity: number | null;
  left: ComparedTask | null;
  right: ComparedTask | null;
  textDiff: { kind: 'EQUAL' | 'REMOVED' | 'ADDED'; text: string }[] | null;
  deadlineDiff: { shiftDays: number | null } | null;
};

export type ComparedTask = { id: string; number: number; text: string; deadline: DeadlineParts };
