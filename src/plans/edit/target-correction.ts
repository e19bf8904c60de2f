import { CommandRefusal } from '../../platform/graphql';
import type { TargetContent } from '../content/task-content';
import { optionalText, requiredText } from './verbatim';

/** What a person says of a target; what is left out stays, null takes away. */
export type TargetCorrection = { [field in Exclude<keyof TargetContent, 'rule'>]?: TargetContent[field] | null | undefined };

/** The name of the rule where a person set the target. */
const correctedRule = 'corrected';

const none: TargetContent = {
  metric: null,
  comparator: null,
  value: null,
  unit: null,
  period: null,
  dueOn: null,
  actor: null,
  phrase: '',
  rule: correctedRule,
};

/** A target as a person says it; beginning from what was read, or from nothing. Refused where its parts do not fit each other. */
export function correctTarget(correction: TargetCorrection, before: TargetContent = none): TargetContent {
  const given = Object.fromEntries(Object.entries(correction).filter(([name, value]) => value !== undefined && name in none));
  const merged = { ...before, ...given };
  const after: TargetContent = {
    ...merged,
    metric: optionalText(merged.metric),
    unit: optionalText(merged.unit),
    actor: optionalText(merged.actor),
    phrase: requiredText(merged.phrase, 'phrase'),
  };
  if (after.value === null && after.dueOn === null) {
    throw unfit('目标须有数值或日期。 A target has a value or a date.', 'value');
  }
  if (after.comparator !== null && after.value === null) {
    throw unfit('有比较方式就须有数值。 A comparator needs a value.', 'comparator');
  }
  return sameTarget(before, after) ? before : { ...after, rule: correctedRule };
}

export function sameTarget(left: TargetContent, right: TargetContent): boolean {
  return (Object.keys(none) as (keyof TargetContent)[]).every((name) => name === 'rule' || left[name] === right[name]);
}

function unfit(message: string, field: string): CommandRefusal {
  return new CommandRefusal('TARGET_UNFIT', message, ['targets', field]);
}
