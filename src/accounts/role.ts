import { describeEnum, type Role as RoleName } from '../platform/graphql';

export const Role = describeEnum<RoleName>('Role', 'What a signed-in caller may do. Everyone signed in may read what is internal. (角色)', {
  ADMINISTRATOR: 'Keeps units, users and publication. (管理员)',
  PLANNER: 'Imports and edits plans, generates obligations. (编制人员)',
  REPORTER: 'Reports for its own unit and for those that it also administers. (填报人员)',
  REVIEWER: 'Decides one stage of a review. (审核人员)',
  AUDITOR: 'Reads everything, the audit log included, and writes nothing. (审计人员)',
});
export type Role = RoleName;
