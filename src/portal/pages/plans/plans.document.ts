// Written by `npm run portal:emit` from plans.graphql; never edited.
import type { Document } from '../../document';
import type { PlanRow } from '../../components/plan-table.document';
import type { ShellParts } from '../../layout/shell.document';
import type { TopicChoice } from '../../components/topic-choices.document';

export type PlansVariables = {
  filterBy?: {
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
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type PlansAnswer = {
  plans: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    nodes: PlanRow[];
  };
};

export const plansDocument: Document<PlansAnswer, PlansVariables> = {
  text: `query Plans($filterBy: PlanFilter, $first: Int, $after: String, $last: Int, $before: String) {
  plans(
    filterBy: $filterBy
    orderBy: {field: YEAR, direction: DESC}
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
      ...PlanRow
    }
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
}\n`,
};

export type PlanChoicesVariables = { region: string };

export type PlanChoicesAnswer = {
  all: { totalCount: number };
  regions: { totalRows: number; rows: { keys: { key: string | null; label: string }[] }[] };
  years: { rows: { keys: { key: string | null }[] }[] };
  region: { name: string } | null;
  topics: TopicChoice[];
} & ShellParts;

export const planChoicesDocument: Document<PlanChoicesAnswer, PlanChoicesVariables> = {
  text: `query PlanChoices($region: String!) {
  ...ShellParts
  all: plans(first: 1) {
    totalCount
  }
  regions: taskStatistics(groupBy: [REGION], first: 60) {
    totalRows
    rows {
      keys {
        key
        label
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
  region(code: $region) {
    name
  }
  topics {
    ...TopicChoice
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

export type PlanRecordsVariables = {
  filterBy?: {
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
  first?: number | null;
  after?: string | null;
};

export type PlanRecordsAnswer = {
  plans: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: {
      id: string;
      slug: string;
      title: string;
      documentNumber: string | null;
      kind: 'KEY_POINTS' | 'WORK_ARRANGEMENT' | 'IMPLEMENTATION_PLAN' | 'ASSIGNMENT_TABLE' | 'OTHER';
      year: number | null;
      issuedOn: string | null;
      region: { name: string; stableId: string };
      tasks: { totalCount: number };
    }[];
  };
};

export const planRecordsDocument: Document<PlanRecordsAnswer, PlanRecordsVariables> = {
  text: `query PlanRecords($filterBy: PlanFilter, $first: Int, $after: String) {
  plans(
    filterBy: $filterBy
    orderBy: {field: YEAR, direction: DESC}
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      slug
      title
      documentNumber
      kind
      year
      issuedOn
      region {
        name
        stableId
      }
      tasks(first: 1) {
        totalCount
      }
    }
  }
}\n`,
};

export type PlanCountVariables = {
  filterBy?: {
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
};

export type PlanCountAnswer = { plans: { totalCount: number } };

export const planCountDocument: Document<PlanCountAnswer, PlanCountVariables> = {
  text: `query PlanCount($filterBy: PlanFilter) {
  plans(filterBy: $filterBy, first: 1) {
    totalCount
  }
}\n`,
};
