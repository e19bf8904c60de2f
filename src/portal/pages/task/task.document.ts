// Written by `npm run portal:emit` from task.graphql; never edited.
import type { Document } from '../../document';
import type { CorrectionParts } from '../../components/corrections.document';
import type { DeadlineParts } from '../../components/deadline.document';
import type { ProblemAnswers } from '../../components/problem-answer.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';

export type TaskPageVariables = { id: string };

export type TaskPageAnswer = {
  task:
    | ({
        plan: TaskPlan;
        obligations: { totalCount: number; pageInfo: { hasNextPage: boolean }; nodes: ObligationRow[] };
        upstream: UpperRung[];
        downstream: LowerRung[];
        problemAnswers: ProblemAnswers;
        corrections: CorrectionParts[];
      } & TaskParts)
    | null;
} & ShellParts;

export const taskPageDocument: Document<TaskPageAnswer, TaskPageVariables> = {
  text: `query TaskPage($id: ID!) {
  ...ShellParts
  task(id: $id) {
    ...TaskParts
    plan {
      ...TaskPlan
    }
    obligations(first: 100) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        ...ObligationRow
      }
    }
    upstream {
      ...UpperRung
    }
    downstream {
      ...LowerRung
    }
    problemAnswers(first: 10) {
      ...ProblemAnswers
    }
    corrections {
      ...CorrectionParts
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

fragment TaskParts on Task {
  endedOn
  id
  number
  printedNumber
  text
  leadOfficial
  openEnded
  status
  responsibleText
  sourceText
  sourcePage
  sourceRow
  sourceLine
  sourceLineEnd
  updatedAt
  category {
    path
  }
  deadline {
    ...DeadlineParts
    explanation
    rule
  }
  targets {
    phrase
    metric
    comparator
    value
    unit
    period
    dueOn
    actor
  }
  responsibilities {
    phrase
    role
    mode
    unit {
      id
      name
    }
    group {
      id
      expression
      roster
      rule
    }
  }
  topics {
    confirmed
    reason
    topic {
      code
      titleZh
      titleEn
    }
  }
}

fragment DeadlineParts on Deadline {
  text
  kind
  dueOn
  precision
  thenOngoing
  quota
}

fragment TaskPlan on Plan {
  slug
  title
  year
  issuedOn
  documentNumber
  issuerText
  ledgerSince
  region {
    ...RegionTrail
  }
  upstream {
    upstream {
      slug
      title
      region {
        name
        stableId
      }
    }
  }
  downstream(first: 100) {
    totalCount
    nodes {
      downstream {
        slug
        title
        region {
          name
          stableId
        }
      }
    }
  }
  sourceDocument {
    fileName
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

fragment ObligationRow on Obligation {
  id
  status
  collected
  mode
  role
  decides
  dueOn
  completedOn
  daysLate
  lastEvidenceOn
  daysSinceLastEvidence
  unit {
    id
    name
  }
  group {
    id
    expression
  }
}

fragment UpperRung on Derivation {
  ...RungParts
  upstream {
    ...RungTask
    upstream {
      relation
      upstream {
        id
        number
        plan {
          ...RungPlan
        }
      }
    }
  }
  upstreamPlan {
    ...RungPlan
  }
}

fragment RungParts on Derivation {
  id
  relation
  confirmed
  reason
  similarity
  textDiff {
    kind
    text
  }
  deadlineDiff {
    before {
      text
    }
    after {
      text
    }
  }
  unitDiff {
    kind
  }
}

fragment RungTask on Task {
  id
  number
  text
  responsibleText
  deadline {
    text
  }
}

fragment RungPlan on Plan {
  slug
  title
  issuedOn
  documentNumber
  region {
    name
    stableId
  }
}

fragment LowerRung on Derivation {
  ...RungParts
  downstream {
    ...RungTask
  }
  downstreamPlan {
    ...RungPlan
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

fragment CorrectionParts on Correction {
  createdAt
  field
  before
  after
  reason
}\n`,
};

export type TaskParts = {
  endedOn: string | null;
  id: string;
  number: number;
  printedNumber: string | null;
  text: string;
  leadOfficial: string | null;
  openEnded: boolean;
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  responsibleText: string | null;
  sourceText: string;
  sourcePage: number | null;
  sourceRow: number | null;
  sourceLine: number | null;
  sourceLineEnd: number | null;
  updatedAt: string;
  category: { path: string[] } | null;
  deadline: { explanation: string; rule: string } & DeadlineParts;
  targets: {
    phrase: string;
    metric: string | null;
    comparator: 'AT_LEAST' | 'AT_MOST' | 'EXACTLY' | null;
    value: number | null;
    unit: string | null;
    period: 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | null;
    dueOn: string | null;
    actor: string | null;
  }[];
  responsibilities: {
    phrase: string;
    role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORTING';
    mode: 'JOINT' | 'EACH';
    unit: { id: string; name: string } | null;
    group: { id: string; expression: string; roster: 'COMPLETE' | 'KNOWN'; rule: string } | null;
  }[];
  topics: { confirmed: boolean; reason: string; topic: { code: string; titleZh: string; titleEn: string } }[];
};

export type TaskPlan = {
  slug: string;
  title: string;
  year: number | null;
  issuedOn: string | null;
  documentNumber: string | null;
  issuerText: string | null;
  ledgerSince: string | null;
  region: RegionTrail;
  upstream: { upstream: { slug: string; title: string; region: { name: string; stableId: string } } }[];
  downstream: { totalCount: number; nodes: { downstream: { slug: string; title: string; region: { name: string; stableId: string } } }[] };
  sourceDocument: { fileName: string };
};

export type ObligationRow = {
  id: string;
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  collected: boolean;
  mode: 'JOINT' | 'EACH';
  role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORTING';
  decides: boolean;
  dueOn: string | null;
  completedOn: string | null;
  daysLate: number | null;
  lastEvidenceOn: string | null;
  daysSinceLastEvidence: number | null;
  unit: { id: string; name: string };
  group: { id: string; expression: string } | null;
};

export type RungParts = {
  id: string;
  relation: 'SAME' | 'ADAPTED' | 'SPLIT' | 'MERGED' | 'DROPPED' | 'NEW';
  confirmed: boolean;
  reason: string;
  similarity: number | null;
  textDiff: { kind: 'EQUAL' | 'REMOVED' | 'ADDED'; text: string }[] | null;
  deadlineDiff: { before: { text: string | null }; after: { text: string | null } } | null;
  unitDiff: { kind: 'KEPT' | 'CHANGED' | 'REMOVED' | 'ADDED' }[] | null;
};

export type RungTask = { id: string; number: number; text: string; responsibleText: string | null; deadline: { text: string | null } };

export type RungPlan = {
  slug: string;
  title: string;
  issuedOn: string | null;
  documentNumber: string | null;
  region: { name: string; stableId: string };
};

export type UpperRung = {
  upstream:
    | ({
        upstream: {
          relation: 'SAME' | 'ADAPTED' | 'SPLIT' | 'MERGED' | 'DROPPED' | 'NEW';
          upstream: { id: string; number: number; plan: RungPlan } | null;
        }[];
      } & RungTask)
    | null;
  upstreamPlan: RungPlan;
} & RungParts;

export type LowerRung = { downstream: RungTask | null; downstreamPlan: RungPlan } & RungParts;
