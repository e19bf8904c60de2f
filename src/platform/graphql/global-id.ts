import { badUserInput } from './safe-error';

/** The largest key PostgreSQL's integer holds; a larger one in an id names nothing. */
export const largestKey = 2_147_483_647;

export interface GlobalId {
  typeName: string;
  key: number;
}

/** The opaque id under which a record is known to clients, across all types. */
export function globalId(typeName: string, key: number): string {
  return Buffer.from(`${typeName}:${key}`, 'utf8').toString('base64url');
}

/** Reads an id that a client sent; null where it is none of ours. */
export function tryReadGlobalId(id: string): GlobalId | null {
  const match = /^([A-Za-z]+):([1-9][0-9]{0,9})$/.exec(Buffer.from(id, 'base64url').toString('utf8'));
  if (!match || globalId(match[1]!, Number(match[2])) !== id) return null;
  return { typeName: match[1]!, key: Number(match[2]) };
}

/** Reads an id of any type. BAD_USER_INPUT where the text is no id. */
export function readGlobalId(id: string): GlobalId {
  const read = tryReadGlobalId(id);
  if (!read) throw badUserInput(`'${shorten(id)}' is not an id that this API gave out. / 不是本接口给出的标识。`);
  return read;
}

/** Reads an id that must be of one type. The key names nothing where it exceeds what the database can hold. */
export function readKey(id: string, typeName: string): number {
  const read = readGlobalId(id);
  if (read.typeName !== typeName)
    throw badUserInput(`'${shorten(id)}' is an id of ${read.typeName}, not of ${typeName}. / 标识的类型不对。`);
  return read.key > largestKey ? 0 : read.key;
}

export function readKeys(ids: readonly string[], typeName: string): number[] {
  return ids.map((id) => readKey(id, typeName));
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
