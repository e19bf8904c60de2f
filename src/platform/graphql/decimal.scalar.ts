import { GraphQLScalarType, Kind } from 'graphql';
import { badUserInput } from './safe-error';

const help =
  'A decimal has at most 12 digits before the point and 4 behind, and no sign, such as "85.5". / 数值至多12位整数、4位小数，不带符号。';

function read(text: string): string {
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(text)) throw badUserInput(help);
  return text;
}

/** A number that is not rounded, as text. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'A decimal number as text, not rounded, such as `"85.5"`; a plain number is taken too. (十进制数)',
  serialize: (value) => String(value),
  parseValue: (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw badUserInput(help);
    return read(String(value));
  },
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING && node.kind !== Kind.INT && node.kind !== Kind.FLOAT) throw badUserInput(help);
    return read(node.value);
  },
});
