import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  astFromValue,
  getNamedType,
  GraphQLSchema,
  GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  validateSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { isPublicField, isPublicType } from './public-mark';

export interface PublicSchemaOptions {
  /**
   * What would follow its owner into the public schema, and must not: `Enum.VALUE`, `Input.field`, `Union.Member`,
   * `Type.field(argument:)`.
   */
  internalOnly?: readonly string[];
}

/**
 * The schema without everything that is not marked public. Types and fields need the mark of their own; scalars, enums,
 * inputs, arguments and members of unions are there where something public reaches them. Resolvers stay as they are.
 * Throws where the marks do not make a whole.
 */
export function derivePublicSchema(full: GraphQLSchema, { internalOnly = [] }: PublicSchemaOptions = {}): GraphQLSchema {
  const hidden = new Set(internalOnly);
  const faults = [...unknownCoordinates(full, internalOnly), ...unservedFields(full, hidden)];
  if (faults.length > 0) throw new PublicSchemaFault(faults);
  const pruned = pruneSchema(withoutInternal(full, hidden));
  // A schema made from one that was found valid counts as valid unseen.
  const derived = new GraphQLSchema({ ...pruned.toConfig(), assumeValid: false });
  const remaining = [...validateSchema(derived).map((error) => error.message), ...unwritableDefaults(derived)];
  if (remaining.length > 0) throw new PublicSchemaFault(remaining);
  return derived;
}

/** Marks that contradict each other; found when the server starts, never by a caller. */
class PublicSchemaFault extends Error {
  constructor(faults: readonly string[]) {
    super(`The public schema cannot be derived:\n- ${faults.join('\n- ')}`);
    this.name = 'PublicSchemaFault';
  }
}

function withoutInternal(full: GraphQLSchema, hidden: ReadonlySet<string>): GraphQLSchema {
  const query = full.getQueryType()?.name;
  return mapSchema(full, {
    [MapperKind.MUTATION]: () => null,
    [MapperKind.SUBSCRIPTION]: () => null,
    [MapperKind.OBJECT_TYPE]: (type) => (type.name === query || isPublicType(type) ? undefined : null),
    [MapperKind.INTERFACE_TYPE]: (type) => (isPublicType(type) ? undefined : null),
    [MapperKind.COMPOSITE_FIELD]: (field, name, type) => {
      if (!isPublicField(field)) return null;
      const args = Object.entries(field.args ?? {}).filter(([argument]) => !hidden.has(`${type}.${name}(${argument}:)`));
      return { ...field, args: Object.fromEntries(args) };
    },
    [MapperKind.INPUT_OBJECT_FIELD]: (_field, name, type) => (hidden.has(`${type}.${name}`) ? null : undefined),
    [MapperKind.ENUM_VALUE]: (_value, type, _schema, name) => (hidden.has(`${type}.${name}`) ? null : undefined),
    [MapperKind.UNION_TYPE]: (type) => {
      const types = type.getTypes().filter((member) => !hidden.has(`${type.name}.${member.name}`));
      return new GraphQLUnionType({ ...type.toConfig(), types });
    },
  });
}

/** Public fields whose type is not there for the public, or has nothing to show it. */
function unservedFields(full: GraphQLSchema, hidden: ReadonlySet<string>): string[] {
  const query = full.getQueryType();
  const faults: string[] = [];
  for (const type of Object.values(full.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || !(type === query || isPublicType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isPublicField(field)) continue;
      for (const returned of returnedTypes(getNamedType(field.type), hidden)) {
        const fault = unservedReason(returned);
        if (fault) faults.push(`${type.name}.${field.name} is public, but ${fault}`);
      }
    }
  }
  return faults;
}

function returnedTypes(type: GraphQLNamedType, hidden: ReadonlySet<string>): readonly GraphQLNamedType[] {
  return isUnionType(type) ? type.getTypes().filter((member) => !hidden.has(`${type.name}.${member.name}`)) : [type];
}

function unservedReason(type: GraphQLNamedType): string | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  if (!isPublicType(type)) return `its type ${type.name} is not.`;
  return Object.values(type.getFields()).some(isPublicField) ? null : `its type ${type.name} has no public field.`;
}

/** A coordinate that names nothing protects nothing. */
function unknownCoordinates(full: GraphQLSchema, coordinates: readonly string[]): string[] {
  return coordinates.filter((each) => !names(full, each)).map((each) => `internalOnly names ${each}, which does not exist.`);
}

function names(full: GraphQLSchema, coordinate: string): boolean {
  const [, typeName = '', member = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = full.getType(typeName);
  if (argument !== undefined) {
    return (isObjectType(type) || isInterfaceType(type)) && !!type.getFields()[member]?.args.some((each) => each.name === argument);
  }
  if (isEnumType(type)) return type.getValue(member) !== undefined && type.getValue(member) !== null;
  if (isInputObjectType(type)) return member in type.getFields();
  return isUnionType(type) && type.getTypes().some((each) => each.name === member);
}

/** Defaults that use what the public does not have. */
function unwritableDefaults(derived: GraphQLSchema): string[] {
  const faults: string[] = [];
  for (const type of Object.values(derived.getTypeMap())) {
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) check(field, `${type.name}.${field.name}`);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        for (const argument of field.args) check(argument, `${type.name}.${field.name}(${argument.name}:)`);
      }
    }
  }
  return faults;

  function check(input: GraphQLArgument | GraphQLInputField, coordinate: string): void {
    try {
      astFromValue(input.defaultValue, input.type);
    } catch {
      faults.push(`The default of ${coordinate} uses an internal value.`);
    }
  }
}
