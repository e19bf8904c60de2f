// Written by `npm run portal:emit` from region-trail.graphql; never edited.

export type RegionTrail = {
  id: string;
  name: string;
  stableId: string;
  level: 'NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP';
  kind: 'DIVISION' | 'ZONE';
  parent: {
    id: string;
    name: string;
    stableId: string;
    parent: {
      id: string;
      name: string;
      stableId: string;
      parent: { id: string; name: string; stableId: string; parent: { id: string; name: string; stableId: string } | null } | null;
    } | null;
  } | null;
};
