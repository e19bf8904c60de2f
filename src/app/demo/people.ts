import { createHash } from 'node:crypto';
import type { Role, Viewer } from '../../platform/graphql';

/** Nobody's name: who did something in a demonstration is a post. */
function person(post: string, role: Role, unitKey: number | null = null): Viewer {
  return { subject: `demo:${post}`, role, unitKey, unitKeys: unitKey === null ? [] : [unitKey] };
}

export const administrator = person('administrator', 'ADMINISTRATOR');
export const planner = person('planner', 'PLANNER');
export const reviewers = [1, 2, 3, 4].map((stage) => person(`reviewer-${stage}`, 'REVIEWER'));
export const reporterOf = (unitKey: number): Viewer => person(`reporter-${unitKey}`, 'REPORTER', unitKey);

/** What every text of a demonstration begins with. */
export const mark = '【演示数据】';

/** 0 to 99, the same for the same words. */
export function dice(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('|')).digest().readUInt32BE() % 100;
}
