import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compile, type CompiledQuery } from './jit/compiled-query';
import { compilerSchema } from './jit/compiler-schema';
import { LeastRecentlyUsed } from './jit/least-recently-used';
import { PlainProperties } from './jit/plain-properties';
import { conditionVariables, type VariableValues } from './jit/prepared-document';
import { maxErrorsReturned } from './limits';
import type { EndpointLog } from './log';
import { selectedFields } from './selected-fields';
import { selectedOperation } from './selected-operation';

const maxKnownQueries = 2_000;

/** Of all compiled queries together; about 40 MB. */
const maxCompiledFields = 10_000;

/** A query is compiled when it comes again: a single one never earns back what compiling costs. */
const sightingsBeforeCompiling = 2;

export interface ExecutionRequest {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown> | undefined;
  context: unknown;
  /** Identifies the document's text. */
  queryHash: string;
}

export type Executor = (request: ExecutionRequest) => Promise<ExecutionResult>;

interface KnownQuery {
  key: string;
  sightings: number;
  /** Variables of @skip and @include. Each set of their values is compiled by itself. */
  conditions: readonly string[];
}

/** Executes queries as graphql does, through compiled code where a query repeats. Mutations are never compiled. */
export function createExecutor(schema: GraphQLSchema, log: EndpointLog): Executor {
  return new CompilingExecutor(schema, log).execute;
}

class CompilingExecutor {
  private readonly queries = new LeastRecentlyUsed<KnownQuery>(maxKnownQueries);
  /** Null: not to be compiled. */
  private readonly compiled = new LeastRecentlyUsed<CompiledQuery | null>(maxCompiledFields);
  private readonly properties = new PlainProperties(() => this.forgetCompiled());
  private compilerSchema: GraphQLSchema | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly log: EndpointLog,
  ) {}

  readonly execute: Executor = async (request) => {
    Object.assign(request.context as object, { selected: selectedFields(this.schema, request.document) });
    const operation = selectedOperation(request.document, request.operationName);
    if (operation?.operation !== 'query') return this.interpret(request);
    const coerced = getVariableValues(this.schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
      maxErrors: maxErrorsReturned,
      hideSuggestions: true,
    });
    if (coerced.errors) return { errors: coerced.errors.slice(0, maxErrorsReturned) };
    return this.runCompiled(request, operation, coerced.coerced) ?? this.interpret(request);
  };

  private async interpret({ document, operationName, variables, context }: ExecutionRequest): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
      fieldResolver: this.properties.resolve,
      hideSuggestions: true,
    });
  }

  private runCompiled(
    request: ExecutionRequest,
    operation: OperationDefinitionNode,
    variables: VariableValues,
  ): Promise<ExecutionResult> | null {
    const key = this.variantKey(request, variables);
    if (key === null) return null;
    const known = this.compiled.get(key);
    const compiled = known === undefined ? this.compile(request, operation, variables) : known;
    if (known === undefined) this.compiled.set(key, compiled, compiled?.fields);
    const result = compiled?.run(request.context, variables) ?? null;
    return result && result.catch((error: unknown) => this.interpretInstead(key, request, error));
  }

  /** Queries have no side effects: what broke half way is done again. */
  private interpretInstead(key: string, request: ExecutionRequest, error: unknown): Promise<ExecutionResult> {
    this.log.warn({ err: error, queryHash: request.queryHash }, 'compiled query failed, executed without compiling from now on');
    this.compiled.set(key, null);
    return this.interpret(request);
  }

  /** Null where the query is too new, or where its conditions are for graphql to refuse. */
  private variantKey(request: ExecutionRequest, variables: VariableValues): string | null {
    const query = this.query(request);
    if (++query.sightings < sightingsBeforeCompiling) return null;
    const conditions = query.conditions.map((name) => variables[name]);
    return conditions.every((value) => typeof value === 'boolean') ? `${query.key} ${conditions.join(' ')}` : null;
  }

  private compile(
    { document, queryHash }: ExecutionRequest,
    operation: OperationDefinitionNode,
    variables: VariableValues,
  ): CompiledQuery | null {
    this.compilerSchema ??= compilerSchema(this.schema, this.properties.withPromises);
    try {
      return compile(this.compilerSchema, document, operation, variables);
    } catch (error) {
      this.log.warn({ err: error, queryHash }, 'query could not be compiled');
      return null;
    }
  }

  private query({ queryHash, operationName, document }: ExecutionRequest): KnownQuery {
    const key = `${queryHash} ${operationName ?? ''}`;
    const known = this.queries.get(key);
    if (known) return known;
    const fresh: KnownQuery = { key, sightings: 0, conditions: conditionVariables(document) };
    this.queries.set(key, fresh);
    return fresh;
  }

  /** A property was found not to be plain: what is compiled may read it as if it were. */
  private forgetCompiled(): void {
    this.compilerSchema = null;
    this.queries.clear();
    this.compiled.clear();
  }
}
