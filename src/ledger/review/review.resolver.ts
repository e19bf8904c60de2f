import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  CommandRefusal,
  ConnectionArgs,
  connectionOf,
  findNode,
  listCost,
  Node,
  Public,
  readKey,
  runCommand,
  UserError,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { Plan } from '../../plans';
import { Region, regionByKey } from '../../regions';
import { Unit, unitByKey } from '../../units';
import { Review } from './review';
import { reviewItem } from './review.commands';
import { ReviewItemInput, ReviewQueueFilter, SubmitForReviewInput } from './review.inputs';
import { receiptOfPlan, stagesOfSubmission, submissionByKey } from './review.loaders';
import { listReviewQueue, reviewsOf } from './review.read-model';
import { ReviewReceipt } from './review-receipt';
import { ReviewSubmission } from './review-submission';
import { readSubjectId, subjectGlobalId } from './subject-id';
import { submitForReview } from './submit.commands';

const ReviewSubmissionConnection = connectionOf(ReviewSubmission, 'round of review');

@ObjectType({ simpleResolvers: true, description: 'What came of a step of a review. (操作结果)' })
class ReviewPayload {
  @Field(() => ReviewSubmission, { nullable: true, description: 'The round as it is now; null where the step was refused. (送审)' })
  submission!: ReviewSubmission | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => ReviewSubmission)
export class ReviewResolver {
  @Authorized()
  @Query(() => ReviewSubmissionConnection, {
    description: 'Rounds of review that wait for somebody, the oldest first; a reporter sees those of its own units. (待审列表)',
  })
  reviewQueue(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => ReviewQueueFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: ReviewQueueFilter | null,
  ): Promise<Page<ReviewSubmission>> {
    return listReviewQueue(context, args, filterBy);
  }

  @Authorized()
  @listCost(5)
  @Query(() => [ReviewSubmission], {
    description:
      'Every round of review of one record with names and comments, the latest first; a reporter sees those of its own units. (审核记录)',
  })
  reviews(
    @Ctx() context: RequestContext,
    @Arg('subjectId', () => ID, { description: 'The plan, version of a plan, ledger entry or evaluation. (审核对象)' }) subjectId: string,
  ): Promise<ReviewSubmission[]> {
    return reviewsOf(context, readSubjectId(subjectId));
  }

  @Authorized('PLANNER', 'ADMINISTRATOR', 'REPORTER')
  @Mutation(() => ReviewPayload, {
    description:
      'Puts a record before its reviewers: a plan or an evaluation by a planner or an administrator, an entry by a reporter of its unit. CONFLICT where it is in review or has passed. (送审)',
  })
  async submitForReview(
    @Ctx() context: RequestContext,
    @Arg('input', () => SubmitForReviewInput, { description: 'Which record. (输入)' }) input: SubmitForReviewInput,
  ): Promise<ReviewPayload> {
    const item = readSubjectId(input.subjectId);
    const { result, userErrors } = await runCommand(context, 'submitForReview', input, (manager, viewer) =>
      submitForReview(manager, viewer, item, input.note ?? null),
    );
    return { submission: result && (await submissionByKey(context).load(result.submissionId)), userErrors };
  }

  @Authorized('REVIEWER')
  @Mutation(() => ReviewPayload, {
    description:
      'Decides one stage of a review. Nobody holds two stages of one record, nor reviews what they wrote. CONFLICT where the stage is decided already. (审核)',
  })
  async reviewItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReviewItemInput, { description: 'Which record and stage, and how. (输入)' }) input: ReviewItemInput,
  ): Promise<ReviewPayload> {
    const item = readSubjectId(input.subjectId);
    const { stage, decision, comment = null } = input;
    const submissionId = input.submissionId == null ? null : readKey(input.submissionId, 'ReviewSubmission');
    const { result, userErrors } = await runCommand(context, 'reviewItem', input, (manager, viewer) =>
      reviewItem(manager, viewer, item, { stage, decision, comment, submissionId }),
    );
    const submission = result && (await submissionByKey(context).load(result.submissionId));
    return { submission, userErrors: result?.voided ? [contentChanged.toUserError()] : userErrors };
  }

  @FieldResolver(() => Node, { nullable: true, description: 'The record; null where it is gone. (审核对象)' })
  subject(@Root() { subjectType, subjectId }: ReviewSubmission, @Ctx() context: RequestContext): Promise<object | null> {
    return findNode(context, subjectGlobalId({ type: subjectType, id: subjectId }));
  }

  @FieldResolver(() => Region, { description: 'The region whose chain of review it passes. (区域)' })
  region(@Root() submission: ReviewSubmission, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(submission.regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it is of; null where it is of none. (单位)' })
  unit(@Root() submission: ReviewSubmission, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return submission.unitId === null ? null : unitByKey(context).load(submission.unitId);
  }

  @listCost(5)
  @FieldResolver(() => [Review], { description: 'Its stages in order. (审核环节)' })
  stages(@Root() submission: ReviewSubmission, @Ctx() context: RequestContext): Promise<Review[]> {
    return stagesOfSubmission(context).load(submission.id);
  }
}

/** The round is on record as voided, so that this comes with it and not instead of it. */
const contentChanged = new CommandRefusal(
  'CONTENT_CHANGED',
  '送审后内容有改动，本轮审核已失效，请修改人重新送审。 It was changed after it was submitted: this round is void, and it has to be submitted again.',
  ['subjectId'],
);

@Resolver(() => Review)
export class ReviewStageResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit whose reviewers alone may hold it; null where none is set. (限定单位)',
  })
  unit(@Root() review: Review, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return review.unitId === null ? null : unitByKey(context).load(review.unitId);
  }
}

@Resolver(() => Plan)
export class PlanReceiptResolver {
  @Public()
  @FieldResolver(() => ReviewReceipt, {
    nullable: true,
    description: 'On what ground it is public: the stages of review it passed, or an override; null where it is not public. (审核回执)',
  })
  receipt(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<ReviewReceipt | null> {
    return receiptOfPlan(context).load(plan.id);
  }
}
