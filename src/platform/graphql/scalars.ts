import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject, GraphQLLocalDate } from 'graphql-scalars';
import { badUserInput } from './safe-error';

/** PostgreSQL's dates run further, but no plan does; outside these years a value is a slip. */
function withinYears<T>(value: T, year: number): T {
  if (year < 1 || year > 9999) throw badUserInput('A date must lie between the years 0001 and 9999. / 日期须在公元1年至9999年之间。');
  return value;
}

const localDate = GraphQLLocalDate.toConfig();

/** A calendar day as text, YYYY-MM-DD: no time, no zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...localDate,
  name: 'Date',
  description: 'A calendar day in Asia/Shanghai, `YYYY-MM-DD`, such as `2023-08-31`. (日期)',
  specifiedByURL: undefined,
  parseValue: (value) => withinYears(String(localDate.parseValue(value)), Number(String(value).slice(0, 4))),
  parseLiteral: (node, variables) => {
    const day = String(localDate.parseLiteral(node, variables));
    return withinYears(day, Number(day.slice(0, 4)));
  },
});

const dateTime = GraphQLDateTimeISO.toConfig();

/** An instant, in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...dateTime,
  name: 'DateTime',
  description: 'An instant as ISO 8601 in UTC, such as `2023-08-31T08:00:00.000Z`. (时刻，世界协调时)',
  specifiedByURL: undefined,
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: (value) => {
    const instant = dateTime.parseValue(value);
    return withinYears(instant, instant.getUTCFullYear());
  },
  parseLiteral: (node, variables) => {
    const instant = dateTime.parseLiteral(node, variables);
    return withinYears(instant, instant.getUTCFullYear());
  },
});

/** An object whose fields differ from record to record. */
export const JsonObjectScalar = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  name: 'JSONObject',
  description: 'An object whose fields differ from record to record. (JSON 对象)',
  specifiedByURL: undefined,
});
