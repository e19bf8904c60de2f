export { AuditEvent } from './audit-event';
export { appendAuditEvent, canonicalJson } from './append-event';
export { AuditResolver } from './audit.resolver';
export { redactEvent } from './redact-event';
export { verifyAuditChain } from './verify-chain';
