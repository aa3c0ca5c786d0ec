import './acts/act.type.ts';

export { beginAct } from './acts/begin-act.ts';
export { defineAct, type ActDefinition } from './acts/define-act.ts';
export { goOnWithActs } from './acts/go-on-with-acts.ts';
export { changeStep, createStep } from './acts/plan-steps.ts';
export type { ActData, ActResult, LeftRow, RefusedRow, RowStep } from './acts/row-step.type.ts';
export { runAct } from './acts/run-act.ts';
export { actOfPath, sendActResult } from './acts/send-act-result.ts';
export { runWhileAsked } from './acts/run-while-asked.ts';
export { AnswerCache } from './answers/answer-cache.ts';
export { answerFromKept, type AskedQuestion, type TracedAnswer } from './answers/kept-answers.ts';
export { traceContext } from './answers/trace-answer.ts';
export {
  appendEvents,
  recordAudit,
  type EventAuthor,
  type NewEvent,
} from './audit/append-events.ts';
export {
  CHAIN_FAULTS,
  checkChain,
  type BadLink,
  type ChainCheck,
  type ChainEnd,
} from './audit/check-chain.ts';
export {
  anchorSettings,
  readAnchorChoices,
  type AnchorChoices,
  type LockedBucket,
} from './audit/anchors/anchor-choices.ts';
export { openAnchorKey, type SignedAnchor } from './audit/anchors/anchor.ts';
export { ANCHOR_FAULTS, type AnchorsCheck, type BadAnchor } from './audit/anchors/check-anchors.ts';
export {
  keepAnchors,
  type AnchorPlace,
  type Anchors,
  type AnchorSettings,
  type PlaceState,
} from './audit/anchors/keep-anchors.ts';
export { syslogPlace, type SyslogSettings } from './audit/anchors/syslog-place.ts';
export { timeStamper } from './audit/anchors/time-stamp.ts';
export {
  logNumbers,
  readLogState,
  summarizeLog,
  watchLog,
  type LogSummary,
  type LogFault,
  type LogState,
} from './audit/watch-log.ts';
export {
  checkRows,
  FOLDED_MODELS,
  ROW_FAULTS,
  rowFault,
  type FoldDifference,
  type RowPlace,
  type RowsCheck,
} from './audit/check-rows.ts';
export { announceRestore, keepChainNote, writeChainNote } from './audit/keep-chain-note.ts';
export { renewGeneration } from './audit/log-generation.ts';
export { findEvent, wordsOfEvent } from './audit/known-events.ts';
export { note } from './audit/note.ts';
export { purgeAuditEvents, SHORTEST_RETENTION_DAYS } from './audit/purge-events.ts';
export { startChain } from './audit/start-chain.ts';
export { startBaseline, type Baseline, type BaselineProgress } from './audit/take-baseline.ts';
export type { Caller, Grant } from './caller.ts';
export type { About, AboutChange, Changes } from './changes/changes.ts';
export { checkVersion } from './changes/check-version.ts';
export { MOST_LISTED } from './changes/listed-whole.ts';
export type {
  ColumnChanges,
  LedgerModel,
  NewRow,
  PastColumns,
  PastRow,
  Row,
} from './changes/ledger-model.ts';
export { redactValues } from './changes/redact-values.ts';
export { writeChanges, writeChangesIn, type WriteScope } from './changes/write-changes.ts';
export { obey } from './commands/obey.ts';
export { refuseSibling } from './commands/refuse-sibling.ts';
export { runCommand, validate, type CommandScope } from './commands/run-command.ts';
export { Prisma } from './database/generated/client/client.ts';
export * from './database/generated/client/enums.ts';
export { lockFolder, readFolderHolder } from './database/lock-folder.ts';
export { currentDeadline, withinDeadline, type Deadline } from './database/deadline.ts';
export { describedColumns } from './database/described-columns.ts';
export { fromDay, given, toDay } from './database/columns.ts';
export { migrate, readMigrations } from './database/migrate.ts';
export { overPool, type Database } from './database/open-database.ts';
export { openEmbedded } from './database/open-embedded.ts';
export { openServer, type DatabasePool } from './database/open-server.ts';
export { examineFolder, examineNode, examineRunning } from './doctor/examine-machine.ts';
export { examineServer } from './doctor/examine-server.ts';
export { bad, examine, good, look, type Examination, type Finding } from './doctor/finding.ts';
export { isDiskFull } from './errors/disk-full.ts';
export {
  ConflictError,
  DomainError,
  ForbiddenError,
  IdempotencyError,
  NotFoundError,
  TransitionError,
  ValidationError,
} from './errors/domain-errors.ts';
export { lateError } from './errors/late-error.ts';
export { refuseCaller } from './errors/refuse-caller.ts';
export { refuseRate } from './errors/refuse-rate.ts';
export { refuseToken } from './errors/refuse-token.ts';
export { StartupError } from './errors/startup-error.ts';
export { answerJson, answerNotFound, redirect } from './http/answer-json.ts';
export { answerRefusal } from './http/answer-refusal.ts';
export { limitConnections } from './http/limit-connections.ts';
export { readBody } from './http/read-body.ts';
export { refuseRequest } from './http/refuse-request.ts';
export { contactsOfUnits } from './jobs/contacts-of-units.ts';
export { enqueue } from './jobs/enqueue.ts';
export type { Job, JobScope, NewJob } from './jobs/job.type.ts';
export { notify, type NewNotification } from './jobs/notify.ts';
export { jobRunner, type JobRunner } from './jobs/run-jobs.ts';
export {
  stepCommands,
  type Loaded,
  type StepCommands,
  type StepInput,
  type StepPlan,
} from './life-cycle/step-commands.ts';
export { stepMutations, type PartTypes } from './life-cycle/step-mutations.ts';
export { readMailSettings } from './mail/mail-settings.ts';
export { createLog } from './log/create-log.ts';
export { currentRequestId, givenRequestId, withRequestId } from './log/request-id.ts';
export { mailNotifications, noMail, type MailSettings } from './mail/mail-notifications.ts';
export { createMetrics, type Metrics, type ShownNumber } from './metrics/create-metrics.ts';
export { metricsEndpoint } from './metrics/metrics-endpoint.ts';
export { platformNumbers } from './metrics/platform-numbers.ts';
export { unusableSetting } from './settings/unusable-setting.ts';
export { wholeNumber } from './settings/whole-number.ts';
export { builder } from './schema/builder.ts';
export { commandMutation, type ChangeInput, type CommandInput } from './schema/command-mutation.ts';
export type { RequestContext } from './schema/context.ts';
export {
  describedValuesOf,
  inputFieldsOf,
  outputFieldsOf,
  type ChoiceTypes,
} from './schema/described-fields.ts';
export { findExcess, refuseDocument } from './schema/document-limits.ts';
export { domainErrors } from './schema/domain-error.type.ts';
export { useCost } from './schema/count-cost.ts';
export { badInput } from './schema/list/bad-input.ts';
export { describedOperators } from './schema/list/described-filter.ts';
export {
  anyId,
  changedSince,
  day,
  exactly,
  filterOf,
  flag,
  ids,
  int,
  moment,
  oneOf,
  related,
  text,
  textIn,
  type ListFilter,
} from './schema/list/filter.ts';
export { EventTypeEnum, registerEvents } from './schema/event-type.enum.ts';
export { historyOf } from './schema/history.ts';
export { listOf } from './schema/list/list-of.ts';
export { lookupOf } from './schema/list/lookup.ts';
export { onceARequest } from './schema/once-a-request.ts';
export { checkPage, checkYear, plainText } from './schema/page.ts';
import './external-refs/set-external-ref.mutation.ts';
import './schema/nodes.query.ts';
export { cutSource } from './schema/cut-source.ts';
export { COST_LIMIT } from './schema/query-cost.ts';
export { decodeRecordId, encodeRecordId, filterKey, keyOf } from './schema/record-id.ts';
export {
  ALLOWED_ACTIONS,
  AllowedActionType,
  nameActions,
  ProvenanceType,
  SortDirection,
  SourceSpanType,
  type SourceSpan,
} from './schema/shared.types.ts';
export { statusEnum } from './schema/status-enum.ts';
export { fillSortColumns, SORT_COLUMNS, withSortKeys } from './sort/sort-columns.ts';
export { naturalSortKey, pinyinSortKey } from './sort/sort-keys.ts';
export { v7 as newKey } from 'uuid';
export {
  heavyWork,
  openThreads,
  useThreads,
  type WorkLimits,
  type WorkOrder,
} from './work/heavy-work.ts';
export { rootFields } from './schema/root-fields.ts';
export { webApp } from './http/web-app.ts';
export { OperationReader } from './reading/operation-reader.ts';
export { useReading } from './reading/use-reading.ts';
