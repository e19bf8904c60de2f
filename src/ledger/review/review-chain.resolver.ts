import { Arg, Authorized, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { listCost, notFound, readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { findRegion, Region, regionByKey } from '../../regions';
import { Unit, unitByKey } from '../../units';
import { ReviewChain, ReviewChainStage } from './review-chain';
import { configureReviewChain } from './review-chain.commands';
import { ConfigureReviewChainInput } from './review-chain.inputs';
import { chainInForce, stagesOf } from './review-chain.read-model';
import { defaultChain } from './default-chain';
import type { ReviewSubjectType } from './review-subject';
import { ReviewSubjectType as ReviewSubjectTypeEnum } from './review.enums';

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a chain of review. (操作结果)' })
class ReviewChainPayload {
  @Field(() => ReviewChain, {
    nullable: true,
    description: 'The chain now in force there (for plans, where no sort was named); null where the change was refused. (审核流程)',
  })
  chain!: ReviewChain | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => ReviewChain)
export class ReviewChainResolver {
  @Authorized()
  @Query(() => ReviewChain, { description: 'The chain of review in force at a place for a sort of record. (现行审核流程)' })
  async reviewChain(
    @Ctx() context: RequestContext,
    @Arg('regionCode', { description: 'Code of the region, or stable id of a zone. (区域代码)' }) regionCode: string,
    @Arg('subjectType', () => ReviewSubjectTypeEnum, { description: 'Sort of record. (审核对象)' }) subjectType: ReviewSubjectType,
    @Arg('unitId', () => ID, { nullable: true, description: 'Unit whose own chain comes first. (单位)' }) unitId: string | null,
  ): Promise<ReviewChain> {
    const region = await findRegion(context, regionCode);
    if (!region) throw notFound('There is no such region. / 没有这个区域。');
    const scope = { regionId: region.id, unitId: unitId == null ? null : readKey(unitId, 'Unit'), subjectType };
    return (await chainInForce(context.reader.rows.bind(context.reader), scope)).chain;
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => ReviewChainPayload, {
    description:
      'Says which stages of review hold for a region or one of its units. What is in review already keeps the stages it was submitted to. (配置审核流程)',
  })
  async configureReviewChain(
    @Ctx() context: RequestContext,
    @Arg('input', () => ConfigureReviewChainInput, { description: 'For whom, and which stages. (输入)' }) input: ConfigureReviewChainInput,
  ): Promise<ReviewChainPayload> {
    const { result, userErrors } = await runCommand(context, 'configureReviewChain', input, (manager, { subject }) =>
      configureReviewChain(manager, input, subject),
    );
    if (!result) return { chain: null, userErrors };
    const scope = { ...result, subjectType: result.subjectType ?? ('PLAN' as const) };
    return { chain: (await chainInForce(context.reader.rows.bind(context.reader), scope)).chain, userErrors };
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it was configured; null for the chain that is built in. (配置区域)' })
  region(@Root() chain: ReviewChain, @Ctx() context: RequestContext): Promise<Region | null> | null {
    return chain.regionId === null ? null : regionByKey(context).load(chain.regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it was configured for; null where it is for all. (配置单位)' })
  unit(@Root() chain: ReviewChain, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return chain.unitId === null ? null : unitByKey(context).load(chain.unitId);
  }

  @listCost(5)
  @FieldResolver(() => [ReviewChainStage], { description: 'Its stages in order. (审核环节)' })
  stages(@Root() chain: ReviewChain, @Ctx() context: RequestContext): ReviewChainStage[] | Promise<ReviewChainStage[]> {
    return chain.regionId === null ? (defaultChain as ReviewChainStage[]) : stagesOf(context.reader.rows.bind(context.reader), chain.id);
  }
}

@Resolver(() => ReviewChainStage)
export class ReviewChainStageResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit whose reviewers alone may hold it; null where none is set. (限定单位)',
  })
  unit(@Root() stage: ReviewChainStage, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return stage.unitId === null ? null : unitByKey(context).load(stage.unitId);
  }
}
