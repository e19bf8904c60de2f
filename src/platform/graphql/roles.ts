/** What signed-in callers can be. */
export const roles = ['ADMINISTRATOR', 'PLANNER', 'REPORTER', 'REVIEWER', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];
