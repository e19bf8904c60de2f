export { createHttpServer } from './http-server';
export type { ExploreExample, HttpServerOptions } from './http-server-options';
export { openToFrames } from './security-headers';
export { KeptAnswers } from './kept-answers';
