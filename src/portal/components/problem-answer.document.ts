// Written by `npm run portal:emit` from problem-answer.graphql; never edited.

export type ProblemAnswer = {
  number: string;
  status: 'RECEIVED' | 'ANSWERED' | 'CORRECTED' | 'REJECTED';
  question: string | null;
  answer: string | null;
  receivedAt: string;
  answeredAt: string | null;
};

export type ProblemAnswers = { totalCount: number; nodes: ProblemAnswer[] };
