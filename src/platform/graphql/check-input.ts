import { getMetadataStorage, validateOrReject, type ValidationError } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

const options = { skipMissingProperties: true, forbidUnknownValues: false };

const checkedProperties = new Map<unknown, readonly string[]>();

/**
 * Checks arguments by the rules of their class, as `validate: true` would. A list inside a list is asked with the same arguments for
 * every row above it, mostly without any that has a rule: these cost nothing.
 */
export async function checkInput(input: unknown): Promise<void> {
  const objects = (Array.isArray(input) ? (input as unknown[]) : [input]).filter(needsCheck);
  try {
    await Promise.all(objects.map((object) => validateOrReject(object, options)));
  } catch (errors) {
    throw new ArgumentValidationError(errors as ValidationError[]);
  }
}

/** Properties that are missing are not checked. */
function needsCheck(input: unknown): input is object {
  if (typeof input !== 'object' || input === null) return false;
  return propertiesOf(input.constructor).some((name) => (input as Record<string, unknown>)[name] != null);
}

/** Whether a class has any rule for its properties. */
export function hasRules(type: unknown): boolean {
  return propertiesOf(type).length > 0;
}

function propertiesOf(type: unknown): readonly string[] {
  let names = checkedProperties.get(type);
  if (!names) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(type as never, '', false, false);
    names = [...new Set(rules.map(({ propertyName }) => propertyName))];
    checkedProperties.set(type, names);
  }
  return names;
}
