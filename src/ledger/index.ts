import './entries/entry-publication';
import './evaluation/evaluation-subject';
import './review/plan-subject';
import './review/version-subject';
import './webhooks/delivery-queue';

export { changedSinceReview, reviewRules } from './review/review-rules';
export { PlanPublicationMutations } from './review/plan-publication.mutations';

export { Review } from './review/review';
export { ReviewChain, ReviewChainStage } from './review/review-chain';
export { ReviewChainResolver, ReviewChainStageResolver } from './review/review-chain.resolver';
export { ReviewReceipt } from './review/review-receipt';
export { PlanReceiptResolver, ReviewResolver, ReviewStageResolver } from './review/review.resolver';
export { ReviewSubmission } from './review/review-submission';
export { checkEvidence } from './evidence/check-evidence';
export { EvidenceCheck } from './evidence/evidence-check';
export { EvidenceResolver } from './evidence/evidence.resolver';
export { Withdrawal } from './withdrawal/withdrawal';
export { ObligationWithdrawalsResolver, UnitWithdrawalsResolver } from './withdrawal/withdrawal.resolver';
export { EntryMutations } from './entries/entry.mutations';
export { LedgerEntryResolver, ObligationEntriesResolver } from './entries/entry.resolver';
export { LedgerEntry } from './entries/ledger-entry';
export { DeadlineExtension } from './extensions/deadline-extension';
export { DeadlineExtensionResolver, ObligationExtensionsResolver } from './extensions/extension.resolver';
export { ImportLedgerMutations } from './sheet/import-ledger.mutations';
export { addLedgerSheetRoute } from './sheet/sheet.routes';
export { closeRectification, openRectification, recordMeasures } from './rectification/rectification.commands';
export { decideExtension, requestExtension } from './extensions/extension.commands';
export { defineEvaluationScheme } from './evaluation/scheme.commands';
export { generateObligations } from './obligations/obligation.commands';
export { issueSummary } from './summary/summary.commands';
export { periodOf } from './period';
export { publishEntry } from './entries/entry-override.commands';
export { recordEvaluation } from './evaluation/evaluation.commands';
export { reportProgress } from './entries/entry.commands';
export { reviewItem } from './review/review.commands';
export { submitForReview } from './review/submit.commands';
export type { ReviewSubjectType } from './review/review-subject';
export { ledgerRules } from './ledger-rules';
export { TaskOccurrence } from './occurrences/task-occurrence';
export { refreshOccurrences } from './occurrences/task-occurrence.commands';
export { TaskOccurrenceResolver } from './occurrences/task-occurrence.resolver';
export { ObligationFilter } from './obligations/obligation.inputs';
export { NoticeResolver } from './obligations/notice.resolver';
export { ObligationMutations } from './obligations/obligation.mutations';
export {
  ObligationResolver,
  PlanObligationsResolver,
  TaskObligationsResolver,
  UnitObligationsResolver,
} from './obligations/obligation.resolver';
export { obligationConditions } from './obligations/obligation.read-model';
export { Rectification, RectificationStep } from './rectification/rectification';
export { RectificationMutations } from './rectification/rectification.mutations';
export { RectificationResolver, UnitRectificationsResolver } from './rectification/rectification.resolver';
export { Evaluation, EvaluationScore } from './evaluation/evaluation';
export { EvaluationMutations } from './evaluation/evaluation.mutations';
export { EvaluationResolver, EvaluationSchemeResolver, UnitEvaluationsResolver } from './evaluation/evaluation.resolver';
export { EvaluationIndicator, EvaluationScheme } from './evaluation/evaluation-scheme';
export { Webhook, WebhookDelivery } from './webhooks/webhook';
export { WebhookResolver } from './webhooks/webhook.resolver';
export { WebhookService } from './webhooks/webhook-service';
export { LedgerSummary } from './summary/ledger-summary';
export { alteredSummaries } from './summary/summary.read-model';
export { LedgerSummaryResolver, RegionSummariesResolver, UnitSummariesResolver } from './summary/summary.resolver';
