import { schemas } from '../../src/app/schema';
import type { Database, Reader } from '../../src/platform/database';
import { createGraphqlEndpoint, CursorCodec, type RequestContext, type Viewer } from '../../src/platform/graphql';

/* Answers are plain JSON of the shape that the query asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

export interface Sample {
  milliseconds: number;
  statements: number;
}

/** Runs mutations as the internal endpoint does, behind HTTP and the token, and notes what each takes. */
export class Office {
  readonly samples = new Map<string, Sample[]>();
  private statements = 0;
  private commands = 0;
  private reader!: Reader;
  private endpoint: ReturnType<typeof createGraphqlEndpoint> | undefined;

  constructor(private readonly database: Database) {
    this.countStatements();
  }

  as(role: Viewer['role'], subject: string, unitKey: number | null = null): Officer {
    const viewer: Viewer = { subject, role, unitKey, unitKeys: unitKey === null ? [] : [unitKey] };
    return { run: (mutation, input, selection, name = mutation) => this.run(viewer, { mutation, input, selection, name }) };
  }

  /** One row that the bench needs to know, outside of what is measured. */
  async row(sql: string, params: unknown[] = []): Promise<Json> {
    const [row] = await this.database.owner.query<Json[]>(sql, params);
    if (!row) throw new Error(`No row: ${sql}`);
    return row;
  }

  /** Those taken so far are forgotten: programs and plans are warm now. */
  forget(): void {
    this.samples.clear();
  }

  private async run(viewer: Viewer, call: { mutation: string; input: object; selection: string; name: string }): Promise<Json> {
    const { mutation, input, selection, name } = call;
    const { type } = schemas().internal.getMutationType()!.getFields()[mutation]!.args[0]!;
    const query = `mutation ($input: ${String(type)}) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
    const variables = { input: { idempotencyKey: `bench ${(this.commands += 1)}`, ...input } };
    this.endpoint ??= createGraphqlEndpoint({ schema: schemas().internal, audience: 'internal', costLimit: 20_000, log: console });
    const server = await this.endpoint;
    const before = this.statements;
    const start = performance.now();
    const { body } = await server.executeOperation({ query, variables }, { contextValue: this.context(viewer) });
    const sample = { milliseconds: performance.now() - start, statements: this.statements - before };
    const { data, errors } = JSON.parse(JSON.stringify(body.kind === 'single' ? body.singleResult : {}));
    const payload = data?.[mutation];
    if (!payload || payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors ?? payload)}`);
    this.samples.set(name, [...(this.samples.get(name) ?? []), sample]);
    return payload;
  }

  private context(viewer: Viewer): RequestContext {
    const { owner, publicSnapshot } = this.database;
    return {
      audience: 'internal',
      viewer,
      reader: this.reader,
      cursors: new CursorCodec(Buffer.alloc(32)),
      publicBaseUrl: 'http://localhost:4000',
      rateLimit: { limit: null, remaining: null, resetAt: null },
      cost: 0,
      costLimit: 0,
      transact: (work) => owner.transaction(work),
      publicSnapshot: (work) => publicSnapshot(work),
      loaders: new Map(),
      selected: new Set(),
    };
  }

  /** Every statement: those of transactions, their beginning and end included, and those that read the answer. */
  private countStatements(): void {
    const count = () => (this.statements += 1);
    const nothing = () => undefined;
    const { owner, internalReader: reader } = this.database;
    owner.logger = {
      logQuery: count,
      logQueryError: nothing,
      logQuerySlow: nothing,
      logSchemaBuild: nothing,
      logMigration: nothing,
      log: nothing,
    };
    this.reader = {
      audience: 'internal',
      rows: (sql, params) => {
        count();
        return reader.rows(sql, params);
      },
    };
  }
}

export interface Officer {
  /** A payload without user errors; under `name` in the report. */
  run: (mutation: string, input: object, selection: string, name?: string) => Promise<Json>;
}
