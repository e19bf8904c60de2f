// Written by `npm run portal:emit` from corrections.graphql; never edited.

export type CorrectionParts = { createdAt: string; field: string; before: string | null; after: string | null; reason: string | null };
