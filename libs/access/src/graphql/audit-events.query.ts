import {
  anyId,
  EventTypeEnum,
  exactly,
  filterOf,
  ids,
  listOf,
  moment,
  note,
  oneOf,
  recordAudit,
  refuseCaller,
  type Caller,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, mayAnywhere } from '../rules/index.ts';
import { auditableEvents } from '../visibility.ts';
import { AuditEventType, EventKindType } from './audit-event.type.ts';

const auditEventFilter = filterOf<Prisma.EventWhereInput>(
  'AuditEventFilter',
  '审计事件筛选。Which events to list; every condition given must hold.',
  {
    from: moment('起始时间。From this moment on.', (gte) => ({ occurredAt: { gte } })),
    to: moment('截止时间。Before this moment.', (lt) => ({ occurredAt: { lt } })),
    actorId: ids('Person', '操作人员。By one of these people.', (actorPersonId) => ({
      actorPersonId,
    })),
    kind: oneOf(EventKindType, '类别。Of one of these kinds.', (kind) => ({ kind })),
    type: oneOf(EventTypeEnum, '事件类型。Of one of these types.', (type) => ({ type })),
    subjectId: anyId('对象 ID。What happened to this record.', ({ type, key }) =>
      key ? { subjectType: type, subjectId: key } : { id: { in: [] } },
    ),
    address: exactly('网络地址。From this address.', (address) => ({ address })),
  },
);

listOf({
  model: 'Event',
  node: { name: 'AuditEvent', type: AuditEventType, chinese: '审计事件', english: 'audit events' },
  visible: ({ caller }) => auditableEvents(caller),
  filter: auditEventFilter,
  order: [],
  descends: true,
  beforeReading: recordOpening,
}).root('auditEvents', {
  description:
    '审计日志，最新在前，限审计管理员。The audit log of your organizations, newest first, for the audit administrator; opening it is recorded.',
});

/** What records that a request opens the log: however often it asks for it, it opened it once. */
const recorded = new WeakMap<RequestContext, Promise<void>>();

/** Records that the caller opens the log, before anything of it is read. @throws GraphQLError */
async function recordOpening(context: RequestContext, filter: unknown) {
  const { db, caller, address, now } = context;
  if (!caller || !mayAnywhere(caller, 'audit:read')) throw refuseCaller(caller);
  const recording = recorded.get(context) ?? record(caller);
  recorded.set(context, recording);
  await recording;

  function record(reader: Caller) {
    return recordAudit(
      db,
      { caller: reader, now: now(), address },
      note(ACCESS_EVENTS.AUDIT_LOG_OPENED, {
        subjectId: null,
        organizationId: reader.organizationId || null,
        after: { filter: logged(filter) },
      }),
    );
  }
}

/** The filter as the log keeps it. */
const logged = (filter: unknown): Prisma.InputJsonObject =>
  Object.fromEntries(Object.entries(filter ?? {}).map(([field, value]) => [field, valueOf(value)]));

function valueOf(value: unknown): Prisma.InputJsonValue {
  if (value instanceof Date) return value.toISOString();
  return (Array.isArray(value) && value.length === 1 ? value[0] : value) as Prisma.InputJsonValue;
}
