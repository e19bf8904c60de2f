export { exitCodeFor, parseDocument, parseFile } from './parse-file';
export { UnreadableDocumentError } from './readers/unreadable-document.error';
export type { ParseResult, TaskReading } from './reading';
export { importDocument } from './import/import-document';
export { ImportResolver } from './import/import.resolver';
export { saveUpload } from './upload/upload.commands';
export { ImportRefusal, importPlan, type ImportOutcome } from './import/import-plan';
export { writePlanTable, type PlanGrid } from './plan-table/write-plan-table';
export type { PlanTable } from './plan-table/plan-table';
