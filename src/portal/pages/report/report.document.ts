// Written by `npm run portal:emit` from report.graphql; never edited.
import type { Document } from '../../document';
import type { ProblemAnswer } from '../../components/problem-answer.document';
import type { ShellParts } from '../../layout/shell.document';

export type ReportPageVariables = { about: string };

export type ReportPageAnswer = { node: ReportedRecord | null } & ShellParts;

export const reportPageDocument: Document<ReportPageAnswer, ReportPageVariables> = {
  text: `query ReportPage($about: ID!) {
  ...ShellParts
  node(id: $about) {
    ...ReportedRecord
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

fragment ReportedRecord on Node {
  __typename
  id
  ... on Plan {
    slug
    title
    region {
      name
    }
  }
  ... on Task {
    number
    text
    plan {
      title
      region {
        name
      }
    }
  }
  ... on Unit {
    name
    region {
      name
    }
  }
  ... on Region {
    name
    stableId
  }
  ... on SourceDocument {
    fileName
    sha256
  }
  ... on Release {
    releaseNumber: number
  }
}\n`,
};

export type ReceiptPageVariables = { number: string };

export type ReceiptPageAnswer = { problemReceipt: ({ subjectId: string } & ProblemAnswer) | null } & ShellParts;

export const receiptPageDocument: Document<ReceiptPageAnswer, ReceiptPageVariables> = {
  text: `query ReceiptPage($number: String!) {
  ...ShellParts
  problemReceipt(number: $number) {
    subjectId
    ...ProblemAnswer
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

fragment ProblemAnswer on ProblemReceipt {
  number
  status
  question
  answer
  receivedAt
  answeredAt
}\n`,
};

export type ReceiptSubjectVariables = { about: string };

export type ReceiptSubjectAnswer = { node: ReportedRecord | null };

export const receiptSubjectDocument: Document<ReceiptSubjectAnswer, ReceiptSubjectVariables> = {
  text: `query ReceiptSubject($about: ID!) {
  node(id: $about) {
    ...ReportedRecord
  }
}

fragment ReportedRecord on Node {
  __typename
  id
  ... on Plan {
    slug
    title
    region {
      name
    }
  }
  ... on Task {
    number
    text
    plan {
      title
      region {
        name
      }
    }
  }
  ... on Unit {
    name
    region {
      name
    }
  }
  ... on Region {
    name
    stableId
  }
  ... on SourceDocument {
    fileName
    sha256
  }
  ... on Release {
    releaseNumber: number
  }
}\n`,
};

export type ReportedRecord = { id: string } & (
  | ({ __typename: 'Plan' } & { slug: string; title: string; region: { name: string } })
  | ({ __typename: 'Task' } & { number: number; text: string; plan: { title: string; region: { name: string } } })
  | ({ __typename: 'Unit' } & { name: string; region: { name: string } })
  | ({ __typename: 'Region' } & { name: string; stableId: string })
  | ({ __typename: 'SourceDocument' } & { fileName: string; sha256: string })
  | ({ __typename: 'Release' } & { releaseNumber: number })
);
