// Written by `npm run portal:emit` from statements.graphql; never edited.
import type { Document } from '../../document';
import type { ShellParts } from '../../layout/shell.document';

export type StatementVariables = Record<string, never>;

export type StatementAnswer = ShellParts;

export const statementDocument: Document<StatementAnswer, StatementVariables> = {
  text: `query Statement {
  ...ShellParts
}

fragment ShellParts on Query {
  release {
    number
    createdAt
    licence
    isDemonstration
  }
}\n`,
};
