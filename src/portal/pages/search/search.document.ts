// Written by `npm run portal:emit` from search.graphql; never edited.
import type { Document } from '../../document';
import type { DeadlineParts } from '../../components/deadline.document';
import type { RegionTrail } from '../../components/region-trail.document';
import type { ShellParts } from '../../layout/shell.document';

export type SearchVariables = {
  text: string;
  kinds?: readonly ('TASK' | 'PLAN' | 'UNIT' | 'REGION')[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type SearchAnswer = {
  search: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    nodes: {
      kind: 'TASK' | 'PLAN' | 'UNIT' | 'REGION';
      fragments: { text: string; isMatch: boolean }[];
      node:
        | (
            | ({ __typename: 'Task' } & {
                id: string;
                number: number;
                deadline: DeadlineParts;
                plan: { slug: string; title: string; region: { name: string } };
              })
            | ({ __typename: 'Plan' } & {
                slug: string;
                title: string;
                documentNumber: string | null;
                year: number | null;
                region: { name: string };
              })
            | ({ __typename: 'Unit' } & {
                id: string;
                name: string;
                unitKind:
                  | 'GOVERNMENT'
                  | 'OFFICE'
                  | 'DEPARTMENT'
                  | 'PARTY_ORGAN'
                  | 'VERTICAL_AGENCY'
                  | 'PUBLIC_INSTITUTION'
                  | 'ZONE_COMMITTEE'
                  | 'SUBDISTRICT_OR_TOWNSHIP'
                  | 'OTHER';
                region: { name: string };
              })
            | ({ __typename: 'Region' } & RegionTrail)
          )
        | null;
    }[];
  };
  searchFacets: { key: string; count: number }[];
} & ShellParts;

export const searchDocument: Document<SearchAnswer, SearchVariables> = {
  text: `query Search($text: String!, $kinds: [SearchKind!], $first: Int, $after: String, $last: Int, $before: String) {
  ...ShellParts
  search(
    text: $text
    kinds: $kinds
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
      kind
      fragments {
        text
        isMatch
      }
      node {
        __typename
        ... on Task {
          id
          number
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
        ... on Plan {
          slug
          title
          documentNumber
          year
          region {
            name
          }
        }
        ... on Unit {
          id
          name
          unitKind: kind
          region {
            name
          }
        }
        ... on Region {
          ...RegionTrail
        }
      }
    }
  }
  searchFacets(text: $text, dimensions: [KIND]) {
    key
    count
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

fragment DeadlineParts on Deadline {
  text
  kind
  dueOn
  precision
  thenOngoing
  quota
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

export type SearchRecordsVariables = {
  text: string;
  kinds?: readonly ('TASK' | 'PLAN' | 'UNIT' | 'REGION')[] | null;
  first?: number | null;
  after?: string | null;
};

export type SearchRecordsAnswer = {
  search: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: {
      kind: 'TASK' | 'PLAN' | 'UNIT' | 'REGION';
      node:
        | (
            | ({ __typename: 'Task' } & {
                id: string;
                number: number;
                text: string;
                deadline: { text: string | null; dueOn: string | null };
                plan: { title: string; region: { name: string; stableId: string } };
              })
            | ({ __typename: 'Plan' } & {
                id: string;
                title: string;
                documentNumber: string | null;
                region: { name: string; stableId: string };
              })
            | ({ __typename: 'Unit' } & { id: string; name: string; region: { name: string; stableId: string } })
            | ({ __typename: 'Region' } & { id: string; name: string; stableId: string })
          )
        | null;
    }[];
  };
};

export const searchRecordsDocument: Document<SearchRecordsAnswer, SearchRecordsVariables> = {
  text: `query SearchRecords($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      kind
      node {
        __typename
        ... on Task {
          id
          number
          text
          deadline {
            text
            dueOn
          }
          plan {
            title
            region {
              name
              stableId
            }
          }
        }
        ... on Plan {
          id
          title
          documentNumber
          region {
            name
            stableId
          }
        }
        ... on Unit {
          id
          name
          region {
            name
            stableId
          }
        }
        ... on Region {
          id
          name
          stableId
        }
      }
    }
  }
}\n`,
};
