// Written by `npm run portal:emit` from region.graphql; never edited.
import type { Document } from '../../document';
import type { PlanRow } from '../../components/plan-table.document';
import type { ProblemAnswers } from '../../components/problem-answer.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';
import type { UnitRow } from '../../components/unit-table.document';

export type RegionCoverageVariables = { plan: string };

export type RegionCoverageAnswer = {
  plan: {
    slug: string;
    title: string;
    tasks: { totalCount: number };
    coverage: {
      regionCount: number;
      heldCount: number;
      notHeldCount: number;
      rate: number | null;
      regions: {
        isHeld: boolean;
        region: { name: string; stableId: string };
        plans: { slug: string; title: string }[];
        carriedCount: number | null;
        sameCount: number | null;
        droppedCount: number | null;
        rate: number | null;
      }[];
    };
  } | null;
};

export const regionCoverageDocument: Document<RegionCoverageAnswer, RegionCoverageVariables> = {
  text: `query RegionCoverage($plan: ID!) {
  plan(id: $plan) {
    slug
    title
    tasks(first: 1) {
      totalCount
    }
    coverage {
      regionCount
      heldCount
      notHeldCount
      rate
      regions {
        isHeld
        region {
          name
          stableId
        }
        plans {
          slug
          title
        }
        carriedCount
        sameCount
        droppedCount
        rate
      }
    }
  }
}\n`,
};

export type RegionPageVariables = { code: string };

export type RegionPageAnswer = {
  region:
    | ({
        code: string | null;
        aliases: string[];
        source: string;
        sourceDate: string;
        problemAnswers: ProblemAnswers;
        plans: { totalCount: number; nodes: PlanRow[] };
        children: {
          totalCount: number;
          nodes: { id: string; name: string; stableId: string; kind: 'DIVISION' | 'ZONE'; plans: { nodes: { year: number | null }[] } }[];
        };
        units: { totalCount: number; nodes: UnitRow[] };
        figures: { rows: { taskCount: number }[] };
        kinds: { rows: { taskCount: number; keys: { key: string | null }[] }[] };
      } & RegionTrail)
    | null;
  within: { totalCount: number };
} & ShellParts;

export const regionPageDocument: Document<RegionPageAnswer, RegionPageVariables> = {
  text: `query RegionPage($code: String!) {
  ...ShellParts
  region(code: $code) {
    ...RegionTrail
    code
    aliases
    source
    sourceDate
    problemAnswers(first: 10) {
      ...ProblemAnswers
    }
    plans(first: 20, orderBy: {field: YEAR, direction: DESC}) {
      totalCount
      nodes {
        ...PlanRow
      }
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        name
        stableId
        kind
        plans(first: 1, orderBy: {field: YEAR, direction: DESC}) {
          nodes {
            year
          }
        }
      }
    }
    units(first: 12) {
      totalCount
      nodes {
        ...UnitRow
      }
    }
    figures: statistics(groupBy: []) {
      rows {
        taskCount
      }
    }
    kinds: statistics(groupBy: [DEADLINE_KIND]) {
      rows {
        taskCount
        keys {
          key
        }
      }
    }
  }
  within: plans(filterBy: {withinRegion: $code}, first: 1) {
    totalCount
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

fragment PlanRow on Plan {
  id
  slug
  title
  documentNumber
  year
  issuedOn
  kind
  region {
    name
    stableId
  }
  tasks(first: 100) {
    totalCount
    nodes {
      ...StripTask
    }
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
}

fragment UnitRow on Unit {
  id
  name
  kind
  functionLine {
    code
    titleZh
    titleEn
  }
  region {
    name
    stableId
  }
  tasks(first: 1) {
    totalCount
  }
}\n`,
};
