export { licence } from './catalogue';
export { datasets, type Cell, type Dataset, type Field } from './fields';
export { csvOf } from './formats';
export { exportRelease } from './export/export-release';
export { planFile, planFormats, type PlanFormat } from './plan-table/plan-file';
export {
  ProblemReceipt,
  problemReportResolvers,
  problemReportRules,
  ProblemReport,
  reportProblem,
  type NewProblem,
} from './problem-reports';
export { publishRelease, Release, ReleaseChange, ReleaseFile, ReleaseFileResolver, ReleaseResolver, verifyReleases } from './release';
export { addOpenDataRoutes } from './routes';
export { StoredBlock, StoredFile, StoredFileBlock } from './storage';
export { SourceDocumentResolver } from './takedown/takedown.resolver';
