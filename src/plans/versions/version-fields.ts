import { Field, ObjectType } from 'type-graphql';
import { Public } from '../../platform/graphql';

@Public()
@ObjectType({ simpleResolvers: true, description: 'A field that a version made other than it was. (字段差异)' })
export class FieldDifference {
  @Public()
  @Field({ description: 'The field by its name in this API, such as `text` or `deadline.dueOn`. (字段)' })
  field!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'What it said, lists one item a line; null where it said nothing. (之前)' })
  before!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'What it says, lists one item a line; null for nothing. (之后)' })
  after!: string | null;
}

@ObjectType({ description: 'A correction that holds against what a new document says. (更正与新文件不一致)' })
export class VersionConflict {
  taskId!: number | null;

  @Field({
    description: 'The field by its name in this API; `tasks` where a person had taken out a task that the document words anew. (字段)',
  })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What a person made it say; it stays. Null for nothing. (更正后内容)' })
  kept!: string | null;

  @Field(() => String, { nullable: true, description: 'What the document says; null for nothing. (文件内容)' })
  document!: string | null;
}
