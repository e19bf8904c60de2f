import { IsNull, type EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, globalId, notFound, readKey } from '../../platform/graphql';
import { Region } from '../../regions';
import { Unit } from '../../units';
import { ReviewChain, ReviewChainStage } from './review-chain';
import type { ConfigureReviewChainInput, ReviewStageInput } from './review-chain.inputs';
import { chainTypeOf, stagesOf, type ReviewScope } from './review-chain.read-model';

/** One writer at a time configures chains: each looks for the one that it replaces. */
const chainLock = 7_206_050;

/** Puts a chain in the place of the one that a region or unit has. What is in review already keeps the stages it was submitted to. */
export async function configureReviewChain(
  manager: EntityManager,
  input: ConfigureReviewChainInput,
  actor: string,
): Promise<{ regionId: number; unitId: number | null; subjectType: ReviewScope['subjectType'] | null }> {
  const scope = await scopeOf(manager, input);
  const stages = await readStages(manager, input.stages);
  await manager.query('select pg_advisory_xact_lock($1)', [chainLock]);
  const { regionId, unitId, subjectType } = scope;
  const before = await manager.findOneBy(ReviewChain, { regionId, unitId: unitId ?? IsNull(), subjectType: subjectType ?? IsNull() });
  const stagesBefore = before ? await stagesOf((sql, params) => manager.query(sql, [...params]), before.id) : null;
  if (before) await manager.delete(ReviewChain, before.id);
  if (stages.length > 0) {
    const inserted = await manager.insert(ReviewChain, { ...scope, updatedAt: () => 'now()' });
    const chainId = inserted.identifiers[0]!['id'] as number;
    await manager.insert(
      ReviewChainStage,
      stages.map((stage) => ({ ...stage, chainId })),
    );
  }
  await appendAuditEvent(manager, {
    actor,
    action: 'review-chain.configure',
    subject: globalId(unitId === null ? 'Region' : 'Unit', unitId ?? regionId),
    payload: { subjectType, before: stagesBefore && { stages: stagesBefore }, after: { stages } },
  });
  return scope;
}

async function scopeOf(manager: EntityManager, input: ConfigureReviewChainInput) {
  const region = await manager.findOneBy(Region, { stableId: input.regionCode });
  if (!region) throw new CommandRefusal('NO_REGION', `没有代码为 ${input.regionCode} 的区域。 There is no such region.`, ['regionCode']);
  const unitId = input.unitId == null ? null : await unitKey(manager, input.unitId);
  if (unitId !== null && !(await manager.existsBy(Unit, { id: unitId, regionId: region.id })))
    throw new CommandRefusal('UNIT_OF_OTHER_REGION', '该单位不属于这个区域。 The unit is not one of this region.', ['unitId']);
  return { regionId: region.id, unitId, subjectType: input.subjectType ? chainTypeOf(input.subjectType) : null };
}

async function readStages(manager: EntityManager, inputs: readonly ReviewStageInput[]): Promise<Omit<ReviewChainStage, 'chainId'>[]> {
  const stages: Omit<ReviewChainStage, 'chainId'>[] = [];
  for (const [index, { kind, titleZh, titleEn, step, unitId, ofOwnUnit }] of inputs.entries()) {
    if (unitId != null && ofOwnUnit) throw refusal('unitId 与 ofOwnUnit 只能取其一。 Give unitId or ofOwnUnit, not both.');
    const limit = unitId == null ? null : await unitKey(manager, unitId);
    stages.push({ position: index + 1, step: step ?? index + 1, kind, titleZh, titleEn, unitId: limit, ofOwnUnit });
  }
  if (stages.length > 0) refuseUnlessWhole(stages, inputs);
  return stages;
}

function refuseUnlessWhole(stages: readonly Omit<ReviewChainStage, 'chainId'>[], inputs: readonly ReviewStageInput[]): void {
  const confidentiality = stages.filter(({ kind }) => kind === 'CONFIDENTIALITY').length;
  if (confidentiality !== 1 || stages.length < 2)
    throw refusal('须有且只有一个保密审查环节，并至少有一个审核环节。 One confidentiality review and one stage or more are needed.');
  const given = inputs.filter(({ step }) => step != null).length;
  if (given !== 0 && given !== inputs.length) throw refusal('步骤须全部给出或全部省略。 Give a step for every stage or for none.');
  const inOrder = stages.every(({ step }, index) => {
    const before = stages[index - 1]?.step ?? 0;
    return step === before + 1 || (step === before && index > 0);
  });
  if (!inOrder) throw refusal('步骤须从1起依次递增，不得跳号。 Steps begin at 1 and rise without a gap.');
}

async function unitKey(manager: EntityManager, id: string): Promise<number> {
  const key = readKey(id, 'Unit');
  if (!(await manager.existsBy(Unit, { id: key }))) throw notFound('There is no such unit. / 没有这个单位。');
  return key;
}

function refusal(message: string): CommandRefusal {
  return new CommandRefusal('NO_WHOLE_CHAIN', message, ['stages']);
}
