import { execute, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import {
  Arg,
  buildSchemaSync,
  createUnionType,
  Extensions,
  Field,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { derivePublicSchema } from '../../../src/platform/graphql/public-schema';

const Public = () => Extensions({ public: true });

enum Stage {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
}
registerEnumType(Stage, { name: 'Stage' });

@Public()
@InterfaceType()
abstract class Thing {
  @Public()
  @Field()
  id!: string;

  @Field()
  secretId!: string;
}

@ObjectType()
class Hidden {
  @Public()
  @Field()
  word!: string;
}

@ObjectType({ implements: Thing })
class HiddenThing extends Thing {
  @Field()
  more!: string;
}

@Public()
@ObjectType({ implements: Thing })
class Book extends Thing {
  @Public()
  @Field(() => Stage)
  stage!: Stage;

  @Field(() => Hidden)
  hidden!: Hidden;

  @Public()
  @Field(() => Int)
  twice(@Arg('of', () => Int) of: number, @Arg('inside', { nullable: true }) inside?: boolean): number {
    return inside ? 0 : of * 2;
  }
}

@Public()
@ObjectType()
class Film {
  @Public()
  @Field()
  title!: string;
}

const Found = createUnionType({ name: 'Found', types: () => [Book, Film, Hidden] as const });

@InputType()
class Filter {
  @Field({ nullable: true })
  text?: string;

  @Field(() => [Stage], { nullable: true })
  stages?: Stage[];
}

@InputType()
class Unused {
  @Field()
  nothing!: string;
}

@Resolver()
class Things {
  @Public()
  @Query(() => Thing, { nullable: true })
  thing(@Arg('filter', () => Filter, { nullable: true }) filter?: Filter): Thing {
    return Object.assign(new Book(), { id: filter?.text ?? 'b', secretId: 's', stage: Stage.OPEN });
  }

  @Public()
  @Query(() => [Found])
  found(): (Book | Film)[] {
    return [Object.assign(new Film(), { title: 'f' })];
  }

  @Query(() => Hidden)
  hidden(): Hidden {
    return new Hidden();
  }

  @Mutation(() => Book)
  write(@Arg('input', () => Unused) _input: Unused): Book {
    return new Book();
  }
}

const internalOnly = ['Stage.DRAFT', 'Filter.stages', 'Found.Hidden', 'Book.twice(inside:)'];
const full = (): GraphQLSchema => buildSchemaSync({ resolvers: [Things], orphanedTypes: [Book, Film, HiddenThing] });

describe('public schema', () => {
  const derived = derivePublicSchema(full(), { internalOnly });

  test('holds what is marked, and what that needs', () => {
    expect(printSchema(lexicographicSortSchema(derived))).toBe(`type Book implements Thing {
  id: String!
  stage: Stage!
  twice(of: Int!): Int!
}

type Film {
  title: String!
}

input Filter {
  text: String
}

union Found = Book | Film

type Query {
  found: [Found!]!
  thing(filter: Filter): Thing
}

enum Stage {
  OPEN
}

interface Thing {
  id: String!
}`);
  });

  test('resolves as the full schema does', async () => {
    const document = parse('{ thing(filter: { text: "x" }) { id ... on Book { stage twice(of: 4) } } found { __typename } }');
    expect(await execute({ schema: derived, document })).toEqual({
      data: { thing: { id: 'x', stage: 'OPEN', twice: 8 }, found: [{ __typename: 'Film' }] },
    });
  });

  test('leaves the full schema as it was', () => {
    const schema = full();
    const before = printSchema(schema);
    derivePublicSchema(schema, { internalOnly });
    expect(printSchema(schema)).toBe(before);
    expect(before).toContain('secretId');
  });

  test('a public field of an internal type is refused at the start', () => {
    expect(() => derivePublicSchema(full(), { internalOnly: internalOnly.filter((each) => each !== 'Found.Hidden') })).toThrow(
      'Query.found is public, but its type Hidden is not.',
    );
  });

  test('a coordinate that names nothing is refused at the start', () => {
    for (const wrong of ['Stage.DRAFTS', 'Filter.nope', 'Book.twice(nope:)', 'Nope.x', 'Book']) {
      expect(() => derivePublicSchema(full(), { internalOnly: [...internalOnly, wrong] })).toThrow(`internalOnly names ${wrong}`);
    }
  });

  test('a public type that lacks the mark on an inherited field is refused at the start', () => {
    const broken = full();
    const book = broken.getType('Book') as unknown as { getFields(): Record<string, { extensions: object }> };
    book.getFields()['id']!.extensions = {};
    expect(() => derivePublicSchema(broken, { internalOnly })).toThrow('Thing.id');
  });
});
