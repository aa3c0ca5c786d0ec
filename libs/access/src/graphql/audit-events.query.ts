import {
  beginsOutOfSight,
  builder,
  decodeRecordId,
  filterKey,
  note,
  plainText,
  recordAudit,
  refuseCaller,
  type Caller,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, mayAnywhere } from '../rules/index.ts';
import { auditableEvents } from '../visibility.ts';
import { AuditEventType, EventKindType } from './audit-event.type.ts';

const AuditEventFilter = builder.inputType('AuditEventFilter', {
  description: '审计事件筛选。Which events to list; every condition given must hold.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: '起始时间。From this moment on.' }),
    to: t.field({ type: 'DateTime', description: '截止时间。Before this moment.' }),
    actorId: t.id({ description: '操作人员。By this person.' }),
    kind: t.field({ type: EventKindType, description: '类别。Of this kind.' }),
    type: t.string({ description: '事件类型。Of this type, such as SIGN_IN_REFUSED.' }),
    subjectId: t.id({ description: '对象 ID。What happened to this record.' }),
    address: t.string({ description: '网络地址。From this address.' }),
  }),
});
type Filter = typeof AuditEventFilter.$inferInput | null | undefined;

builder.queryField('auditEvents', (t) =>
  t.prismaConnection(
    {
      type: AuditEventType,
      cursor: 'id',
      authScopes: { signedIn: true },
      description:
        '审计日志，最新在前，限审计管理员。The audit log of your organizations, newest first, for the audit administrator; opening it is recorded.',
      args: { filter: t.arg({ type: AuditEventFilter, description: '筛选。Which events.' }) },
      totalCount: async (_root, { filter }, context) => {
        await recordOpening(context, filter);
        return context.db.event.count({
          where: { AND: [auditableEvents(context.caller), eventsWhere(filter)] },
        });
      },
      resolve: async (query, _root, { filter }, context) => {
        await recordOpening(context, filter);
        const { db, caller } = context;
        if (await beginsOutOfSight(query, db.event, auditableEvents(caller))) return [];
        return db.event.findMany({
          ...query,
          where: { AND: [auditableEvents(caller), eventsWhere(filter)] },
          orderBy: { id: 'desc' },
        });
      },
    },
    { name: 'AuditEventConnection', description: '审计事件分页。A page of the audit log.' },
    { name: 'AuditEventEdge', description: '审计事件及其游标。An event and its cursor.' },
  ),
);

/** What records that a request opens the log: however often it asks for it, it opened it once. */
const recorded = new WeakMap<RequestContext, Promise<void>>();

/** Records that the caller opens the log, before anything of it is read. @throws GraphQLError */
async function recordOpening(context: RequestContext, filter: Filter) {
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
const logged = (filter: Filter) =>
  Object.fromEntries(
    Object.entries(filter ?? {})
      .filter(([, value]) => value)
      .map(([field, value]) => [field, value instanceof Date ? value.toISOString() : value]),
  );

function eventsWhere(filter: Filter): Prisma.EventWhereInput {
  const { from, to, actorId, kind, type, subjectId, address } = filter ?? {};
  const subject = subjectId ? decodeRecordId(subjectId) : null;
  if (subject && !subject.id) return { id: { in: [] } };
  return {
    occurredAt: { ...(from && { gte: from }), ...(to && { lt: to }) },
    ...(actorId && { actorPersonId: filterKey('Person', actorId) }),
    ...(kind && { kind }),
    ...(type && { type: plainText(type) }),
    ...(subject && { subjectType: subject.typename, subjectId: subject.id }),
    ...(address && { address: plainText(address) }),
  };
}
