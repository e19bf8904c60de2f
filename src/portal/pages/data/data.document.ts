// Written by `npm run portal:emit` from data.graphql; never edited.
import type { Document } from '../../document';
import type { ShellParts } from '../../layout/shell.document';

export type DataVariables = { withdrawn?: number | null };

export type DataAnswer = {
  latest: { number: number; createdAt: string; sha256: string; files: { name: string; rowCount: number; byteSize: number }[] } | null;
  releases: {
    totalCount: number;
    nodes: {
      number: number;
      createdAt: string;
      sha256: string;
      changes: { dataset: string; added: number; changed: number; removed: number }[];
    }[];
  };
  withdrawnPlans: {
    totalCount: number;
    nodes: { id: string; title: string | null; documentNumber: string | null; reason: string; withdrawnAt: string; sourceSha256: string }[];
  };
  rateLimit: { limit: number | null; costLimit: number };
} & ShellParts;

export const dataDocument: Document<DataAnswer, DataVariables> = {
  text: `query Data($withdrawn: Int) {
  ...ShellParts
  latest: release {
    number
    createdAt
    sha256
    files {
      name
      rowCount
      byteSize
    }
  }
  releases(first: 12) {
    totalCount
    nodes {
      number
      createdAt
      sha256
      changes {
        dataset
        added
        changed
        removed
      }
    }
  }
  withdrawnPlans(first: $withdrawn) {
    totalCount
    nodes {
      id
      title
      documentNumber
      reason
      withdrawnAt
      sourceSha256
    }
  }
  rateLimit {
    limit
    costLimit
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
