// Written by `npm run portal:emit` from region-trail.graphql; never edited.

export type RegionTrail = {
  name: string;
  stableId: string;
  level: 'NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP';
  parent: {
    name: string;
    stableId: string;
    parent: {
      name: string;
      stableId: string;
      parent: { name: string; stableId: string; parent: { name: string; stableId: string } | null } | null;
    } | null;
  } | null;
};
