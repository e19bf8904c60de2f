import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { correctionText } from '../edit/correction-text';
import { Plan } from '../plan';
import { planByKey, sourceDocumentByKey } from '../plan.loaders';
import { SourceDocument } from '../source-document';
import { Task } from '../task';
import { taskByKey } from '../task.loaders';
import type { TaskConflict } from './merge-plan';
import { PlanVersion } from './plan-version';
import { diffOfVersion, listChanges, listVersionsOfPlan, readingOfVersion } from './plan-version.loaders';
import { VersionChange, VersionDiff } from './version-diff';
import { FieldDifference, VersionConflict } from './version-fields';

const PlanVersionConnection = connectionOf(PlanVersion, 'plan version');
const VersionChangeConnection = connectionOf(VersionChange, 'version change');

@Resolver(() => Plan)
export class PlanVersionsResolver {
  @Public()
  @FieldResolver(() => PlanVersionConnection, {
    description:
      'The documents from which it was read, the newest first; for the public, those that were in force since it is public. (版本)',
  })
  versions(@Root() plan: Plan, @Ctx() context: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Page<PlanVersion> {
    return listVersionsOfPlan(context, plan.id, args);
  }
}

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @Public()
  @FieldResolver(() => Plan, { description: 'The plan. (要点)' })
  plan(@Root() version: PlanVersion, @Ctx() context: RequestContext): Promise<Plan | null> {
    return planByKey(context).load(version.planId);
  }

  @Public()
  @FieldResolver(() => SourceDocument, { description: 'The document. (来源文件)' })
  sourceDocument(@Root() version: PlanVersion, @Ctx() context: RequestContext): Promise<SourceDocument | null> {
    return sourceDocumentByKey(context).load(version.sourceDocumentId);
  }

  @Public()
  @FieldResolver(() => VersionDiff, {
    nullable: true,
    description:
      'What it made other than the plan was before it; null for the first version, and for the public where the one before never was public. (与上一版本的差异)',
  })
  diff(@Root() version: PlanVersion, @Ctx() context: RequestContext): Promise<VersionDiff | null> {
    return diffOfVersion(context).load(version.id);
  }

  @listCost(5)
  @FieldResolver(() => [VersionConflict], {
    description: 'Corrections that hold against what the document says; a person should look. (与更正冲突之处)',
  })
  async conflicts(@Root() version: PlanVersion, @Ctx() context: RequestContext): Promise<VersionConflict[]> {
    const conflicts = ((await readingOfVersion(context).load(version.id))?.conflicts ?? []) as TaskConflict[];
    return conflicts.map(({ taskId, field, kept, document }) => ({
      taskId,
      field,
      kept: correctionText(kept),
      document: correctionText(document),
    }));
  }
}

@Resolver(() => VersionConflict)
export class VersionConflictResolver {
  @FieldResolver(() => Task, {
    nullable: true,
    description: 'The task; null for the plan itself, and for a task that a person took out. (任务)',
  })
  task(@Root() { taskId }: VersionConflict, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return taskId === null ? null : taskByKey(context).load(taskId);
  }
}

@Resolver(() => VersionDiff)
export class VersionDiffResolver {
  @Public()
  @FieldResolver(() => Boolean, { description: 'Whether nothing is other: the same document in another format, say. (内容是否相同)' })
  async sameReading(@Root() diff: VersionDiff, @Ctx() context: RequestContext): Promise<boolean> {
    return (await listChanges(context, diff.versionId, {}).totalCount) === 0;
  }

  @Public()
  @FieldResolver(() => VersionChangeConnection, {
    description: "Changes in the document's order: the plan itself first, tasks that went last. (逐项变更)",
  })
  changes(
    @Root() diff: VersionDiff,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Page<VersionChange> {
    return listChanges(context, diff.versionId, args);
  }
}

@Resolver(() => VersionChange)
export class VersionChangeResolver {
  @Public()
  @FieldResolver(() => Task, {
    nullable: true,
    description:
      'The task; null for PLAN_CHANGED, for a task that is gone, and for one that comes only once the version is published. (任务)',
  })
  task(@Root() change: VersionChange, @Ctx() context: RequestContext): Promise<Task | null> | null {
    return change.taskId === null ? null : taskByKey(context).load(change.taskId);
  }

  @Public()
  @listCost(5)
  @FieldResolver(() => [FieldDifference], {
    description: 'Fields that are other than before; empty for a task that came or went. (字段差异)',
  })
  fields(@Root() change: VersionChange): FieldDifference[] {
    return change.fields.map(({ field, before, after }) => ({ field, before: correctionText(before), after: correctionText(after) }));
  }
}
