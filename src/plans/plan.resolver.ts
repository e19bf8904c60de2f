import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { badUserInput, ConnectionArgs, connectionOf, listCost, Public, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Region, regionByKey } from '../regions';
import { Unit, unitByKey } from '../units';
import { Category } from './category';
import { normaliseDocumentNumber } from './document-number';
import { Annex, Plan, PlanBasis } from './plan';
import { PlanFilter, PlanOrder } from './plan.inputs';
import {
  annexesOfPlan,
  basisOfPlan,
  categoriesOfPlan,
  planByDocumentNumber,
  planByKey,
  planBySlug,
  sourceDocumentByKey,
} from './plan.loaders';
import { listPlans, listPlansOfRegion } from './plan.read-model';
import { SourceDocument } from './source-document';
import { TaskFilter, TaskOrder } from './task.inputs';
import { listTasksOfPlan } from './task.read-model';
import { TaskConnection } from './task.resolver';
import { Task } from './task';

const PlanConnection = connectionOf(Plan, 'plan');

const orderHelp = 'Order; by region, then year where omitted. (排序)';

@Resolver(() => Plan)
export class PlanResolver {
  @Public()
  @Query(() => Plan, { nullable: true, description: 'One plan, by id, document number or slug; null where there is none. (查一份要点)' })
  plan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Global id. (要点标识)' }) id: string | null,
    @Arg('documentNumber', () => String, {
      nullable: true,
      description: 'Document number, whatever brackets the year stands in. (发文字号)',
    })
    documentNumber: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'Name of the plan in addresses. (网址名)' }) slug: string | null,
  ): Promise<Plan | null> {
    if ([id, documentNumber, slug].filter((each) => each != null).length !== 1)
      throw badUserInput('Give one of `id`, `documentNumber` and `slug`. / id、documentNumber 与 slug 须给且只给一个。');
    if (id != null) return planByKey(context).load(readKey(id, 'Plan'));
    if (slug != null) return planBySlug(context).load(slug);
    return planByDocumentNumber(context).load(normaliseDocumentNumber(documentNumber!));
  }

  @Public()
  @Query(() => PlanConnection, { description: 'Plans. (要点列表)' })
  plans(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => PlanFilter, { nullable: true, description: 'Which plans; all where omitted. (筛选)' })
    filterBy: PlanFilter | null,
    @Arg('orderBy', () => PlanOrder, { nullable: true, description: orderHelp }) orderBy: PlanOrder | null,
  ): Promise<Page<Plan>> {
    return listPlans(context, args, filterBy, orderBy);
  }

  @Public()
  @FieldResolver(() => Region, { description: 'Region for whose work it is set. (发文区域)' })
  region(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Region | null> {
    return regionByKey(context).load(plan.regionId);
  }

  @Public()
  @FieldResolver(() => Unit, { nullable: true, description: 'Issuing unit; null where the document prints none. (发文机关)' })
  issuingUnit(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return plan.issuingUnitId === null ? null : unitByKey(context).load(plan.issuingUnitId);
  }

  @Public()
  @FieldResolver(() => TaskConnection, { description: "Its tasks, in the document's order where no other is asked for. (任务)" })
  tasks(
    @Root() plan: Plan,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => TaskFilter, { nullable: true, description: 'Which tasks; all where omitted. (筛选)' })
    filterBy: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true, description: 'Order; by number where omitted. (排序)' }) orderBy: TaskOrder | null,
  ): Promise<Page<Task>> {
    return listTasksOfPlan(context, plan.id, args, filterBy, orderBy);
  }

  @Public()
  @listCost(30)
  @FieldResolver(() => [Category], { description: 'Its whole tree of categories, in printed order. (工作任务分类)' })
  categories(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Category[]> {
    return categoriesOfPlan(context).load(plan.id);
  }

  @Public()
  @listCost(3)
  @FieldResolver(() => [PlanBasis], { description: 'Documents on which it bases itself, in printed order. (依据文件)' })
  basis(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<PlanBasis[]> {
    return basisOfPlan(context).load(plan.id);
  }

  @Public()
  @listCost(3)
  @FieldResolver(() => [Annex], { description: 'What its annexes hold besides tasks. (附件)' })
  annexes(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<Annex[]> {
    return annexesOfPlan(context).load(plan.id);
  }

  @Public()
  @FieldResolver(() => SourceDocument, { description: 'The file from which it was read. (来源文件)' })
  sourceDocument(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<SourceDocument | null> {
    return sourceDocumentByKey(context).load(plan.sourceDocumentId);
  }

  @Public()
  @FieldResolver(() => String, { description: 'Its page on the portal. (网页地址)' })
  url(@Root() plan: Plan, @Ctx() context: RequestContext): string {
    return `${context.publicBaseUrl}/plans/${plan.slug}`;
  }
}

@Resolver(() => PlanBasis)
export class PlanBasisResolver {
  @Public()
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The cited document, where it is itself a plan here; null otherwise. (对应要点)',
  })
  plan(@Root() basis: PlanBasis, @Ctx() context: RequestContext): Promise<Plan | null> | null {
    return basis.documentNumber === null ? null : planByDocumentNumber(context).load(basis.documentNumber);
  }
}

@Resolver(() => Region)
export class RegionPlansResolver {
  @Public()
  @FieldResolver(() => PlanConnection, { description: 'Plans of this region itself, not of those below it. (本级要点)' })
  plans(
    @Root() region: Region,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('orderBy', () => PlanOrder, { nullable: true, description: orderHelp }) orderBy: PlanOrder | null,
  ): Page<Plan> {
    return listPlansOfRegion(context, region.id, args, orderBy);
  }
}
