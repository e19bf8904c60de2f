// Written by `npm run portal:emit` from responsible.graphql; never edited.

export type ResponsibleParts = {
  responsibleText: string | null;
  openEnded: boolean;
  responsibilities: {
    phrase: string;
    role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORTING';
    mode: 'JOINT' | 'EACH';
    unit: { id: string; name: string } | null;
    group: { id: string; expression: string; roster: 'COMPLETE' | 'KNOWN'; members: { totalCount: number } } | null;
  }[];
};
