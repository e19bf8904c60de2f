import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { listCost, Public, type RequestContext } from '../platform/graphql';
import { datasets } from './datasets';
import { Release, ReleaseFile } from './release';
import { filesOfRelease, findRelease } from './release.loaders';

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
    return findRelease(context, number ?? null);
  }

  @Public()
  @listCost(datasets.length)
  @FieldResolver(() => [ReleaseFile], { description: 'Its files. (数据文件)' })
  files(@Root() release: Release, @Ctx() context: RequestContext): Promise<ReleaseFile[]> {
    return filesOfRelease(context).load(release.id);
  }

  @Public()
  @FieldResolver(() => String, { description: 'Licence of the data, as an SPDX identifier. (许可)' })
  licence(): string {
    return 'CC-BY-4.0';
  }
}

@Resolver(() => ReleaseFile)
export class ReleaseFileResolver {
  @Public()
  @FieldResolver(() => String, { description: 'Where it can be downloaded for good. (下载地址)' })
  url(@Root() file: ReleaseFile, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/data/releases/${file.releaseNumber}/${file.name}`;
  }
}
