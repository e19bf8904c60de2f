export { createHttpServer } from './http-server';
export type { Audience, ExploreExample, HttpServerOptions, HttpSettings } from './http-server-options';
export { relaxContentPolicy } from './security-headers';
