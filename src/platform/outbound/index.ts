export { callOut, OutboundFailure } from './call-out';
export { followOut } from './follow-out';
export type { OutboundRules } from './outbound-rules';
