// Written by `npm run portal:emit` from statistics.graphql; never edited.
import type { Document } from '../../document';
import type { ShellParts } from '../../layout/shell.document';
import type { TopicChoice } from '../../components/topic-choices.document';

export type KindStatisticsVariables = {
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
  groupBy: readonly (
    | 'REGION'
    | 'LEVEL'
    | 'YEAR'
    | 'PLAN'
    | 'CATEGORY'
    | 'TOPIC'
    | 'UNIT'
    | 'FUNCTION_LINE'
    | 'ROLE'
    | 'DEADLINE_KIND'
    | 'DUE_MONTH'
    | 'STATUS'
  )[];
};

export type KindStatisticsAnswer = { taskStatistics: { asOf: string; rows: FigureRow[] } };

export const kindStatisticsDocument: Document<KindStatisticsAnswer, KindStatisticsVariables> = {
  text: `query KindStatistics($filterBy: TaskFilter, $groupBy: [TaskDimension!]!) {
  taskStatistics(filterBy: $filterBy, groupBy: $groupBy, first: 1000) {
    asOf
    rows {
      ...FigureRow
    }
  }
}

fragment FigureRow on TaskStatisticsRow {
  taskCount
  keys {
    key
    label
    node {
      ... on Plan {
        slug
        year
        region {
          name
        }
      }
    }
  }
}\n`,
};

export type MonthStatisticsVariables = {
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
  groupBy: readonly (
    | 'REGION'
    | 'LEVEL'
    | 'YEAR'
    | 'PLAN'
    | 'CATEGORY'
    | 'TOPIC'
    | 'UNIT'
    | 'FUNCTION_LINE'
    | 'ROLE'
    | 'DEADLINE_KIND'
    | 'DUE_MONTH'
    | 'STATUS'
  )[];
};

export type MonthStatisticsAnswer = { taskStatistics: { rows: FigureRow[] } };

export const monthStatisticsDocument: Document<MonthStatisticsAnswer, MonthStatisticsVariables> = {
  text: `query MonthStatistics($filterBy: TaskFilter, $groupBy: [TaskDimension!]!) {
  taskStatistics(filterBy: $filterBy, groupBy: $groupBy, first: 1000) {
    rows {
      ...FigureRow
    }
  }
}

fragment FigureRow on TaskStatisticsRow {
  taskCount
  keys {
    key
    label
    node {
      ... on Plan {
        slug
        year
        region {
          name
        }
      }
    }
  }
}\n`,
};

export type RankStatisticsVariables = {
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
  groupBy: readonly (
    | 'REGION'
    | 'LEVEL'
    | 'YEAR'
    | 'PLAN'
    | 'CATEGORY'
    | 'TOPIC'
    | 'UNIT'
    | 'FUNCTION_LINE'
    | 'ROLE'
    | 'DEADLINE_KIND'
    | 'DUE_MONTH'
    | 'STATUS'
  )[];
  first?: number | null;
};

export type RankStatisticsAnswer = {
  taskStatistics: {
    totalRows: number;
    rows: {
      taskCount: number;
      keys: {
        dimension:
          | 'REGION'
          | 'LEVEL'
          | 'YEAR'
          | 'PLAN'
          | 'CATEGORY'
          | 'TOPIC'
          | 'UNIT'
          | 'FUNCTION_LINE'
          | 'ROLE'
          | 'DEADLINE_KIND'
          | 'DUE_MONTH'
          | 'STATUS';
        key: string | null;
        label: string;
        node: Partial<{ region: { name: string } }> | null;
      }[];
    }[];
  };
};

export const rankStatisticsDocument: Document<RankStatisticsAnswer, RankStatisticsVariables> = {
  text: `query RankStatistics($filterBy: TaskFilter, $groupBy: [TaskDimension!]!, $first: Int) {
  taskStatistics(
    filterBy: $filterBy
    groupBy: $groupBy
    first: $first
    orderBy: {field: TASK_COUNT, direction: DESC}
  ) {
    totalRows
    rows {
      taskCount
      keys {
        dimension
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
}\n`,
};

export type ProgressStatisticsVariables = {
  filterBy?: {
    planIds?: readonly string[] | null;
    taskIds?: readonly string[] | null;
    unitIds?: readonly string[] | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    levels?: readonly ('NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP')[] | null;
    functionLines?: readonly string[] | null;
    roles?: readonly ('LEAD' | 'RESPONSIBLE' | 'SUPPORTING')[] | null;
    statuses?: readonly ('NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE')[] | null;
    deadlineKinds?: readonly ('BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE')[] | null;
    dueFrom?: string | null;
    dueTo?: string | null;
    years?: readonly number[] | null;
    topicCodes?: readonly string[] | null;
    updatedSince?: string | null;
    overdueOnly?: boolean | null;
    ended?: boolean | null;
  } | null;
};

