import type { ServerRequest } from '@taizhang/access';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { isDiskFull, useCost, useReading, type Metrics } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga as yoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { useOutcomes } from './count-outcomes.ts';
import { useDeadline } from './tell-late.ts';
import { EXAMPLES } from '@taizhang/demo';
import { recentDocuments, useGuardedDocuments } from './guard-documents.ts';
import { useGuardedIntrospection } from './guard-introspection.ts';
import { hubContext, type HubContext, type HubMeans } from './hub-context.ts';
import { useTracedAnswers } from './trace-answers.ts';
import { useRequiredStep } from './require-step.ts';

/** The GraphQL endpoint over the schema, at /graphql. */
export function createYoga(
  schema: GraphQLSchema,
  means: HubMeans,
  metrics: Pick<Metrics, 'countOutcome'>,
  log: Logger,
) {
  // Outside the demonstration nobody is helped to guess what the schema holds.
  const hidesSuggestions = !means.signIn.isDemoOpen;
  return yoga<ServerRequest, HubContext>({
    schema,
    context: ({ req, res, known, trace }) => hubContext(means, { req, res, known, trace }),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // No header at all lets no other origin in; yoga's default would reflect any.
    cors: false,
    multipart: false,
    batching: false,
    // The body was read before, within its bounds.
    maxRequestBodySize: false,
    parserAndValidationCache: {
      documentCache: recentDocuments(),
      errorCache: { get: () => undefined, set: () => undefined },
    },
    graphiql: {
      title: '台账 Taizhang GraphiQL',
      defaultTabs: EXAMPLES.map((query) => ({ query })),
      credentials: 'same-origin',
    },
    // The page's scripts come with the package: it works where nothing else is reachable.
    renderGraphiQL,
    logging: false,
    maskedErrors: { maskError: (error) => mask(error), isDev: false },
    plugins: [
      useGuardedDocuments(hidesSuggestions),
      useGuardedIntrospection(means.introspection),
      useRequiredStep(),
      useCost(),
      useTracedAnswers(),
      useDeadline(),
      useOutcomes(metrics),
      useReading(means.reader, means.introspection === 'everyone'),
    ],
  });

  function mask(error: unknown): Error {
    const masked = maskError(error, log);
    if (hidesSuggestions) masked.message = masked.message.replace(SUGGESTION, '');
    return masked;
  }
}

/** What is told beside a fault in variables. */
const SUGGESTION = / Did you mean .*\?$/s;

/** Lets the errors through that say something to the caller; of all others only that something failed. */
function maskError(error: unknown, log: Logger): Error {
  if (
    error instanceof GraphQLError &&
    (!error.originalError || error.originalError instanceof GraphQLError)
  )
    return error;
  const cause = error instanceof GraphQLError ? error.originalError : error;
  log.error({ err: cause }, 'a request failed unexpectedly');
  const path = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  if (isDiskFull(cause))
    return new GraphQLError(
      bilingual(
        '存储空间已满，未保存，请联系管理员',
        'The storage is full and nothing was saved: tell the administrator',
      ),
      { ...path, extensions: { code: 'STORAGE_FULL' } },
    );
  return new GraphQLError(
    bilingual('服务器内部错误，请稍后重试', 'Something went wrong in the hub: try again later'),
    { ...path, extensions: { code: 'INTERNAL' } },
  );
}
