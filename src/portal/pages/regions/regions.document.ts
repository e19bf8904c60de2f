// Written by `npm run portal:emit` from regions.graphql; never edited.
import type { Document } from '../../document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';

export type RegionsVariables = Record<string, never>;

export type RegionsAnswer = {
  held: { totalRows: number; rows: { keys: { key: string | null; node: Partial<RegionTrail> | null }[] }[] };
  provinces: { nodes: { name: string; stableId: string }[] };
} & ShellParts;

export const regionsDocument: Document<RegionsAnswer, RegionsVariables> = {
  text: `query Regions {
  ...ShellParts
  held: taskStatistics(groupBy: [REGION, YEAR], first: 200) {
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
  provinces: regions(filterBy: {levels: [PROVINCE]}, first: 40) {
    nodes {
      name
      stableId
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
}\n`,
};

export type FindRegionsVariables = {
  text: string;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type FindRegionsAnswer = {
  regions: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    nodes: RegionTrail[];
  };
};

export const findRegionsDocument: Document<FindRegionsAnswer, FindRegionsVariables> = {
  text: `query FindRegions($text: String!, $first: Int, $after: String, $last: Int, $before: String) {
  regions(
    filterBy: {text: $text}
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
      ...RegionTrail
    }
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
