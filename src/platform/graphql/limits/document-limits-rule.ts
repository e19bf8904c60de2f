import { Kind, type ASTVisitor, type DocumentNode, type ValidationContext } from 'graphql';
import { complexityLimitExceeded, type SafeError } from '../safe-error';
import { DocumentMeasure, type DocumentSize } from './document-size';
import { documentLimits } from './limits';

/** More errors than graphql collects before it gives up, whatever its limit is set to. */
const enoughToStop = 101;

/**
 * Refuses operations that are too deep or too wide. It looks before the other rules have begun to compare fields, and ends
 * validation there: on documents like these they take a hundred times as long.
 */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const errors = excesses(document);
      for (let reported = 0; errors.length > 0 && reported < enoughToStop; reported++) {
        context.reportError(errors[Math.min(reported, errors.length - 1)] as SafeError);
      }
    },
  };
}

function excesses(document: DocumentNode): SafeError[] {
  const measure = new DocumentMeasure(document);
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? exceededLimits(measure.operation(definition)) : [],
  );
}

function exceededLimits(size: DocumentSize): SafeError[] {
  const names = Object.keys(documentLimits) as (keyof DocumentSize)[];
  return names
    .filter((name) => size[name] > documentLimits[name])
    .map((name) => complexityLimitExceeded(`Too large: ${name} ${size[name]}, at most ${documentLimits[name]}.`));
}
