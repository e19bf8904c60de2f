import { types, type CustomTypesConfig } from 'pg';

/** Object identifiers of PostgreSQL's types that are read otherwise than node-postgres does by default. */
const oid = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182, textArray: 1009 } as const;

type ParseText = (text: string) => unknown;

const parseTextArray = types.getTypeParser(oid.textArray as number) as unknown as (text: string) => (string | null)[];

/** Beyond 2^53 a number would silently be another one, so that it stays text. */
function parseInt8(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

const parsers: Readonly<Record<number, ParseText>> = {
  [oid.int8]: parseInt8,
  [oid.int8Array]: (text) => parseTextArray(text).map((item) => (item === null ? null : parseInt8(item))),
  // A day has no time zone: a Date would move it.
  [oid.date]: (text) => text,
  [oid.dateArray]: parseTextArray,
};

export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((typeOid: number, format?: 'text' | 'binary') => {
    const parser = format === 'binary' ? undefined : parsers[typeOid];
    return parser ?? (types.getTypeParser(typeOid, format) as ParseText);
  }) as CustomTypesConfig['getTypeParser'],
};
