// Written by `npm run portal:emit` from plan-tasks.graphql; never edited.
import type { Document } from '../../document';
import type { TaskRow } from '../../components/task-table/task-table.document';

export type PlanTasksVariables = {
  plan: string;
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
  asOf?: string | null;
  first?: number | null;
  after?: string | null;
};

export type PlanTasksAnswer = {
  plan: {
    tasks: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
      nodes: TaskRow[];
    };
  } | null;
};

export const planTasksDocument: Document<PlanTasksAnswer, PlanTasksVariables> = {
  text: `query PlanTasks($plan: ID!, $filterBy: TaskFilter, $asOf: Date, $first: Int = 100, $after: String) {
  plan(id: $plan) {
    tasks(filterBy: $filterBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...TaskRow
      }
    }
  }
}

fragment TaskRow on Task {
  id
  number
  text
  leadOfficial
  sourceRow
  sourceText
  status
  category {
    id
    path
  }
  deadline {
    ...DeadlineParts
  }
  ...ResponsibleParts
}

fragment DeadlineParts on Deadline {
  text
  kind
  dueOn
  precision
  thenOngoing
  quota
}

fragment ResponsibleParts on Task {
  responsibleText
  openEnded
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
      members(asOf: $asOf) {
        totalCount
      }
    }
  }
}\n`,
};

export type PlanTaskCountVariables = {
  plan: string;
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

export type PlanTaskCountAnswer = { plan: { tasks: { totalCount: number } } | null };

export const planTaskCountDocument: Document<PlanTaskCountAnswer, PlanTaskCountVariables> = {
  text: `query PlanTaskCount($plan: ID!, $filterBy: TaskFilter) {
  plan(id: $plan) {
    tasks(filterBy: $filterBy, first: 1) {
      totalCount
    }
  }
}\n`,
};
