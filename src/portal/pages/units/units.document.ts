// Written by `npm run portal:emit` from units.graphql; never edited.
import type { Document } from '../../document';
import type { ShellParts } from '../../layout/shell.document';
import type { UnitRow } from '../../components/unit-table.document';

export type UnitsVariables = {
  filterBy?: {
    text?: string | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    kinds?:
      | readonly (
          | 'GOVERNMENT'
          | 'OFFICE'
          | 'DEPARTMENT'
          | 'PARTY_ORGAN'
          | 'VERTICAL_AGENCY'
          | 'PUBLIC_INSTITUTION'
          | 'ZONE_COMMITTEE'
          | 'SUBDISTRICT_OR_TOWNSHIP'
          | 'OTHER'
        )[]
      | null;
    functionLines?: readonly string[] | null;
    unitGroupIds?: readonly string[] | null;
  } | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type UnitsAnswer = {
  units: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    nodes: UnitRow[];
  };
};

export const unitsDocument: Document<UnitsAnswer, UnitsVariables> = {
  text: `query Units($filterBy: UnitFilter, $first: Int, $after: String, $last: Int, $before: String) {
  units(
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
      ...UnitRow
    }
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

export type BusiestUnitsVariables = { first: number };

export type BusiestUnitsAnswer = { taskStatistics: { rows: { taskCount: number; keys: { node: Partial<UnitRow> | null }[] }[] } };

export const busiestUnitsDocument: Document<BusiestUnitsAnswer, BusiestUnitsVariables> = {
  text: `query BusiestUnits($first: Int!) {
  taskStatistics(
    groupBy: [UNIT]
    orderBy: {field: TASK_COUNT, direction: DESC}
    first: $first
  ) {
    rows {
      taskCount
      keys {
        node {
          ... on Unit {
            ...UnitRow
          }
        }
      }
    }
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

export type UnitChoicesVariables = { region: string };

export type UnitChoicesAnswer = {
  all: { totalCount: number };
  functionLines: { code: string; titleZh: string; titleEn: string }[];
  regions: { rows: { keys: { key: string | null; label: string }[] }[] };
  region: { name: string } | null;
} & ShellParts;

export const unitChoicesDocument: Document<UnitChoicesAnswer, UnitChoicesVariables> = {
  text: `query UnitChoices($region: String!) {
  ...ShellParts
  all: units(first: 1) {
    totalCount
  }
  functionLines {
    code
    titleZh
    titleEn
  }
  regions: taskStatistics(groupBy: [REGION], first: 60) {
    rows {
      keys {
        key
        label
      }
    }
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
}\n`,
};

export type UnitCollectiveVariables = { id: string };

export type UnitCollectiveAnswer = {
  unitGroup: { id: string; expression: string; roster: 'COMPLETE' | 'KNOWN'; rule: string; region: { name: string } } | null;
};

export const unitCollectiveDocument: Document<UnitCollectiveAnswer, UnitCollectiveVariables> = {
  text: `query UnitCollective($id: ID!) {
  unitGroup(id: $id) {
    id
    expression
    roster
    rule
    region {
      name
    }
  }
}\n`,
};

export type UnitCountVariables = {
  filterBy?: {
    text?: string | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    kinds?:
      | readonly (
          | 'GOVERNMENT'
          | 'OFFICE'
          | 'DEPARTMENT'
          | 'PARTY_ORGAN'
          | 'VERTICAL_AGENCY'
          | 'PUBLIC_INSTITUTION'
          | 'ZONE_COMMITTEE'
          | 'SUBDISTRICT_OR_TOWNSHIP'
          | 'OTHER'
        )[]
      | null;
    functionLines?: readonly string[] | null;
    unitGroupIds?: readonly string[] | null;
  } | null;
};

export type UnitCountAnswer = { units: { totalCount: number } };

export const unitCountDocument: Document<UnitCountAnswer, UnitCountVariables> = {
  text: `query UnitCount($filterBy: UnitFilter) {
  units(filterBy: $filterBy, first: 1) {
    totalCount
  }
}\n`,
};

export type UnitRecordsVariables = {
  filterBy?: {
    text?: string | null;
    regionCodes?: readonly string[] | null;
    withinRegion?: string | null;
    kinds?:
      | readonly (
          | 'GOVERNMENT'
          | 'OFFICE'
          | 'DEPARTMENT'
          | 'PARTY_ORGAN'
          | 'VERTICAL_AGENCY'
          | 'PUBLIC_INSTITUTION'
          | 'ZONE_COMMITTEE'
          | 'SUBDISTRICT_OR_TOWNSHIP'
          | 'OTHER'
        )[]
      | null;
    functionLines?: readonly string[] | null;
    unitGroupIds?: readonly string[] | null;
  } | null;
  after?: string | null;
};

export type UnitRecordsAnswer = {
  units: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: UnitRow[] };
};

export const unitRecordsDocument: Document<UnitRecordsAnswer, UnitRecordsVariables> = {
  text: `query UnitRecords($filterBy: UnitFilter, $after: String) {
  units(filterBy: $filterBy, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...UnitRow
    }
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
