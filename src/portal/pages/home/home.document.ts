// Written by `npm run portal:emit` from home.graphql; never edited.
import type { Document } from '../../document';
import type { PlanRow } from '../../components/plan-table.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';

export type HomeVariables = { today: string; horizon: string; plans: number };

export type HomeAnswer = {
  plans: { totalCount: number; nodes: PlanRow[] };
  years: { rows: { keys: { key: string | null }[] }[] };
  kinds: { rows: { taskCount: number; keys: { key: string | null }[] }[] };
  timely: { rows: { taskCount: number; keys: { label: string }[] }[] };
  ledger: { rows: { obligationCount: number; completedCount: number | null; completionRate: number | null }[] };
  held: { totalRows: number; rows: { keys: { key: string | null; node: Partial<RegionTrail> | null }[] }[] };
  example: { nodes: { tasks: { nodes: { responsibilities: { unit: { name: string } | null }[] }[] } }[] };
  next: {
    totalCount: number;
    nodes: {
      id: string;
      dueOn: string;
      task: { id: string; number: number; text: string; plan: { title: string; region: { name: string } } };
    }[];
  };
  last: { nodes: { deadline: { dueOn: string | null } }[] };
  changed: { nodes: { slug: string; title: string; publishedAt: string | null; updatedAt: string; region: { name: string } }[] };
  withdrawn: { nodes: { id: string; title: string | null; documentNumber: string | null; withdrawnAt: string }[] };
} & ShellParts;

export const homeDocument: Document<HomeAnswer, HomeVariables> = {
  text: `query Home($today: Date!, $horizon: Date!, $plans: Int!) {
  ...ShellParts
  plans(first: $plans, orderBy: {field: YEAR, direction: DESC}) {
    totalCount
    nodes {
      ...PlanRow
    }
  }
  years: taskStatistics(groupBy: [YEAR], first: 100) {
    rows {
      keys {
        key
      }
    }
  }
  kinds: taskStatistics(groupBy: [DEADLINE_KIND]) {
    rows {
      taskCount
      keys {
        key
      }
    }
  }
  timely: taskStatistics(
    groupBy: [REGION]
    filterBy: {deadlineKinds: [TIMELY]}
    orderBy: {field: TASK_COUNT, direction: DESC}
    first: 2
  ) {
    rows {
      taskCount
      keys {
        label
      }
    }
  }
  ledger: taskStatistics(groupBy: []) {
    rows {
      obligationCount
      completedCount
      completionRate
    }
  }
  held: taskStatistics(groupBy: [REGION, YEAR], first: 60) {
    totalRows
    rows {
      keys {
        key
        node {
          ... on Region {
            ...RegionTrail
          }
        }
      }
    }
  }
  example: plans(first: 1, orderBy: {field: YEAR, direction: DESC}) {
    nodes {
      tasks(first: 5) {
        nodes {
          responsibilities {
            unit {
              name
            }
          }
        }
      }
    }
  }
  next: deadlines(from: $today, to: $horizon, first: 5) {
    totalCount
    nodes {
      id
      dueOn
      task {
        id
        number
        text
        plan {
          title
          region {
            name
          }
        }
      }
    }
  }
  last: tasks(
    filterBy: {dueTo: $today}
    orderBy: {field: DUE_ON, direction: DESC}
    first: 1
  ) {
    nodes {
      deadline {
        dueOn
      }
    }
  }
  changed: plans(first: 5, orderBy: {field: UPDATED_AT, direction: DESC}) {
    nodes {
      slug
      title
      publishedAt
      updatedAt
      region {
        name
      }
    }
  }
  withdrawn: withdrawnPlans(first: 3) {
    nodes {
      id
      title
      documentNumber
      withdrawnAt
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
}\n`,
};

export type DueOnVariables = { day: string };

export type DueOnAnswer = { taskStatistics: { rows: { taskCount: number; keys: { label: string }[] }[] } };

export const dueOnDocument: Document<DueOnAnswer, DueOnVariables> = {
  text: `query DueOn($day: Date!) {
  taskStatistics(
    groupBy: [REGION]
    filterBy: {dueFrom: $day, dueTo: $day}
    orderBy: {field: TASK_COUNT, direction: DESC}
    first: 1000
  ) {
    rows {
      taskCount
      keys {
        label
      }
    }
  }
}\n`,
};

export type NeighboursVariables = { ids: readonly string[] };

export type NeighboursAnswer = {
  nodes: (Partial<{ stableId: string; children: { nodes: { name: string; stableId: string; kind: 'DIVISION' | 'ZONE' }[] } }> | null)[];
};

export const neighboursDocument: Document<NeighboursAnswer, NeighboursVariables> = {
  text: `query Neighbours($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Region {
      stableId
      children(first: 100) {
        nodes {
          name
          stableId
          kind
        }
      }
    }
  }
}\n`,
};
