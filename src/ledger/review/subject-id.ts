import { badUserInput, globalId, readKey, tryReadGlobalId } from '../../platform/graphql';
import type { ReviewSubjectType } from './review-subject';
import type { ReviewItem } from './submission-store';

const typeNames: Readonly<Record<ReviewSubjectType, string>> = {
  PLAN: 'Plan',
  PLAN_VERSION: 'PlanVersion',
  LEDGER_ENTRY: 'LedgerEntry',
  EVALUATION: 'Evaluation',
};

export function subjectGlobalId({ type, id }: ReviewItem): string {
  return globalId(typeNames[type], id);
}

/** The record that an id names. BAD_USER_INPUT where it is none that is reviewed. */
export function readSubjectId(id: string): ReviewItem {
  const typeName = tryReadGlobalId(id)?.typeName;
  const type = (Object.keys(typeNames) as ReviewSubjectType[]).find((each) => typeNames[each] === typeName);
  if (!type)
    throw badUserInput(
      'Give the id of a plan, a version of one, a ledger entry or an evaluation. / 须给出要点、要点新版本、台账填报或考核评估的标识。',
      {
        field: 'subjectId',
      },
    );
  return { type, id: readKey(id, typeNames[type]) };
}
