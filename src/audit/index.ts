export { AuditEvent } from './audit-event';
export { appendAuditEvent, canonicalJson } from './append-event';
export { verifyAuditChain } from './verify-chain';
