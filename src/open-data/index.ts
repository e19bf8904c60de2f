export { Release, ReleaseFile } from './release';
export { publishRelease, releaseHash } from './release.commands';
export { readReleaseFile } from './release.loaders';
export { ReleaseFileResolver, ReleaseResolver } from './release.resolver';
