import { badUserInput } from '../safe-error';
import { maxListItems, maxVariableDepth } from './limits';
import { unsafeTextReason } from './unsafe-text';

interface Visit {
  value: unknown;
  depth: number;
}

/**
 * Walks everything a client sent as variables, known to the operation or not. Without recursion: the depth of JSON is
 * the client's choice. BAD_USER_INPUT for unsafe text, long lists and deep nesting.
 */
export function checkVariables(variables: Readonly<Record<string, unknown>> | undefined): void {
  if (!variables) return;
  for (const [name, value] of Object.entries(variables)) {
    const reason = unsafeTextReason(name) ?? refusal(value);
    if (reason) throw badUserInput(`Variable "$${printable(name)}": ${reason}`);
  }
}

function refusal(variable: unknown): string | null {
  const pending: Visit[] = [{ value: variable, depth: 1 }];
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const reason = ownRefusal(visit) ?? pushChildren(visit, pending);
    if (reason) return reason;
  }
  return null;
}

function ownRefusal({ value, depth }: Visit): string | null {
  if (typeof value === 'string') return unsafeTextReason(value);
  if (typeof value !== 'object' || value === null) return null;
  if (depth > maxVariableDepth) return `nested deeper than ${maxVariableDepth} levels.`;
  if (Array.isArray(value) && value.length > maxListItems) return `a list has ${value.length} items, at most ${maxListItems}.`;
  return null;
}

function pushChildren({ value, depth }: Visit, pending: Visit[]): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    const reason = unsafeTextReason(key);
    if (reason) return reason;
    pending.push({ value: child, depth: depth + 1 });
  }
  return null;
}

/** Names of variables come from outside too: long or odd ones are not repeated in messages. */
function printable(name: string): string {
  return /^\w{1,64}$/.test(name) ? name : '…';
}
