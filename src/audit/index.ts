export { AuditEvent } from './audit-event';
export { appendAuditEvent, canonicalJson, whenAppended, type NewAuditEvent } from './append-event';
export { AuditResolver } from './audit.resolver';
export { redactEvent } from './redact-event';
export { verifyAuditChain } from './verify-chain';
