export { ObligationStatisticsResolver } from './obligation-statistics.resolver';
export {
  PlanStatisticsResolver,
  RegionStatisticsResolver,
  TaskStatisticsResolver,
  UnitStatisticsResolver,
} from './task-statistics.resolver';
