import { badUserInput, type SafeError } from './safe-error';

/** The parts of class-validator's errors that may be shown: it also keeps the object and the values. */
interface FieldError {
  property: string;
  constraints?: Record<string, string>;
  children?: FieldError[];
}

interface InvalidField {
  field: string;
  message: string;
}

/** BAD_USER_INPUT with the name of each field that is wrong, and what it should be. */
export function invalidFields(errors: readonly FieldError[] | undefined): SafeError {
  const fields = (errors ?? []).flatMap((error) => listed(error, ''));
  return badUserInput(fields.map(({ field, message }) => `${field}: ${message}`).join('; ') || 'Invalid input', { fields });
}

function listed({ property, constraints = {}, children = [] }: FieldError, parent: string): InvalidField[] {
  const field = parent ? `${parent}.${property}` : property;
  const own = Object.values(constraints).map((message) => ({ field, message }));
  return [...own, ...children.flatMap((child) => listed(child, field))];
}
