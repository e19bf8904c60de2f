export { readConfig, type Config, type Environment } from './config';
