export type { Caller, Grant } from './caller.ts';
export { runCommand, validate, type CommandScope } from './commands/run-command.ts';
export { saveVersioned } from './commands/save-versioned.ts';
export { Prisma } from './database/generated/client/client.ts';
export * from './database/generated/client/enums.ts';
export { lockFolder, readFolderHolder } from './database/lock-folder.ts';
export { fromDay, given, toDay } from './database/columns.ts';
export { migrate } from './database/migrate.ts';
export { overPool, type Database } from './database/open-database.ts';
export { openEmbedded } from './database/open-embedded.ts';
export { openServer, type DatabasePool } from './database/open-server.ts';
export {
  ConflictError,
  DomainError,
  ForbiddenError,
  IdempotencyError,
  NotFoundError,
  TransitionError,
  ValidationError,
} from './errors/domain-errors.ts';
export { refuseCaller } from './errors/refuse-caller.ts';
export { StartupError } from './errors/startup-error.ts';
export { builder } from './schema/builder.ts';
export { commandMutation, type ChangeInput, type CommandInput } from './schema/command-mutation.ts';
export type { RequestContext } from './schema/context.ts';
export { domainErrors } from './schema/domain-error.type.ts';
export { beginsOutOfSight, checkPage, checkYear, containing } from './schema/page.ts';
export { cutSource } from './schema/cut-source.ts';
export { COST_LIMIT } from './schema/query-cost.ts';
export { decodeRecordId, encodeRecordId, filterKey, keyOf } from './schema/record-id.ts';
export {
  AllowedActionType,
  ProvenanceType,
  SortDirection,
  SourceSpanType,
  type SourceSpan,
} from './schema/shared.types.ts';
export { v7 as newKey } from 'uuid';
