import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  CommandInput,
  ConnectionArgs,
  connectionOf,
  listCost,
  Public,
  runCommand,
  UserError,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { licence } from '../catalogue';
import { datasets } from '../fields';
import { formats } from '../formats';
import { bareMediaTypeOf } from './media-type';
import { publishRelease } from './publish-release';
import { Release, ReleaseChange, ReleaseFile } from './release';
import { changesOfRelease, filesOfRelease, findRelease, listReleases } from './release.loaders';

const ReleaseConnection = connectionOf(Release, 'release');

@InputType({ description: 'A release of the open data to be taken. (发布数据版本)' })
class PublishReleaseInput extends CommandInput {}

@ObjectType({ simpleResolvers: true, description: 'What came of taking a release. (发布结果)' })
class PublishReleasePayload {
  @Field(() => Release, {
    nullable: true,
    description: 'The latest release; the one before where nothing has changed since. (数据发布版本)',
  })
  release!: Release | null;

  @Field({ description: 'Whether it is new; false where nothing has changed since the last one. (是否新版本)' })
  created!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => Release)
export class ReleaseResolver {
  @Public()
  @Query(() => Release, {
    nullable: true,
    description: 'A release of the open data; null where there is none of that number. (数据发布版本)',
  })
  release(
    @Ctx() context: RequestContext,
    @Arg('number', () => Int, { nullable: true, description: 'Number; the latest where omitted. (版本号)' }) number: number | null,
  ): Promise<Release | null> {
    return findRelease(context.reader, number ?? null);
  }

  @Public()
  @Query(() => ReleaseConnection, { description: 'Releases of the open data, the latest first. (数据发布版本列表)' })
  releases(@Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Promise<Page<Release>> {
    return listReleases(context, args);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => PublishReleasePayload, {
    description:
      'Takes a release of all that is public now, unless it is the same as the latest. Where that takes longer than a request may (UNAVAILABLE), it goes on: ask again with the same key. (发布数据版本)',
  })
  async publishRelease(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishReleaseInput, { description: 'The command. (输入)' }) input: PublishReleaseInput,
  ): Promise<PublishReleasePayload> {
    const { result, userErrors } = await runCommand(context, 'publishRelease', input, (manager, { subject }) =>
      publishRelease(manager, context.publicSnapshot!, { actor: subject }),
    );
    const release = result && (await findRelease(context.reader, result.number));
    return { release, created: result?.isNew ?? false, userErrors };
  }

  @Public()
  @listCost(datasets.length * formats.length)
  @FieldResolver(() => [ReleaseFile], { description: 'Its files. (数据文件)' })
  files(@Root() release: Release, @Ctx() context: RequestContext): Promise<ReleaseFile[]> {
    return filesOfRelease(context).load(release.id);
  }

  @Public()
  @listCost(datasets.length)
  @FieldResolver(() => [ReleaseChange], {
    description: 'How many rows of each dataset are other than in the release before; empty for the first. (与上一版的差异)',
  })
  changes(@Root() release: Release, @Ctx() context: RequestContext): Promise<ReleaseChange[]> {
    return changesOfRelease(context).load(release.id);
  }

  @Public()
  @FieldResolver(() => String, { description: 'Licence of the data, as an SPDX identifier. (许可)' })
  licence(): string {
    return licence.spdx;
  }
}

@Resolver(() => ReleaseFile)
export class ReleaseFileResolver {
  @Public()
  @FieldResolver(() => String, { description: 'Where it can be downloaded for good. (下载地址)' })
  url(@Root() file: ReleaseFile, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/data/releases/${file.releaseNumber}/${file.name}`;
  }

  @Public()
  @FieldResolver(() => String, { description: 'Its media type. (媒体类型)' })
  mediaType(@Root() file: ReleaseFile): string {
    return bareMediaTypeOf(file.name);
  }
}
