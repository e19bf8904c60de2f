import { hydrate } from '../../platform/graphql';
import { defaultChain } from './default-chain';
import { ReviewChain, ReviewChainStage } from './review-chain';
import type { ReviewSubjectType } from './review-subject';

/** What a chain is looked up for. */
export interface ReviewScope {
  regionId: number;
  unitId: number | null;
  subjectType: ReviewSubjectType;
}

export interface ChainInForce {
  chain: ReviewChain;
  stages: ReviewChainStage[];
}

/** Runs a statement, inside a transaction or for a reader. */
type Rows = <T extends object>(sql: string, params: readonly unknown[]) => Promise<T[]>;

/** Versions of a plan pass the stages of plans. */
export function chainTypeOf(subjectType: ReviewSubjectType): ReviewSubjectType {
  return subjectType === 'PLAN_VERSION' ? 'PLAN' : subjectType;
}

/**
 * The chain in force: the unit's own one, else that of the nearest region upwards which has one; of two of the same place the
 * one for this sort of record. Where none is configured, the one that is built in.
 */
export async function chainInForce(rows: Rows, { regionId, unitId, subjectType }: ReviewScope): Promise<ChainInForce> {
  const [found] = await rows<object>(
    `select c.id, c.region_id as "regionId", c.unit_id as "unitId", c.subject_type as "subjectType", c.updated_at as "updatedAt"
     from review_chain c join region r on r.id = c.region_id
     where (c.subject_type is null or c.subject_type = $3) and (c.unit_id is null or c.unit_id = $2)
       and (select path from region where id = $1) like r.path || '%'
     order by c.unit_id is null, length(r.path) desc, c.subject_type is null
     limit 1`,
    [regionId, unitId, chainTypeOf(subjectType)],
  );
  if (!found) {
    const chain = hydrate(ReviewChain, { regionId: null, unitId: null, subjectType: null });
    return { chain, stages: defaultChain.map((stage) => hydrate(ReviewChainStage, stage)) };
  }
  const chain = hydrate(ReviewChain, found);
  return { chain, stages: await stagesOf(rows, chain.id) };
}

export async function stagesOf(rows: Rows, chainId: number): Promise<ReviewChainStage[]> {
  const found = await rows<object>(
    `select chain_id as "chainId", position, step, kind, title_zh as "titleZh", title_en as "titleEn", unit_id as "unitId", of_own_unit as "ofOwnUnit"
     from review_chain_stage where chain_id = $1 order by position`,
    [chainId],
  );
  return found.map((row) => hydrate(ReviewChainStage, row));
}
