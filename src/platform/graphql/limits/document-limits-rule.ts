import { Kind, type ASTVisitor, type ValidationContext } from 'graphql';
import { complexityLimitExceeded } from '../safe-error';
import { DocumentMeasure, type DocumentSize } from './document-size';
import { documentLimits } from './limits';

/** Refuses operations that are too deep or too wide, before anything is executed. */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const measure = new DocumentMeasure(document);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const message of exceededLimits(measure.operation(definition))) context.reportError(complexityLimitExceeded(message));
      }
    },
  };
}

function exceededLimits(size: DocumentSize): string[] {
  const names = Object.keys(documentLimits) as (keyof DocumentSize)[];
  return names
    .filter((name) => size[name] > documentLimits[name])
    .map((name) => `Too large: ${name} ${size[name]}, at most ${documentLimits[name]}.`);
}
