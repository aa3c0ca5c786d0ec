import type { AnswerCache } from '../answers/answer-cache.ts';
import type { Database } from '../database/open-database.ts';
import type { FairPool } from '../database/fair-pool.ts';
import type { OperationReader } from '../reading/operation-reader.ts';
import type { ShownNumber } from './create-metrics.ts';

interface Means {
  db: Database;
  pool: FairPool;
  /** Null keeps nothing. */
  cache: AnswerCache | null;
  reader: OperationReader;
}

/** What the platform has to tell of itself. */
export function platformNumbers({ db, pool, cache, reader }: Means): ShownNumber[] {
  const chain = () => db.eventChain.findFirst({ select: { changeId: true, position: true } });
  return [
    {
      name: 'database_connections_in_use',
      help: '使用中的数据库连接。Connections to the database in use.',
      read: () => pool.inUseCount,
    },
    {
      name: 'database_connections_most',
      help: '数据库连接上限。Connections to the database at most.',
      read: () => pool.options.max,
    },
    {
      name: 'database_waiting',
      help: '等待数据库连接的语句。What waits for a connection to the database.',
      read: () => pool.queuedCount,
    },
    {
      name: 'ledger_position',
      help: '台账位置：最后一次变更的编号。The ledger’s position: the number of its last change.',
      read: async () => Number((await chain())?.changeId ?? 0),
    },
    {
      name: 'chain_position',
      help: '审计链位置：最后一个环节的编号。The position of the last link of the event chain.',
      read: async () => Number((await chain())?.position ?? 0),
    },
    {
      name: 'jobs_waiting',
      help: '待办后台任务，含定期任务。Jobs that are still to be done, recurring ones too.',
      read: () => db.job.count({ where: { failedAt: null } }),
    },
    {
      name: 'jobs_due',
      help: '已到时间的后台任务。Jobs whose time has come.',
      read: () => db.job.count({ where: { failedAt: null, runAt: { lte: new Date() } } }),
    },
    {
      name: 'jobs_failed',
      help: '已放弃的后台任务。Jobs that were given up.',
      read: () => db.job.count({ where: { failedAt: { not: null } } }),
    },
    {
      name: 'kept_answers_hits_total',
      help: '由留存答复直接回答的请求。Requests answered by what was kept.',
      read: () => cache?.hits ?? 0,
    },
    {
      name: 'kept_answers_misses_total',
      help: '没有留存答复可用的请求。Requests for which nothing was kept.',
      read: () => cache?.misses ?? 0,
    },
    {
      name: 'kept_answers_bytes',
      help: '留存答复占用的内存。Memory that kept answers take.',
      read: () => cache?.bytes ?? 0,
    },
    {
      name: 'reads_compiled_total',
      help: '以一条语句读取的查询。Queries that were read by one statement.',
      read: () => reader.compiled,
    },
    {
      name: 'reads_resolved_total',
      help: '由解析函数逐项读取的查询。Queries that were left to the resolvers.',
      read: () => reader.resolved,
    },
  ];
}
