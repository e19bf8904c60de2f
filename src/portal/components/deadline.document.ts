// Written by `npm run portal:emit` from deadline.graphql; never edited.

export type DeadlineParts = {
  text: string | null;
  kind: 'BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE';
  dueOn: string | null;
  precision: 'DAY' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | null;
  thenOngoing: boolean;
  quota: number | null;
};
