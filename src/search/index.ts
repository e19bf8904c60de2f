export { loadInitials, readSeedInitials } from './load-initials';
export { SearchResolver } from './search.resolver';
