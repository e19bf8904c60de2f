import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { schemas } from '../../src/app/schema';

interface Described {
  coordinate: string;
  description: string | null | undefined;
}

const chinese = /\p{Script=Han}/u;
const english = /[A-Za-z]{2,}/;

const describedAs = (coordinate: string, { description }: { description?: string | null }): Described => ({ coordinate, description });

function membersOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) return type.getValues().map((value) => describedAs(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => describedAs(`${type.name}.${field.name}`, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    describedAs(`${type.name}.${field.name}`, field),
    ...field.args.map((argument) => describedAs(`${type.name}.${field.name}(${argument.name}:)`, argument)),
  ]);
}

function everythingIn(schema: GraphQLSchema): Described[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [describedAs(type.name, type), ...membersOf(type)]);
}

test.each(['public', 'internal'] as const)(
  'every type, field, argument, input field and enum value of the %s schema is described in English with the Chinese term',
  (audience) => {
    const everything = everythingIn(schemas()[audience]);
    const undescribed = everything.filter(({ description }) => !chinese.test(description ?? '') || !english.test(description ?? ''));
    expect(everything.length).toBeGreaterThan(100);
    expect(undescribed.map(({ coordinate, description }) => `${coordinate}: ${description ?? ''}`)).toEqual([]);
  },
);
