import { isDeepStrictEqual } from 'node:util';
import { sameTarget } from '../edit/target-correction';
import type { ResponsibilityContent, TargetContent, TaskContent } from '../content/task-content';

/** The printed side of a list of bodies, without the units that the names were taken for. */
function printed({ phrase, role, mode, unit, group }: ResponsibilityContent): string {
  return JSON.stringify([phrase, role, mode, unit, group]);
}

/** Whether two readings name the same bodies in the same way, and where both say which units these are, the same units. */
export function sameBodies(left: readonly ResponsibilityContent[], right: readonly ResponsibilityContent[]): boolean {
  return sameList(left, right, (one, other) => {
    const isSameUnit = !one.body || !other.body || (one.body.regionCode === other.body.regionCode && one.body.name === other.body.name);
    return isSameUnit && printed(one) === printed(other);
  });
}

/** As `sameBodies`, and by the same rules: a person who chose another unit for the same words left the mark of it in the rule. */
export function untouchedBodies(left: readonly ResponsibilityContent[], right: readonly ResponsibilityContent[]): boolean {
  return sameList(left, right, (one, other) => one.rule === other.rule && printed(one) === printed(other));
}

export function sameTargets(left: readonly TargetContent[], right: readonly TargetContent[]): boolean {
  return sameList(left, right, sameTarget);
}

/** Whether two deadlines read alike; by which rule does not matter. */
export function sameDeadline(
  { rule: _left, ...left }: TaskContent['deadline'],
  { rule: _right, ...right }: TaskContent['deadline'],
): boolean {
  return (Object.keys(left) as (keyof typeof left)[]).every((name) => left[name] === right[name]);
}

/** Whether two plain values are equal; the order of an object's keys does not matter. */
export function sameValue(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(left, right);
}

function sameList<T>(left: readonly T[], right: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return left.length === right.length && left.every((one, at) => isSame(one, right[at]!));
}
