import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describeEnum, Public } from '../../platform/graphql';
import { RegionLevel } from '../../regions';

export const CoverageState = describeEnum('CoverageState', 'What became of a task in a region below. (承接情况)', {
  SAME: 'Taken over word for word at every step. (原文照转)',
  ADAPTED: 'Taken over in other words. (改写)',
  MERGED: 'Taken over, merged with other tasks at some step. (合并)',
  SPLIT: 'Taken over, split at some step. (拆分)',
  DROPPED: 'A plan of the region that derives from this one is held, and has no counterpart of the task. (未承接)',
  NOT_HELD: 'No plan of the region that derives from this one is held: nothing is known. (未收录下级要点)',
});
export type CoverageState = keyof typeof CoverageState;

/** What became of one task in one region: the lower tasks that come from it, none where it is dropped. */
export interface CoveredTask {
  taskId: number;
  regionId: number;
  state: CoverageState;
  lowerTaskIds: number[];
}

/** What became of one task in one region. */
@Public()
@ObjectType({ description: 'What became of a task in a region below. (任务在下级区域的承接)' })
export class TaskRegionCoverage {
  regionId!: number;
  lowerTaskIds!: number[];

  @Public()
  @Field(() => CoverageState, { description: 'What became of it. (承接情况)' })
  state!: CoverageState;
}

/** What became of a task in the regions below. */
@Public()
@ObjectType({ description: 'What became of a task in the regions below. (任务的承接情况)' })
export class TaskCoverage {
  taskId!: number;
  cells!: TaskRegionCoverage[];

  @Public()
  @Field(() => Int, { description: 'Regions whose plans take it over. (已承接区域数)' })
  carriedCount!: number;

  @Public()
  @Field(() => Int, { description: 'Regions whose plans are held and have no counterpart of it. (未承接区域数)' })
  droppedCount!: number;

  @Public()
  @Field(() => Int, {
    description: 'Regions of which no plan that derives from this one is held: neither carried nor dropped. (未收录区域数)',
  })
  notHeldCount!: number;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'carriedCount divided by carriedCount and droppedCount together, 0 to 1; regions without a plan count in neither. Null where no plan is held. (承接率)',
  })
  rate!: number | null;
}

/** What became of a plan in a region below. */
@Public()
@ObjectType({ description: 'What became of the tasks of a plan in one region below. (区域承接情况)' })
export class RegionCoverage {
  regionId!: number;
  planIds!: number[];

  @Public()
  @Field({ description: 'Whether a plan of the region that derives from this one is held. (是否收录)' })
  isHeld!: boolean;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Tasks taken over, in whatever words; null where no plan is held. (已承接任务数)' })
  carriedCount!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Of those, tasks taken over word for word; null where no plan is held. (原文照转任务数)',
  })
  sameCount!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Tasks without counterpart; null where no plan is held. (未承接任务数)' })
  droppedCount!: number | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'carriedCount divided by all tasks of the plan, 0 to 1; null where no plan is held, or the plan has no tasks. (承接率)',
  })
  rate!: number | null;
}

/** What became of a plan at one level below it. */
@Public()
@ObjectType({ description: 'What became of a plan at one level below it: region by region and task by task. (下级承接情况)' })
export class PlanCoverage {
  @Public()
  @Field(() => RegionLevel, { nullable: true, description: 'The level; null where the region has none below it. (层级)' })
  level!: RegionLevel | null;

  regions!: RegionCoverage[];
  tasks!: TaskCoverage[];

  @Public()
  @Field(() => Int, { description: 'Divisions at that level, and functional zones of which a plan is held. (区域数)' })
  regionCount!: number;

  @Public()
  @Field(() => Int, { description: 'Regions of which a plan that derives from this one is held, at whatever remove. (已收录区域数)' })
  heldCount!: number;

  @Public()
  @Field(() => Int, { description: 'The other regions: what they took over is not known. (未收录区域数)' })
  notHeldCount!: number;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description:
      'Pairs of a task and a region that carries it, divided by all pairs of a task and a region whose plan is held, 0 to 1; null where there is none. (总承接率)',
  })
  rate!: number | null;
}
