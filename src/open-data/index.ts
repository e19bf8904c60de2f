export { planFile, planFormats, type PlanFormat } from './plan-table/plan-file';
export { addPlanFileRoutes } from './plan-table/plan-file.routes';
export { Release, ReleaseFile } from './release';
export { publishRelease } from './release.commands';
export { readReleaseFile } from './release.loaders';
export { ReleaseFileResolver, ReleaseResolver } from './release.resolver';
