import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, listCost, Public, type Page, type RequestContext } from '../platform/graphql';
import { Category } from './category';
import { Plan } from './plan';
import { categoriesOfPlan, categoryByKey, planByKey } from './plan.loaders';
import { Task } from './task';
import { listTasksOfCategory } from './task.read-model';
import { TaskConnection } from './task.resolver';

@Resolver(() => Category)
export class CategoryResolver {
  @Public()
  @FieldResolver(() => Plan, { description: 'The plan. (所属要点)' })
  plan(@Root() category: Category, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(category.planId);
  }

  @Public()
  @FieldResolver(() => Category, { nullable: true, description: 'The category above; null at the top. (上级分类)' })
  parent(@Root() category: Category, @Ctx() context: RequestContext): Promise<Category | null> | null {
    return category.parentId === null ? null : categoryByKey(context).load(category.parentId);
  }

  @Public()
  @listCost(5)
  @FieldResolver(() => [Category], { description: 'Categories directly below, in printed order. (下级分类)' })
  async children(@Root() category: Category, @Ctx() context: RequestContext): Promise<Category[]> {
    const all = await categoriesOfPlan(context).load(category.planId);
    return all.filter((candidate) => candidate.parentId === category.id);
  }

  @Public()
  @FieldResolver(() => TaskConnection, { description: 'Tasks that stand in this very category. (本分类任务)' })
  tasks(@Root() category: Category, @Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Page<Task> {
    return listTasksOfCategory(context, category.id, args);
  }
}
