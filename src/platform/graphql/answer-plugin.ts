import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { answerMediaType, applicationJson } from './answer-media-type';
import { maxErrorsReturned } from './limits';

/** Codes that say more about the service than about the request, whatever else the answer holds. */
const statusOfCode: Readonly<Record<string, number>> = { UNAVAILABLE: 503, RATE_LIMITED: 429, UNAUTHENTICATED: 401 };

/** Bounds the errors of an answer, and gives it the status that GraphQL over HTTP asks for in its media type. */
export const answerPlugin: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, source }) => {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (!result.errors) return;
      result.errors = distinct(result.errors.slice(0, maxErrorsReturned));
      const mediaType = answerMediaType(request.http?.headers.get('accept'));
      if (mediaType) response.http.headers.set('content-type', `${mediaType}; charset=utf-8`);
      const isWellFormed = source !== undefined && response.http.status !== 405;
      const isExecuted = 'data' in result;
      response.http.status =
        serviceStatus(result.errors, isExecuted) ??
        requestStatus(response.http.status, isExecuted, isWellFormed && mediaType === applicationJson);
    },
  }),
};

function serviceStatus(errors: readonly GraphQLFormattedError[], isExecuted: boolean): number | undefined {
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  if (!isExecuted && codes.includes('INTERNAL')) return 500;
  return codes.map((code) => statusOfCode[code]).find((status) => status !== undefined);
}

/** An answer in application/json is 200 wherever the request could be read; in the newer type, 400 where nothing was executed. */
function requestStatus(given: number | undefined, isExecuted: boolean, isAlwaysOk: boolean): number {
  if (isExecuted || isAlwaysOk) return 200;
  return given === undefined || given === 500 ? 400 : given;
}

/** The rule on the size of documents repeats itself to be heard. */
function distinct(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
