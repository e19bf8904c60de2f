// Written by `npm run portal:emit` from unit.graphql; never edited.
import type { Document } from '../../document';
import type { DeadlineParts } from '../../components/deadline.document';
import type { ProblemAnswers } from '../../components/problem-answer.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';

export type UnitPageVariables = { id: string };

export type UnitPageAnswer = {
  unit: {
    id: string;
    name: string;
    kind:
      | 'GOVERNMENT'
      | 'OFFICE'
      | 'DEPARTMENT'
      | 'PARTY_ORGAN'
      | 'VERTICAL_AGENCY'
      | 'PUBLIC_INSTITUTION'
      | 'ZONE_COMMITTEE'
      | 'SUBDISTRICT_OR_TOWNSHIP'
      | 'OTHER';
    aliases: string[];
    source: string;
    sourceDate: string | null;
    validTo: string | null;
    formerNames: { name: string; until: string }[];
    predecessors: { id: string; name: string }[];
    succession: 'RENAMED' | 'MERGED' | 'SPLIT' | 'ABOLISHED' | null;
    successor: { id: string; name: string } | null;
    functionLine: { code: string; titleZh: string; titleEn: string } | null;
    region: RegionTrail;
    problemAnswers: ProblemAnswers;
    obligations: UnitDuties;
    byPlan: { totalRows: number };
  } | null;
} & ShellParts;

export const unitPageDocument: Document<UnitPageAnswer, UnitPageVariables> = {
  text: `query UnitPage($id: ID!) {
  ...ShellParts
  unit(id: $id) {
    id
    name
    kind
    aliases
    source
    sourceDate
    validTo
    formerNames {
      name
      until
    }
    predecessors {
      id
      name
    }
    succession
    successor {
      id
      name
    }
    functionLine {
      code
      titleZh
      titleEn
    }
    region {
      ...RegionTrail
    }
    problemAnswers(first: 10) {
      ...ProblemAnswers
    }
    obligations(first: 100, orderBy: {field: DUE_ON, direction: ASC}) {
      ...UnitDuties
    }
    byPlan: statistics(groupBy: [PLAN], first: 1) {
      totalRows
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

fragment UnitDuties on ObligationConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...UnitDuty
  }
}

fragment UnitDuty on Obligation {
  id
  status
  collected
  dueOn
  daysLate
  daysSinceLastEvidence
  group {
    id
    expression
    roster
  }
  task {
    id
    number
    text
    deadline {
      ...DeadlineParts
    }
  }
  plan {
    slug
    title
    ledgerSince
    region {
      name
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
}\n`,
};

export type UnitRestVariables = { id: string; after?: string | null };

export type UnitRestAnswer = { unit: { obligations: UnitDuties } | null };

export const unitRestDocument: Document<UnitRestAnswer, UnitRestVariables> = {
  text: `query UnitRest($id: ID!, $after: String) {
  unit(id: $id) {
    obligations(first: 100, orderBy: {field: DUE_ON, direction: ASC}, after: $after) {
      ...UnitDuties
    }
  }
}

fragment UnitDuties on ObligationConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...UnitDuty
  }
}

fragment UnitDuty on Obligation {
  id
  status
  collected
  dueOn
  daysLate
  daysSinceLastEvidence
  group {
    id
    expression
    roster
  }
  task {
    id
    number
    text
    deadline {
      ...DeadlineParts
    }
  }
  plan {
    slug
    title
    ledgerSince
    region {
      name
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
}\n`,
};

export type SameLineVariables = { lines: readonly string[]; within: string; above: readonly string[] };

export type SameLineAnswer = { below: { nodes: LineUnit[] }; above: { nodes: LineUnit[] } };

export const sameLineDocument: Document<SameLineAnswer, SameLineVariables> = {
  text: `query SameLine($lines: [String!]!, $within: String!, $above: [String!]!) {
  below: units(filterBy: {functionLines: $lines, withinRegion: $within}, first: 8) {
    nodes {
      ...LineUnit
    }
  }
  above: units(filterBy: {functionLines: $lines, regionCodes: $above}, first: 3) {
    nodes {
      ...LineUnit
    }
  }
}

fragment LineUnit on Unit {
  id
  name
  region {
    name
    stableId
  }
}\n`,
};

export type LineUnit = { id: string; name: string; region: { name: string; stableId: string } };

export type UnitDuties = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: UnitDuty[] };

export type UnitDuty = {
  id: string;
  status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
  collected: boolean;
  dueOn: string | null;
  daysLate: number | null;
  daysSinceLastEvidence: number | null;
  group: { id: string; expression: string; roster: 'COMPLETE' | 'KNOWN' } | null;
  task: { id: string; number: number; text: string; deadline: DeadlineParts };
  plan: { slug: string; title: string; ledgerSince: string | null; region: { name: string } };
};
