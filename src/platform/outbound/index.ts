export { callOut, OutboundFailure } from './call-out';
export { publicOnly, type OutboundRules } from './outbound-rules';
