// Written by `npm run portal:emit` from plan.graphql; never edited.
import type { Document } from '../../document';
import type { ProblemAnswers } from '../../components/problem-answer.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';
import type { StripTask } from '../../components/plan-strip.document';

export type PlanPageVariables = { slug: string };

export type PlanPageAnswer = {
  plan:
    | ({
        categories: { id: string; title: string; parent: { id: string } | null }[];
        tasks: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: PlanOutline[] };
        byUnit: { rows: { taskCount: number; keys: { key: string | null; label: string }[] }[] };
      } & PlanHead)
    | null;
} & ShellParts;

export const planPageDocument: Document<PlanPageAnswer, PlanPageVariables> = {
  text: `query PlanPage($slug: String!) {
  ...ShellParts
  plan(slug: $slug) {
    ...PlanHead
    categories {
      id
      title
      parent {
        id
      }
    }
    tasks(first: 100) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PlanOutline
      }
    }
    byUnit: statistics(
      groupBy: [UNIT]
      first: 300
      orderBy: {field: TASK_COUNT, direction: DESC}
    ) {
      rows {
        taskCount
        keys {
          key
          label
        }
      }
    }
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

fragment PlanHead on Plan {
  id
  slug
  title
  documentNumber
  kind
  year
  issuedOn
  issuerText
  disclosure
  remarks
  ledgerSince
  publishedAt
  updatedAt
  region {
    ...RegionTrail
  }
  issuingUnit {
    id
    name
  }
  versions(first: 1) {
    totalCount
  }
  corrections(first: 1) {
    totalCount
  }
  problemAnswers(first: 10) {
    ...ProblemAnswers
  }
  basis {
    title
    documentNumber
    plan {
      slug
      title
    }
  }
  upstream {
    confirmed
    upstream {
      ...Relative
    }
  }
  downstream(first: 30) {
    totalCount
    nodes {
      confirmed
      downstream {
        ...Relative
      }
    }
  }
  sourceDocument {
    id
    fileName
    mediaType
    sha256
  }
}

fragment RegionTrail on Region {
  id
  name
  stableId
  level
  kind
  parent {
    id
    name
    stableId
    parent {
      id
      name
      stableId
      parent {
        id
        name
        stableId
        parent {
          id
          name
          stableId
        }
      }
    }
  }
}

fragment ProblemAnswers on ProblemReceiptConnection {
  totalCount
  nodes {
    ...ProblemAnswer
  }
}

fragment ProblemAnswer on ProblemReceipt {
  number
  status
  question
  answer
  receivedAt
  answeredAt
}

fragment Relative on Plan {
  slug
  title
  region {
    name
  }
  tasks(first: 1) {
    totalCount
  }
}

fragment PlanOutline on Task {
  status
  ...StripTask
  deadline {
    dueOn
  }
  category {
    id
  }
}

fragment StripTask on Task {
  deadline {
    kind
    thenOngoing
  }
  category {
    path
  }
}\n`,
};

export type WithdrawnPlanVariables = { slug: string };

export type WithdrawnPlanAnswer = {
  withdrawnPlans: {
    nodes: { title: string | null; documentNumber: string | null; reason: string; withdrawnAt: string; sourceSha256: string }[];
  };
};

export const withdrawnPlanDocument: Document<WithdrawnPlanAnswer, WithdrawnPlanVariables> = {
  text: `query WithdrawnPlan($slug: String!) {
  withdrawnPlans(filterBy: {slugs: [$slug]}, first: 1) {
    nodes {
      title
      documentNumber
      reason
      withdrawnAt
      sourceSha256
    }
  }
}\n`,
};

export type PlanRestVariables = { id: string; after?: string | null };

export type PlanRestAnswer = {
  plan: { tasks: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: PlanOutline[] } } | null;
};

export const planRestDocument: Document<PlanRestAnswer, PlanRestVariables> = {
  text: `query PlanRest($id: ID!, $after: String) {
  plan(id: $id) {
    tasks(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PlanOutline
      }
    }
  }
}

fragment PlanOutline on Task {
  status
  ...StripTask
  deadline {
    dueOn
  }
  category {
    id
  }
}

fragment StripTask on Task {
  deadline {
    kind
    thenOngoing
  }
  category {
    path
  }
}\n`,
};

export type PlanHead = {
  id: string;
  slug: string;
  title: string;
  documentNumber: string | null;
  kind: 'KEY_POINTS' | 'WORK_ARRANGEMENT' | 'IMPLEMENTATION_PLAN' | 'ASSIGNMENT_TABLE' | 'OTHER';
  year: number | null;
  issuedOn: string | null;
  issuerText: string | null;
  disclosure: string | null;
  remarks: string[];
  ledgerSince: string | null;
  publishedAt: string | null;
  updatedAt: string;
  region: RegionTrail;
  issuingUnit: { id: string; name: string } | null;
  versions: { totalCount: number };
  corrections: { totalCount: number };
  problemAnswers: ProblemAnswers;
  basis: { title: string | null; documentNumber: string | null; plan: { slug: string; title: string } | null }[];
  upstream: { confirmed: boolean; upstream: Relative }[];
  downstream: { totalCount: number; nodes: { confirmed: boolean; downstream: Relative }[] };
  sourceDocument: { id: string; fileName: string; mediaType: string; sha256: string };
};

export type Relative = { slug: string; title: string; region: { name: string }; tasks: { totalCount: number } };

export type PlanOutline = {
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  deadline: { dueOn: string | null };
  category: { id: string } | null;
} & StripTask;
