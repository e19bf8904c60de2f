import { IsNotEmpty, MaxLength } from 'class-validator';
import { Arg, Authorized, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { CommandInput, Public, readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { SourceDocument, sourceDocumentByKey } from '../../plans';
import { removeSourceFile } from './remove-source-file';

@InputType({ description: 'A source file that may not be kept. (移除来源文件)' })
class RemoveSourceFileInput extends CommandInput {
  @Field(() => ID, { description: 'The source document. (来源文件标识)' })
  sourceDocumentId!: string;

  @Field({ description: 'Why, shown to the public for good: which law, which decision; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a removal. (移除结果)' })
class RemoveSourceFilePayload {
  @Field(() => SourceDocument, { nullable: true, description: 'The source document as it is now; null where it was refused. (来源文件)' })
  sourceDocument!: SourceDocument | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => SourceDocument)
export class SourceDocumentResolver {
  @Public()
  @FieldResolver(() => String, { description: 'Where the file can be downloaded; answers 410 once it is removed. (下载地址)' })
  url(@Root() document: SourceDocument, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/documents/${document.sha256}`;
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => RemoveSourceFilePayload, {
    description:
      'Takes the bytes of a source file away for good; hash, time and reason stay and are public. The plan that was read from it stays: withdraw it by `withdrawPlan`. CONFLICT where they are gone. (依法移除来源文件)',
  })
  async removeSourceFile(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveSourceFileInput, { description: 'Which file, and why. (输入)' }) input: RemoveSourceFileInput,
  ): Promise<RemoveSourceFilePayload> {
    const id = readKey(input.sourceDocumentId, 'SourceDocument');
    const { userErrors } = await runCommand(context, 'removeSourceFile', input, async (manager, { subject }) => {
      await removeSourceFile(manager, id, input.reason, subject);
      return { id };
    });
    return { sourceDocument: userErrors.length > 0 ? null : await sourceDocumentByKey(context).load(id), userErrors };
  }
}
