import { schemas } from '../../src/app/schema';
import { createGraphqlEndpoint, globalId, type RequestContext, type Viewer } from '../../src/platform/graphql';
import type { Database, Reader } from '../../src/platform/database';
import { contextFor, CountingReader, type Data } from './query';

export interface ApiError {
  message: string;
  path?: readonly (string | number)[];
  extensions: Record<string, unknown> & { code: string };
}

export interface ApiAnswer {
  data: Data;
  errors: ApiError[];
  /** The SQL that the answer took. */
  statements: string[];
}

type Variables = Record<string, unknown>;

const costLimit = { public: 5_000, internal: 20_000 } as const;

/** Asks as a client does: through the limits, the executor and the masking of errors of the reader's endpoint. */
export class ApiClient {
  /** What the endpoint wrote to its log: faults of its own. */
  readonly faults: unknown[] = [];
  private endpoint: ReturnType<typeof createGraphqlEndpoint> | undefined;

  /** `office` says who writes, and how; without it there is nothing but reading. */
  constructor(
    private readonly reader: () => Reader,
    private readonly office?: () => Pick<RequestContext, 'viewer' | 'transact'>,
  ) {}

  async ask(query: string, variables: Variables = {}): Promise<ApiAnswer> {
    const counting = new CountingReader(this.reader());
    this.endpoint ??= this.open(counting.audience);
    const server = await this.endpoint;
    const { body } = await server.executeOperation({ query, variables }, { contextValue: { ...contextFor(counting), ...this.office?.() } });
    if (body.kind !== 'single') throw new Error('An answer in one piece was expected.');
    const { data, errors = [] } = JSON.parse(JSON.stringify(body.singleResult)) as { data?: Data; errors?: ApiError[] };
    return { data: data ?? null, errors, statements: counting.statements };
  }

  /** The data of a query that must not fail. */
  async data(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    if (errors.length > 0) throw new Error(`${JSON.stringify(errors)} ${JSON.stringify(this.faults.map(String))}`);
    return data;
  }

  /** The code of the one error of a query that must fail. */
  async code(query: string, variables: Variables = {}): Promise<string> {
    const { data, errors } = await this.ask(query, variables);
    if (errors.length === 0) throw new Error(`No error: ${JSON.stringify(data).slice(0, 200)}`);
    return [...new Set(errors.map(({ extensions }) => extensions.code))].join();
  }

  private open(audience: 'public' | 'internal'): ReturnType<typeof createGraphqlEndpoint> {
    const log = { error: (fault: unknown) => this.faults.push(fault), warn: (fault: unknown) => this.faults.push(fault) };
    return createGraphqlEndpoint({ schema: schemas()[audience], audience, costLimit: costLimit[audience], log });
  }
}

/** An id of a type that names no record. */
export const absentId = (typeName: string): string => globalId(typeName, 1_999_999_999);

/** Somebody of an office, who may write as far as the role goes. */
export function officeClient(database: Database, role: Viewer['role'], subject = role.toLowerCase()): ApiClient {
  return new ApiClient(
    () => database.internalReader,
    () => ({ viewer: { subject, role, unitKey: null, unitKeys: [] }, transact: (run) => database.owner.transaction(run) }),
  );
}
