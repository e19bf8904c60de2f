// Written by `npm run portal:emit` from deadlines.graphql; never edited.
import type { Document } from '../../document';
import type { DeadlineParts } from '../../components/deadline.document';
import type { ShellParts } from '../../layout/shell.document';

export type DeadlinesVariables = {
  from: string;
  to: string;
  filterBy?: {
    text?: string | null;
    updatedSince?: string | null;
    planIds?: readonly string[] | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    levels?: readonly ('NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP')[] | null;
    years?: readonly number[] | null;
    categoryIds?: readonly string[] | null;
    topicCodes?: readonly string[] | null;
    unitIds?: readonly string[] | null;
    functionLines?: readonly string[] | null;
    roles?: readonly ('LEAD' | 'RESPONSIBLE' | 'SUPPORTING')[] | null;
    deadlineKinds?: readonly ('BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE')[] | null;
    dueFrom?: string | null;
    dueTo?: string | null;
    statuses?: readonly ('NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE')[] | null;
    hasTarget?: boolean | null;
  } | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type DeadlinesAnswer = {
  deadlines: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    nodes: Occurrence[];
  };
};

export const deadlinesDocument: Document<DeadlinesAnswer, DeadlinesVariables> = {
  text: `query Deadlines($from: Date!, $to: Date!, $filterBy: TaskFilter, $first: Int, $after: String, $last: Int, $before: String) {
  deadlines(
    from: $from
    to: $to
    filterBy: $filterBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    nodes {
      ...Occurrence
    }
  }
}

fragment Occurrence on TaskOccurrence {
  id
  dueOn
  period
  quota
  task {
    id
    number
    text
    deadline {
      ...DeadlineParts
    }
    plan {
      slug
      title
      region {
        name
      }
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

export type DeadlineCountVariables = {
  from: string;
  to: string;
  filterBy?: {
    text?: string | null;
    updatedSince?: string | null;
    planIds?: readonly string[] | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    levels?: readonly ('NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP')[] | null;
    years?: readonly number[] | null;
    categoryIds?: readonly string[] | null;
    topicCodes?: readonly string[] | null;
    unitIds?: readonly string[] | null;
    functionLines?: readonly string[] | null;
    roles?: readonly ('LEAD' | 'RESPONSIBLE' | 'SUPPORTING')[] | null;
    deadlineKinds?: readonly ('BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE')[] | null;
    dueFrom?: string | null;
    dueTo?: string | null;
    statuses?: readonly ('NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE')[] | null;
    hasTarget?: boolean | null;
  } | null;
};

export type DeadlineCountAnswer = { deadlines: { totalCount: number } };

export const deadlineCountDocument: Document<DeadlineCountAnswer, DeadlineCountVariables> = {
  text: `query DeadlineCount($from: Date!, $to: Date!, $filterBy: TaskFilter) {
  deadlines(from: $from, to: $to, filterBy: $filterBy, first: 1) {
    totalCount
  }
}\n`,
};

export type DeadlineChoicesVariables = { region: string; plan: string; units: readonly string[] };

export type DeadlineChoicesAnswer = {
  months: { rows: { keys: { key: string | null }[] }[] };
  recurring: { rows: { keys: { key: string | null }[] }[] };
  regions: { rows: { keys: { key: string | null; label: string }[] }[] };
  byUnit: {
    rows: { taskCount: number; keys: { key: string | null; label: string; node: Partial<{ region: { name: string } }> | null }[] }[];
  };
  plans: { nodes: { slug: string; title: string; region: { name: string } }[] };
  region: { name: string } | null;
  plan: { id: string; slug: string; title: string; region: { name: string } } | null;
  units: (Partial<{ name: string; region: { name: string } }> | null)[];
} & ShellParts;

export const deadlineChoicesDocument: Document<DeadlineChoicesAnswer, DeadlineChoicesVariables> = {
  text: `query DeadlineChoices($region: String!, $plan: String!, $units: [ID!]!) {
  ...ShellParts
  months: taskStatistics(groupBy: [DUE_MONTH], first: 1000) {
    rows {
      keys {
        key
      }
    }
  }
  recurring: taskStatistics(
    groupBy: [YEAR]
    filterBy: {deadlineKinds: [RECURRING]}
    first: 60
  ) {
    rows {
      keys {
        key
      }
    }
  }
  regions: taskStatistics(groupBy: [REGION], first: 60) {
    rows {
      keys {
        key
        label
      }
    }
  }
  byUnit: taskStatistics(
    groupBy: [UNIT]
    first: 200
    orderBy: {field: TASK_COUNT, direction: DESC}
  ) {
    rows {
      taskCount
      keys {
        key
        label
        node {
          ... on Unit {
            region {
              name
            }
          }
        }
      }
    }
  }
  plans(first: 100, orderBy: {field: YEAR, direction: DESC}) {
    nodes {
      slug
      title
      region {
        name
      }
    }
  }
  region(code: $region) {
    name
  }
  plan(slug: $plan) {
    id
    slug
    title
    region {
      name
    }
  }
  units: nodes(ids: $units) {
    ... on Unit {
      name
      region {
        name
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
}\n`,
};

export type Occurrence = {
  id: string;
  dueOn: string;
  period: string | null;
  quota: number;
  task: {
    id: string;
    number: number;
    text: string;
    deadline: DeadlineParts;
    plan: { slug: string; title: string; region: { name: string } };
  };
};
