import { graphql, parse, type GraphQLSchema } from 'graphql';
import { schemas } from '../../src/app/schema';
import type { Audience, Reader } from '../../src/platform/database';
import { CursorCodec, selectedFields, type RequestContext, type Viewer } from '../../src/platform/graphql';

/** Counts the statements that go through a reader. */
export class CountingReader implements Reader {
  readonly statements: string[] = [];

  constructor(private readonly inner: Reader) {}

  get audience(): Audience {
    return this.inner.audience;
  }

  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    this.statements.push(sql);
    return this.inner.rows<T>(sql, params);
  }
}

/** Reads everything and writes nothing: who asks the internal endpoint where a test does not say. */
const auditor: Viewer = { subject: 'auditor', role: 'AUDITOR', unitKey: null, unitKeys: [] };

export function contextFor(reader: Reader): RequestContext {
  return {
    audience: reader.audience,
    viewer: reader.audience === 'internal' ? auditor : null,
    reader,
    cursors: new CursorCodec(Buffer.alloc(32, 7)),
    publicBaseUrl: 'http://localhost:4000',
    rateLimit: { limit: null, remaining: null, resetAt: null },
    cost: 0,
    costLimit: 0,
    transact: null,
    publicSnapshot: null,
    loaders: new Map(),
    selected: new Set(),
  };
}

/* Answers are plain JSON of the shape that the query asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

export interface Answer {
  data: Data;
  errors: { message: string; code: unknown; path: unknown }[];
  statements: string[];
}

/** Runs a query against the schema of the reader's audience. */
export async function ask(reader: Reader, source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> {
  const counting = new CountingReader(reader);
  const schema = reader.audience === 'public' ? schemas().public : schemas().internal;
  const result = await graphql({
    schema,
    source,
    variableValues,
    contextValue: { ...contextFor(counting), selected: selectedIn(schema, source) },
  });
  const errors = (result.errors ?? []).map(({ message, extensions, path }) => ({ message, code: extensions['code'], path }));
  return { data: JSON.parse(JSON.stringify(result.data ?? null)), errors, statements: counting.statements };
}

/** None where the text cannot be parsed: then nothing is executed either. */
export function selectedIn(schema: GraphQLSchema, source: string): ReadonlySet<string> {
  try {
    return selectedFields(schema, parse(source));
  } catch {
    return new Set();
  }
}

/** The data of a query that must not fail. */
export async function answer(reader: Reader, source: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await ask(reader, source, variables);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}
