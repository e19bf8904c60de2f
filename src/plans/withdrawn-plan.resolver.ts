import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { raw, sql } from '../platform/database';
import {
  ConnectionArgs,
  connectionOf,
  haveWords,
  hydrate,
  loadOne,
  paginate,
  Public,
  readKeys,
  registerNode,
  textHelp,
  type Page,
  type RequestContext,
} from '../platform/graphql';
import { WithdrawnPlan } from './withdrawn-plan';

const WithdrawnPlanConnection = connectionOf(WithdrawnPlan, 'withdrawn plan');

const columns = `w.id, w.slug, w.title, w.document_number as "documentNumber", w.source_sha256 as "sourceSha256", w.reason,
  w.withdrawn_at as "withdrawnAt", w.published, w.updated_at as "updatedAt"`;

const toWithdrawnPlan = (row: object): WithdrawnPlan => hydrate(WithdrawnPlan, row);

const withdrawnPlanByKey = loadOne<number, WithdrawnPlan>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${columns} from withdrawn_plan w where w.id = any($1) and w.published`, [keys])).map(
      toWithdrawnPlan,
    ),
  (plan) => plan.id,
);

registerNode('WithdrawnPlan', (context, key) => withdrawnPlanByKey(context).load(key));

@InputType({ description: 'Which withdrawn plans; fields combine with "and", lists mean "any of". (已撤回要点筛选)' })
class WithdrawnPlanFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids under which the plans were known. (原要点标识)' })
  @IsOptional()
  @ArrayMaxSize(250)
  planIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names by which their pages were known. (原网址名)' })
  @IsOptional()
  @ArrayMaxSize(250)
  slugs?: string[] | null;

  @Field(() => String, { nullable: true, description: `Text in the title or the document number. ${textHelp} (标题或文号含)` })
  @IsOptional()
  text?: string | null;
}

function listWithdrawnPlans(
  context: RequestContext,
  args: ConnectionArgs,
  filter: WithdrawnPlanFilter | null,
): Promise<Page<WithdrawnPlan>> {
  return paginate(context, args, {
    list: 'withdrawn plans',
    columns,
    from: raw('withdrawn_plan w'),
    where: [
      raw('w.published'),
      ...(filter?.planIds ? [sql`w.id = any(${readKeys(filter.planIds, 'Plan')}::int[])`] : []),
      ...(filter?.slugs ? [sql`w.slug = any(${filter.slugs}::text[])`] : []),
      ...(filter?.text ? haveWords(filter.text, ['w.title', 'w.document_number']) : []),
    ],
    order: [
      { expression: 'w.withdrawn_at', type: 'timestamptz', direction: 'DESC' },
      { expression: 'w.id', type: 'integer', direction: 'DESC' },
    ],
    toNode: toWithdrawnPlan,
  });
}

@Resolver(() => WithdrawnPlan)
export class WithdrawnPlanResolver {
  @Public()
  @Query(() => WithdrawnPlanConnection, {
    description: 'Plans that were taken away from the public, the latest first: why and when, nothing of what they said. (已撤回的要点)',
  })
  withdrawnPlans(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => WithdrawnPlanFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: WithdrawnPlanFilter | null,
  ): Promise<Page<WithdrawnPlan>> {
    return listWithdrawnPlans(context, args, filterBy);
  }
}
