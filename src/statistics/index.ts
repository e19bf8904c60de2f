export {
  PlanStatisticsResolver,
  RegionStatisticsResolver,
  TaskStatisticsResolver,
  UnitStatisticsResolver,
} from './task-statistics.resolver';
