export { Region } from './region';
export { RegionKind, RegionLevel } from './region.enums';
export { optionalRegionColumns, regionByKey, regionColumns, toRegion } from './region.loaders';
export { findRegion, regionKeys, regionPath, withinPath } from './region.read-model';
export { RegionResolver } from './region.resolver';
export { readSeedRegions } from './seed/read-regions';
export { loadRegions } from './seed/load-regions';
