export { documentLimitsRule } from './document-limits-rule';
export { literalLimitsRule } from './literal-limits-rule';
export { checkSearchText, checkVariables } from './variable-limits';
export { documentLimits, maxErrorsReturned, maxListItems, maxSearchTextCharacters, maxTokens } from './limits';
