/** What this folder needs of a log; pino's loggers are such. */
export interface EndpointLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}
