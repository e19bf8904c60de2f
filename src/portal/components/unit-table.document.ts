// Written by `npm run portal:emit` from unit-table.graphql; never edited.

export type UnitRow = {
  id: string;
  name: string;
  kind:
    | 'GOVERNMENT'
    | 'OFFICE'
    | 'DEPARTMENT'
    | 'PARTY_ORGAN'
    | 'VERTICAL_AGENCY'
    | 'PUBLIC_INSTITUTION'
    | 'ZONE_COMMITTEE'
    | 'SUBDISTRICT_OR_TOWNSHIP'
    | 'OTHER';
  functionLine: { code: string; titleZh: string; titleEn: string } | null;
  region: { name: string; stableId: string };
  tasks: { totalCount: number };
};
