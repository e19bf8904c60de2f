/** A piece of SQL with its parameters. Values never enter the text; pieces nest. */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  /** The statement as node-postgres takes it: `$1, $2 …` and the parameters in order. */
  compile(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    return { text: this.write(values), values };
  }

  private write(out: unknown[]): string {
    return this.strings.reduce((text, part, index) => {
      if (index === 0) return part;
      const value = this.values[index - 1];
      return text + (value instanceof Sql ? value.write(out) : `$${out.push(value)}`) + part;
    }, '');
  }
}

/** `sql\`select … where id = ${id}\``: interpolated values become parameters, interpolated pieces become text. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/** Trusted text as SQL. Only for names and keywords written in the source, never for input. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return raw('');
  return new Sql(['', ...Array<string>(pieces.length - 1).fill(separator), ''], pieces);
}

/**
 * Whether a key is one of these. One alone is compared by itself: PostgreSQL then finds that a plan made once serves all keys, while
 * it plans for each list of keys anew.
 */
export function isOneOf(column: string, keys: readonly number[]): Sql {
  return keys.length === 1 ? sql`${raw(column)} = ${keys[0]}` : sql`${raw(column)} = any(${keys}::int[])`;
}

/** Conditions joined with "and"; none is "true". */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0
    ? raw('true')
    : join(
        conditions.map((condition) => sql`(${condition})`),
        ' and ',
      );
}

/** A LIKE pattern that finds the text anywhere, with the text's own wildcards escaped. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
