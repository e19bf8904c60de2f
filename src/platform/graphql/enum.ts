import { registerEnumType } from 'type-graphql';

/** Values of an enum with what each means, English with the Chinese term. */
export type EnumDescription<T extends string> = Readonly<Record<T, string>>;

const described = new WeakMap<object, EnumDescription<string>>();

/**
 * Registers a GraphQL enum whose values are their own names, and returns the enum object for decorators and checks.
 * A value without a description cannot be written.
 */
export function describeEnum<T extends string>(name: string, description: string, values: EnumDescription<T>): { [K in T]: K } {
  const enumObject = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { [K in T]: K };
  registerEnumType(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(Object.entries<string>(values).map(([value, text]) => [value, { description: text }])) as never,
  });
  described.set(enumObject, values);
  return enumObject;
}

/** The values of a described enum with what each means, English with the Chinese term. */
export function meaningsOf(enumObject: object): EnumDescription<string> {
  return described.get(enumObject) ?? {};
}
