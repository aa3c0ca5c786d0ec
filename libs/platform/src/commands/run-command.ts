import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { ForbiddenError, IdempotencyError, ValidationError } from '../errors/domain-errors.ts';
import { bilingual, requiredLine } from '../rules/index.ts';
import type { RequestContext } from '../schema/context.ts';
import { v7 as newKey } from 'uuid';
import { appendEvents, type NewEvent } from '../audit/append-events.ts';
import { baselineTaken } from '../audit/take-baseline.ts';
import { changesIn, type Changes } from '../changes/changes.ts';
import type { RowEvent } from '../changes/derive-event.ts';
import { noteRefusal } from './note-refusal.ts';

/** 幂等键 */
const keyed = z.object({
  idempotencyKey: requiredLine(200).min(8, bilingual('至少 8 字符', 'At least 8 characters')),
});

/** What a command works with, all inside one transaction. Rows of the ledger are written by its {@link Changes}. */
export interface CommandScope extends Changes {
  tx: Prisma.TransactionClient;
  caller: Caller;
  now: Date;
  /** Notes what happened: the log gets it with the last step of the same transaction. */
  record: (event: NewEvent) => Promise<void>;
}

interface CommandCall<Schema extends z.ZodType> {
  name: string;
  /** The caller's key: however often it is sent, the command has one effect. */
  idempotencyKey: string;
  schema: Schema;
  input: unknown;
  /** The record that the command changes, or is about to make. */
  subjectId: string;
}

/**
 * Runs a command's steps (load, authorize, decide, change) in one transaction, once for
 * an idempotency key.
 *
 * @returns the key of the record changed or made, also when the call is a repetition.
 * @throws ValidationError when the input breaks its schema, IdempotencyError when the key was used
 *   for another input, ForbiddenError without a caller; and what the steps throw.
 */
export async function runCommand<Schema extends z.ZodType>(
  context: RequestContext,
  call: CommandCall<Schema>,
  steps: (scope: CommandScope, input: z.output<Schema>) => Promise<void>,
): Promise<string> {
  const caller = context.caller;
  if (!caller) throw new ForbiddenError(bilingual('请先登录', 'Sign in first'));
  validate(keyed, call);
  const input = validate(call.schema, call.input);
  const requestHash = hashRequest(call.name, call.input);

  await baselineTaken(context.db);
  const run = context.db.$transaction(async (tx) => {
    const earlier = await claimKey(tx, caller, call, requestHash);
    if (earlier) return earlier;
    const now = context.now();
    const events: (NewEvent | RowEvent)[] = [];
    // Collected and written last: the log has one end, and whoever writes it makes others wait.
    const record = (event: NewEvent) => Promise.resolve(void events.push(event));
    await steps({ tx, caller, now, record, ...changesIn(tx, events as RowEvent[]) }, input);
    const act = { id: newKey(), kind: null };
    await appendEvents(
      tx,
      { caller, now, address: context.address, command: call.name, act },
      events,
    );
    return call.subjectId;
  });
  return run.catch(async (error: unknown) => {
    await noteRefusal(context, call.name, error);
    throw error;
  });
}

/** Checks an input against its rule. @throws ValidationError naming every field that breaks it. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ValidationError(
    result.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  );
}

/**
 * Writes the key down, or waits for whoever is writing it just now.
 *
 * @returns the record of the earlier call when there was one.
 */
async function claimKey(
  tx: Prisma.TransactionClient,
  caller: Caller,
  { idempotencyKey, name, subjectId }: { idempotencyKey: string; name: string; subjectId: string },
  requestHash: string,
): Promise<string | null> {
  const claimed = await tx.$executeRaw`
    INSERT INTO "IdempotencyRecord" ("actorKey", "key", "mutation", "requestHash", "subjectId")
    VALUES (${caller.key}, ${idempotencyKey}, ${name}, ${requestHash}, ${subjectId}::uuid)
    ON CONFLICT DO NOTHING`;
  if (claimed) return null;
  const earlier = await tx.idempotencyRecord.findUniqueOrThrow({
    where: { actorKey_key: { actorKey: caller.key, key: idempotencyKey } },
  });
  if (earlier.requestHash !== requestHash) throw new IdempotencyError();
  return earlier.subjectId;
}

function hashRequest(name: string, input: unknown): string {
  // A quick hash of a password would be worth guessing at: it stays out.
  const body = JSON.stringify(input, (key, value: unknown) =>
    value === undefined || key === 'password' ? null : value,
  );
  return createHash('sha256').update(`${name}\n${body}`).digest('hex');
}
