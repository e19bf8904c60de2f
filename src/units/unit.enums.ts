import { describeEnum } from '../platform/graphql';

export const UnitKind = describeEnum('UnitKind', 'What sort of organisation a unit is. (单位类别)', {
  GOVERNMENT: "A people's government. (人民政府)",
  OFFICE: 'An office of a government. (政府办公室)',
  DEPARTMENT: 'A working department of a government. (工作部门)',
  PARTY_ORGAN: 'An organ of the Party. (党委机构)',
  VERTICAL_AGENCY: 'An agency managed from above, such as tax or meteorology. (垂直管理机构)',
  PUBLIC_INSTITUTION: 'A public institution. (事业单位)',
  ZONE_COMMITTEE: 'The administrative committee of a functional zone. (管委会)',
  SUBDISTRICT_OR_TOWNSHIP: 'A subdistrict office or the government of a township. (乡镇人民政府、街道办事处)',
  OTHER: 'Another body, or one whose sort its name does not tell. (其他)',
});
export type UnitKind = keyof typeof UnitKind;

export const UnitSuccession = describeEnum('UnitSuccession', 'How a unit came to its end or its new name. (沿革方式)', {
  RENAMED: 'Renamed. (更名)',
  MERGED: 'Merged into its successor. (合并)',
  SPLIT: 'Split. (分立)',
  ABOLISHED: 'Abolished. (撤销)',
});
export type UnitSuccession = keyof typeof UnitSuccession;

export const Roster = describeEnum('Roster', 'How much is known of the members of a collective. (名单完整程度)', {
  COMPLETE: 'Every member is known. (名单完整)',
  KNOWN: 'Only the members met so far are known; every figure built on it is a lower bound. (仅为已知成员)',
});
export type Roster = keyof typeof Roster;
