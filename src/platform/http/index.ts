export { createHttpServer } from './http-server';
export type { ExploreExample, HttpServerOptions } from './http-server-options';
export { KeptAnswers } from './kept-answers';
