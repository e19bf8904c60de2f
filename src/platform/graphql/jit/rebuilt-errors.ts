import { GraphQLError } from 'graphql';

/** The compiler's errors only look like graphql's. Rebuilt, they carry code and original error as those of graphql do. */
export function rebuiltError(error: GraphQLError): GraphQLError {
  if (error.constructor === GraphQLError) return error;
  const rebuilt = new GraphQLError(error.message, { path: error.path, originalError: error.originalError ?? null });
  Object.defineProperty(rebuilt, 'locations', { value: error.locations, enumerable: true });
  return rebuilt;
}
