import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LeastRecentlyUsed } from '../graphql/jit/least-recently-used';

const mostBytes = 32 * 2 ** 20;
const mostBytesEach = 2 ** 20;

export interface KeptAnswer {
  body: string;
  mediaType: string;
}

/**
 * Answers to public questions, kept until any public data changes. The same question is the same text, operation, variables
 * and media type; answers with errors are never kept.
 */
export class KeptAnswers {
  private readonly answers = new LeastRecentlyUsed<KeptAnswer & { since: string }>(mostBytes);

  /** `state` tells one state of the data from another; null while nobody could tell. */
  constructor(private readonly state: () => string | null) {}

  /** The question that a request asks; null where its answer is not for keeping. */
  question(request: FastifyRequest): string | null {
    // In a link the variables are text, and stay it.
    const asked = read(request.method === 'POST' ? request.body : request.query);
    // What it says differs from request to request.
    if (!asked || asked[0].includes('rateLimit')) return null;
    return createHash('sha256')
      .update(JSON.stringify([...asked, request.headers.accept ?? '']))
      .digest('base64');
  }

  /** To be taken before the question is answered, and given to `keep` with the answer. */
  get now(): string | null {
    return this.state();
  }

  get(question: string): KeptAnswer | undefined {
    const answer = this.answers.get(question);
    return answer?.since === this.state() ? answer : undefined;
  }

  keep(question: string, since: string | null, answer: KeptAnswer): void {
    const bytes = Buffer.byteLength(answer.body);
    if (since !== null && since === this.state() && bytes <= mostBytesEach)
      this.answers.set(question, { ...answer, since }, bytes + question.length);
  }

  clear(): void {
    this.answers.clear();
  }
}

type Question = [query: string, operationName: unknown, variables: unknown];

const known = new Set(['query', 'operationName', 'variables']);

function read(body: unknown): Question | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const { query, operationName, variables } = body as Record<string, unknown>;
  return typeof query === 'string' && Object.keys(body).every((name) => known.has(name)) ? [query, operationName, variables] : null;
}
