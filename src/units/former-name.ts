import { Field, ObjectType } from 'type-graphql';
import { DateScalar, Public } from '../platform/graphql';

@Public()
@ObjectType({ simpleResolvers: true, description: 'A name that a unit bore before it was renamed. (曾用名)' })
export class FormerName {
  @Public()
  @Field({ description: 'The name. (名称)' })
  name!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Last day on which it was the name. (使用至)' })
  until!: string;
}
