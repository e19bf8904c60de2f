import type { FastifyRequest } from 'fastify';
import type { Document } from './document';

export interface AskedError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: unknown; errorId?: unknown };
}

/** Puts a question to the public schema as any anonymous client would: same rows, same limits. Given by the app. */
export type AskPublicSchema = (
  text: string,
  variables: object,
  request: FastifyRequest,
) => Promise<{ data: unknown; errors: readonly AskedError[] }>;

/** What a page asks with. Throws `QuestionFailed`. */
export type Ask = <Answer, Variables extends object>(document: Document<Answer, Variables>, variables: Variables) => Promise<Answer>;

/** A question that brought errors, by the code of the first. */
export class QuestionFailed extends Error {
  readonly code: string;
  readonly errorId: string | null;

  constructor({ message, extensions }: AskedError) {
    super(message);
    this.code = typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL';
    this.errorId = typeof extensions?.errorId === 'string' ? extensions.errorId : null;
  }
}

export function askFor(request: FastifyRequest, askPublicSchema: AskPublicSchema): Ask {
  return async <Answer, Variables extends object>({ text }: Document<Answer, Variables>, variables: Variables) => {
    const { data, errors } = await askPublicSchema(text, variables, request);
    if (errors[0]) throw new QuestionFailed(errors[0]);
    return data as Answer;
  };
}
