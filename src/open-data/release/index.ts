export { mediaTypeOf } from './media-type';
export { checksums } from './checksums';
export { publishRelease } from './publish-release';
export { Release, ReleaseChange, ReleaseFile } from './release';
export { ReleaseKeeper } from './release-keeper';
export { describeRelease, listRecentReleases } from './release-listing';
export { findRelease, findReleaseFile, releaseFiles } from './release.loaders';
export { ReleaseFileResolver, ReleaseResolver } from './release.resolver';
export { verifyReleases } from './verify-releases';
