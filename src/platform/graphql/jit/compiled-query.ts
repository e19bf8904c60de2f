import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { fieldsToCompile } from './compilable';
import { Execution } from './execution';
import { prepareDocument, type VariableValues } from './prepared-document';
import { rebuiltError } from './rebuilt-errors';

export interface CompiledQuery {
  /** Null where these variables need graphql's own executor; rejects where compiled code broke. */
  run: (context: unknown, variables: VariableValues) => Promise<ExecutionResult> | null;
  /** Fields written out as code; each takes about 4 KB. */
  fields: number;
}

/** Null where the query cannot be compiled, or is better not. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): CompiledQuery | null {
  const prepared = prepareDocument(schema, document, operation, variables);
  const preparedOperation = prepared.document.definitions.find((each) => each.kind === operation.kind) as OperationDefinitionNode;
  const fields = fieldsToCompile(schema, prepared.document, preparedOperation);
  if (fields === null) return null;
  const compiled = compileQuery(schema, prepared.document);
  if (!isCompiledQuery(compiled)) return null;
  const run: CompiledQuery['run'] = (context, values) => {
    const bound = prepared.bind(values);
    return bound && guardedRun((execution) => compiled.query(execution, context, bound));
  };
  return { run, fields };
}

async function guardedRun(start: (execution: Execution) => ExecutionResult | Promise<ExecutionResult>): Promise<ExecutionResult> {
  const execution = new Execution();
  const result = await Promise.race([start(execution), execution.failed]);
  return result.errors ? { ...result, errors: result.errors.map(rebuiltError) } : result;
}
