import { accessNumbers } from '@taizhang/access';
import {
  createMetrics,
  logNumbers,
  platformNumbers,
  type AnswerCache,
  type DatabasePool,
  type Metrics,
} from '@taizhang/platform';
import { searchNumbers } from '@taizhang/search';
import type { HubMeans } from './graphql/hub-context.ts';

/** Everything that this hub tells to a Prometheus server. */
export const hubMetrics = (
  hub: HubMeans,
  { pool }: DatabasePool,
  cache: AnswerCache | null,
): Metrics =>
  createMetrics([
    ...platformNumbers({ ...hub, pool, cache }),
    ...logNumbers(hub.db),
    ...accessNumbers(hub),
    ...searchNumbers(hub.db),
  ]);
