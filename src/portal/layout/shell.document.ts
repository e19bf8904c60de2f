// Written by `npm run portal:emit` from shell.graphql; never edited.

export type ShellParts = { release: { number: number; createdAt: string; licence: string; isDemonstration: boolean } | null };
