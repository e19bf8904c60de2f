export { readConfig, type Config, type Environment } from './config';
export type { OidcSettings } from './identity-provider';
