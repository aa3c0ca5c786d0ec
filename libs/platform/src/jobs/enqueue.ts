import type { Database } from '../database/open-database.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { NewJob } from './job.type.ts';

/** Puts work down to be done; inside a transaction it is done only when that commits. */
export async function enqueue(
  tx: Database | Prisma.TransactionClient,
  { name, data, key, runAt }: NewJob,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Job" ("name", "data", "key", "runAt")
    VALUES (${name}, ${JSON.stringify(data)}::jsonb, ${key ?? null}, ${runAt})
    ON CONFLICT DO NOTHING`;
}
