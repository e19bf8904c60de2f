export { AuditEvent } from './audit-event';
export { appendAuditEvent, canonicalJson, hashOf, type NewAuditEvent } from './append-event';
export { verifyAuditChain } from './verify-chain';
