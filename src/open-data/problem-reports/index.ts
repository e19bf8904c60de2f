import { problemAnswerResolvers } from './problem-answers.resolver';
import { ProblemReportResolver } from './problem-report.resolver';

export { ProblemReceipt } from './problem-receipt';
export { ProblemReport } from './problem-report';
export { problemReportRules } from './problem-report-rules';
export { reportProblem, type NewProblem } from './report-problem';
export const problemReportResolvers: readonly (new () => object)[] = [ProblemReportResolver, ...problemAnswerResolvers];
