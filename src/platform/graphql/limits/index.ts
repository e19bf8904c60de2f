export { documentLimitsRule } from './document-limits-rule';
export { literalLimitsRule } from './literal-limits-rule';
export { checkVariables } from './variable-limits';
export { maxErrorsReturned, maxTokens } from './limits';
