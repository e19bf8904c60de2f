export { callOut, OutboundFailure } from './call-out';
export type { OutboundRules } from './outbound-rules';
