import './review/plan-subject';

export { changedSinceReview, reviewRules } from './review/review-rules';
export { PlanPublicationMutations } from './review/plan-publication.mutations';

export { Review } from './review/review';
export { ReviewChain, ReviewChainStage } from './review/review-chain';
export { ReviewChainResolver, ReviewChainStageResolver } from './review/review-chain.resolver';
export { ReviewReceipt } from './review/review-receipt';
export { PlanReceiptResolver, ReviewResolver, ReviewStageResolver } from './review/review.resolver';
export { ReviewSubmission } from './review/review-submission';