export type ProgressStatisticsAnswer = {
  whole: {
    rows: {
      obligationCount: number;
      collectedCount: number;
      completedCount: number | null;
      overdueCount: number | null;
      completionRate: number | null;
      onTimeRate: number | null;
      rosterKnownOnly: boolean;
    }[];
  };
  byStatus: { rows: { obligationCount: number; keys: { key: string | null }[] }[] };
};

export const progressStatisticsDocument: Document<ProgressStatisticsAnswer, ProgressStatisticsVariables> = {
  text: `query ProgressStatistics($filterBy: ObligationFilter) {
  whole: obligationStatistics(filterBy: $filterBy, groupBy: []) {
    rows {
      obligationCount
      collectedCount
      completedCount
      overdueCount
      completionRate
      onTimeRate
      rosterKnownOnly
    }
  }
  byStatus: obligationStatistics(filterBy: $filterBy, groupBy: [STATUS]) {
    rows {
      obligationCount
      keys {
        key
      }
    }
  }
}\n`,
};

export type StatisticsChoicesVariables = {
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
  planFilter?: {
    text?: string | null;
    updatedSince?: string | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    levels?: readonly ('NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP')[] | null;
    years?: readonly number[] | null;
    kinds?: readonly ('KEY_POINTS' | 'WORK_ARRANGEMENT' | 'IMPLEMENTATION_PLAN' | 'ASSIGNMENT_TABLE' | 'OTHER')[] | null;
    topicCodes?: readonly string[] | null;
    issuingUnitIds?: readonly string[] | null;
    issuedFrom?: string | null;
    issuedTo?: string | null;
    states?: readonly ('PUBLISHED' | 'WITHDRAWN')[] | null;
  } | null;
  region: string;
};

export type StatisticsChoicesAnswer = {
  plans: { totalCount: number };
  whole: { asOf: string; rows: { taskCount: number }[] };
  dueMonths: { rows: { taskCount: number; keys: { key: string | null }[] }[] };
  years: { rows: { keys: { key: string | null }[] }[] };
  regions: { rows: { keys: { key: string | null; label: string }[] }[] };
  topics: TopicChoice[];
  region: { name: string } | null;
} & ShellParts;

export const statisticsChoicesDocument: Document<StatisticsChoicesAnswer, StatisticsChoicesVariables> = {
  text: `query StatisticsChoices($filterBy: TaskFilter, $planFilter: PlanFilter, $region: String!) {
  ...ShellParts
  plans(filterBy: $planFilter, first: 1) {
    totalCount
  }
  whole: taskStatistics(filterBy: $filterBy, groupBy: []) {
    asOf
    rows {
      taskCount
    }
  }
  dueMonths: taskStatistics(
    filterBy: $filterBy
    groupBy: [DUE_MONTH]
    first: 1000
  ) {
    rows {
      taskCount
      keys {
        key
      }
    }
  }
  years: taskStatistics(groupBy: [YEAR], first: 60) {
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
  topics {
    ...TopicChoice
  }
  region(code: $region) {
    name
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

fragment TopicChoice on Topic {
  code
  titleZh
  titleEn
  parent {
    code
  }
}\n`,
};

export type FigureRow = {
  taskCount: number;
  keys: { key: string | null; label: string; node: Partial<{ slug: string; year: number | null; region: { name: string } }> | null }[];
};

export type DutyRecordsVariables = {
  filterBy?: {
    planIds?: readonly string[] | null;
    taskIds?: readonly string[] | null;
    unitIds?: readonly string[] | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    levels?: readonly ('NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP')[] | null;
    functionLines?: readonly string[] | null;
    roles?: readonly ('LEAD' | 'RESPONSIBLE' | 'SUPPORTING')[] | null;
    statuses?: readonly ('NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE')[] | null;
    deadlineKinds?: readonly ('BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE')[] | null;
    dueFrom?: string | null;
    dueTo?: string | null;
    years?: readonly number[] | null;
    topicCodes?: readonly string[] | null;
    updatedSince?: string | null;
    overdueOnly?: boolean | null;
    ended?: boolean | null;
  } | null;
  after?: string | null;
};

export type DutyRecordsAnswer = {
  obligations: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: {
      id: string;
      url: string;
      status: 'NOT_COLLECTED' | 'NOT_REPORTED' | 'IN_PROGRESS' | 'COMPLETED' | 'OVERDUE';
      dueOn: string | null;
      daysLate: number | null;
      unit: { name: string; region: { name: string } };
      plan: { title: string; documentNumber: string | null };
      task: { number: number; text: string; deadline: { text: string | null } };
      group: { expression: string } | null;
    }[];
  };
};

export const dutyRecordsDocument: Document<DutyRecordsAnswer, DutyRecordsVariables> = {
  text: `query DutyRecords($filterBy: ObligationFilter, $after: String) {
  obligations(filterBy: $filterBy, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      url
      status
      dueOn
      daysLate
      unit {
        name
        region {
          name
        }
      }
      plan {
        title
        documentNumber
      }
      task {
        number
        text
        deadline {
          text
        }
      }
      group {
        expression
      }
    }
  }
}\n`,
};
