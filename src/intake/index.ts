export { exitCodeFor, parseDocument, parseFile } from './parse-file';
export { UnreadableDocumentError, type UnreadableCode } from './readers/unreadable-document.error';
export type {
  AnnexReading,
  BasisReading,
  DatePrecision,
  DeadlineKind,
  DeadlineReading,
  ParseResult,
  PlanReading,
  Problem,
  ResponsibilityReading,
  TargetReading,
  TaskReading,
} from './reading';
export { importDocument } from './import/import-document';
export { ImportRefusal, importPlan, type ImportOutcome, type ImportRequest } from './import/import-plan';
