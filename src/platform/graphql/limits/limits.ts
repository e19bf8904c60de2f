/** What one request may hold. Counted per operation, with fragments flattened. */
export const documentLimits = {
  depth: 12,
  aliases: 15,
  directives: 5,
  selections: 250,
  introspections: 3,
} as const;

/** Tokens of the whole document; the parser stops there. */
export const maxTokens = 1_500;

export const maxErrorsReturned = 5;

export const maxListItems = 250;

/** Deeper than any input type; a variable nested further is an attack on whoever walks it. */
export const maxVariableDepth = 32;
