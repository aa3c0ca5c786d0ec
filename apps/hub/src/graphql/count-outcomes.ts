import type { Metrics } from '@taizhang/platform';
import type { Plugin } from 'graphql-yoga';

/** Counts every operation that reaches GraphQL by how it ended, also one whose document is refused. */
export const useOutcomes = ({ countOutcome }: Pick<Metrics, 'countOutcome'>): Plugin => ({
  onResultProcess: ({ result }) => {
    if (Array.isArray(result) || Symbol.asyncIterator in result) return;
    const code = result.errors?.[0]?.extensions?.['code'];
    countOutcome(result.errors?.length ? String(code ?? 'UNKNOWN') : 'ok');
  },
});
