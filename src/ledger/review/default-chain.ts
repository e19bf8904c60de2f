import type { ReviewChainStage } from './review-chain';

type Stage = Omit<ReviewChainStage, 'chainId'>;

const stage = (position: number, kind: Stage['kind'], titleZh: string, titleEn: string): Stage => ({
  position,
  step: position,
  kind,
  titleZh,
  titleEn,
  unitId: null,
  ofOwnUnit: false,
});

/**
 * What holds where nobody has configured anything: the three stages of the field, with the confidentiality review before the
 * principal signs, so that who signs last knows its outcome.
 */
export const defaultChain: readonly Stage[] = [
  stage(1, 'STAGE', '初审（承办人员核稿）', 'First review: check of the draft'),
  stage(2, 'STAGE', '复审（科室负责人）', 'Second review: head of section'),
  stage(3, 'CONFIDENTIALITY', '保密审查', 'Confidentiality review'),
  stage(4, 'STAGE', '终审（单位负责人）', 'Final review: principal'),
];
