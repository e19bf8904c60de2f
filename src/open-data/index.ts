export { Release, ReleaseFile } from './release';
export { publishRelease } from './release.commands';
export { readReleaseFile } from './release.loaders';
export { ReleaseFileResolver, ReleaseResolver } from './release.resolver';
