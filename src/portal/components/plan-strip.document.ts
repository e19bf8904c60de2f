// Written by `npm run portal:emit` from plan-strip.graphql; never edited.

export type StripTask = {
  deadline: { kind: 'BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE'; thenOngoing: boolean };
  category: { path: string[] } | null;
};
