import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject, GraphQLLocalDate } from 'graphql-scalars';
import { badUserInput } from './safe-error';

const dayHelp = 'A date is written YYYY-MM-DD, between the years 0001 and 9999. / 日期须写作 YYYY-MM-DD，公元1年至9999年。';
const instantHelp =
  'An instant is written as ISO 8601 with its offset, such as 2023-08-31T08:00:00Z, between the years 0001 and 9999. / 时刻须写作带时区的 ISO 8601 格式，公元1年至9999年。';

/**
 * What is no such value is the caller's slip, wherever it stands: as a variable or in the document. PostgreSQL's dates run
 * further than these years, but no plan does.
 */
function readWithinYears<T>(read: () => T, yearOf: (value: T) => number, help: string): T {
  const value = attempt(read, help);
  const year = yearOf(value);
  if (year < 1 || year > 9999) throw badUserInput(help);
  return value;
}

function attempt<T>(read: () => T, help: string): T {
  try {
    return read();
  } catch {
    throw badUserInput(help);
  }
}

const localDate = GraphQLLocalDate.toConfig();
const readDay = (read: () => unknown) =>
  readWithinYears(
    () => String(read()),
    (day) => Number(day.slice(0, 4)),
    dayHelp,
  );

/** A calendar day as text, YYYY-MM-DD: no time, no zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...localDate,
  name: 'Date',
  description: 'A calendar day in Asia/Shanghai, `YYYY-MM-DD`, such as `2023-08-31`. (日期)',
  specifiedByURL: undefined,
  parseValue: (value) => readDay(() => localDate.parseValue(value)),
  parseLiteral: (node, variables) => readDay(() => localDate.parseLiteral(node, variables)),
});

const dateTime = GraphQLDateTimeISO.toConfig();
const readInstant = (read: () => Date) => readWithinYears(read, (instant) => instant.getUTCFullYear(), instantHelp);

/** An instant, in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...dateTime,
  name: 'DateTime',
  description: 'An instant as ISO 8601 in UTC, such as `2023-08-31T08:00:00.000Z`; any offset is taken. (时刻，世界协调时)',
  specifiedByURL: undefined,
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: (value) => readInstant(() => dateTime.parseValue(value)),
  parseLiteral: (node, variables) => readInstant(() => dateTime.parseLiteral(node, variables)),
});

/** An object whose fields differ from record to record. */
export const JsonObjectScalar = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  name: 'JSONObject',
  description: 'An object whose fields differ from record to record. (JSON 对象)',
  specifiedByURL: undefined,
});
