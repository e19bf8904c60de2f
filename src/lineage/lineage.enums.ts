import { describeEnum } from '../platform/graphql';

export const DerivationRelation = describeEnum(
  'DerivationRelation',
  'How a task of a lower plan comes from one of an upper plan. (承接关系)',
  {
    SAME: 'The text is identical. (原文照转)',
    ADAPTED: 'The same duty in other words. (改写)',
    SPLIT: 'One upper task became several lower ones; this is one of them. (拆分)',
    MERGED: 'Several upper tasks became one lower one; this is one of them. (合并)',
    DROPPED: 'The lower plan has no counterpart of the upper task. (未承接)',
    NEW: 'The upper plan has no source of the lower task. (新增)',
  },
);
export type DerivationRelation = keyof typeof DerivationRelation;

export const PlanDerivationRule = describeEnum('PlanDerivationRule', 'Why a plan is held to derive from another. (上下位关系的依据)', {
  CITED: 'It cites the other one as its basis. (依据文件中引用)',
  ABOVE: 'The other one is of the nearest region above that has a plan of the same year and subject. (上级同年同类)',
  PERSON: 'A person said so. (人工认定)',
});
export type PlanDerivationRule = keyof typeof PlanDerivationRule;

/** Internal: what is rejected is kept, so that it is not proposed again. */
export type PlanDerivationState = 'PROPOSED' | 'CONFIRMED' | 'REJECTED';
