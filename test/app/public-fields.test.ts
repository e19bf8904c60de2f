import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { schemas } from '../../src/app/schema';
import { packageRoot } from '../../src/platform/package-root';

const register = 'test/fixtures/public-fields.txt';

function coordinatesOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => `${type.name}.${name}`);
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
  return Object.values(type.getFields()).map(({ name, args }) => {
    const names = args.map((argument) => argument.name).sort();
    return `${type.name}.${name}${names.length > 0 ? `(${names.join(', ')})` : ''}`;
  });
}

function coordinates(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap(coordinatesOf).sort();
}

describe('the public schema', () => {
  const found = coordinates(schemas().public);

  it('has the fields, arguments and values that are registered by name, and no other', () => {
    const registered = readFileSync(join(packageRoot(__dirname), register), 'utf8')
      .trim()
      .split('\n');
    const added = found.filter((each) => !registered.includes(each));
    const gone = registered.filter((each) => !found.includes(each));
    if (added.length + gone.length > 0) {
      const lines = [...added.map((each) => `+ ${each}`), ...gone.map((each) => `- ${each}`)].join('\n');
      throw new Error(
        `What everyone can ask for has changed:\n${lines}\n` +
          `Must the public see what is new, whoever it is about? Then write it into ${register}, in order; else take its public mark away.\n` +
          'What is gone may be in use: it stays, deprecated, for at least one release.',
      );
    }
    expect(registered).toEqual(found);
  });

  it('can change nothing', () => {
    expect(schemas().public.getMutationType()).toBeUndefined();
    expect(schemas().public.getSubscriptionType()).toBeUndefined();
  });

  it('has nothing of what is for the offices alone', () => {
    const internal = coordinates(schemas().internal);
    for (const inner of ['Plan.version', 'Task.version', 'PlanState.DRAFT', 'PlanState.IN_REVIEW']) {
      expect(internal).toContain(inner);
      expect(found).not.toContain(inner);
    }
    expect(
      found.filter((each) =>
        /password|secret|token|email|phone|canonicalKey|isReference|selectors|[a-z]\.published$|[a-z]\.content$/.test(each),
      ),
    ).toEqual([]);
  });

  it('is a part of the internal one, with the same types', () => {
    for (const [name, type] of Object.entries(schemas().public.getTypeMap())) {
      const inner = schemas().internal.getType(name);
      if (!isObjectType(type) || !isObjectType(inner)) continue;
      for (const field of Object.values(type.getFields()))
        expect([name, field.name, String(field.type)]).toEqual([name, field.name, String(inner.getFields()[field.name]!.type)]);
    }
  });

  it('has nothing that is on its way out', () => {
    const types = Object.values(schemas().public.getTypeMap());
    const members = types.flatMap((type) =>
      isEnumType(type) ? type.getValues() : isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [],
    );
    expect(members.filter(({ deprecationReason }) => deprecationReason != null).map(({ name }) => name)).toEqual([]);
  });
});
