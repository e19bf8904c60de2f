import { getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** The operation a request means; undefined where it names none, or leaves the choice among several open. */
export function selectedOperation(document: DocumentNode, operationName: string | null | undefined): OperationDefinitionNode | undefined {
  return getOperationAST(document, operationName) ?? undefined;
}
