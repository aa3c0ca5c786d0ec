import {
  builder,
  encodeRecordId,
  EventKind,
  EventTypeEnum,
  findEvent,
  redactValues,
  wordsOfEvent,
} from '@taizhang/platform';
import { changedFields, showsValues } from '../rules/index.ts';

export const EventKindType = builder.enumType('EventKind', {
  description: '事件类别。What an event tells of.',
  values: {
    [EventKind.CHANGE]: { description: '变更。Change: a record changed; kept for ever.' },
    [EventKind.SIGN_IN]: {
      description: '登录。Sign-in: somebody signed in or out, or was refused.',
    },
    [EventKind.READ]: { description: '查阅。Read: restricted data was read.' },
    [EventKind.EXPORT]: { description: '导出。Export: data left the hub.' },
  } as const,
});

/** What decides how much of an event is shown, and what is then shown of it. */
const VALUES = { kind: true, subjectType: true, reason: true, before: true, after: true } as const;

/**
 * 审计事件: an event as the audit administrator sees it. The log tells who did what and when, not
 * what the ledger says: of the ledger's records it names changed fields without their values.
 */
export const AuditEventType = builder.prismaObject('Event', {
  extensions: { readBy: 'auditableEvents' },
  variant: 'AuditEvent',
  description:
    '审计事件。An entry of the audit log; of the ledger’s records it names the changed fields without values.',
  fields: (t) => ({
    id: t.id({
      description: '事件编号。Grows with time.',
      select: { id: true },
      resolve: ({ id }) => String(id),
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: '发生时间。When it happened.',
    }),
    kind: t.expose('kind', { type: EventKindType, description: '类别。What it tells of.' }),
    type: t.field({
      type: EventTypeEnum,
      nullable: true,
      description: '事件类型。What happened; null for what another version of the hub wrote.',
      select: { type: true },
      resolve: ({ type }) => findEvent(type)?.type,
    }),
    words: t.string({
      description: '事件名称。What happened in words, "中文 / English".',
      select: { type: true },
      resolve: ({ type }) => wordsOfEvent(type),
    }),
    subjectType: t.exposeString('subjectType', {
      description: '对象类型。The type of the record it happened to.',
    }),
    subjectId: t.id({
      nullable: true,
      description: '对象 ID。The record it happened to; null where none is named.',
      select: { subjectType: true, subjectId: true },
      resolve: ({ subjectType, subjectId }) => subjectId && encodeRecordId(subjectType, subjectId),
    }),
    subjectVersion: t.exposeInt('subjectVersion', {
      nullable: true,
      description: '对象版本号。The version of the record after it.',
    }),
    actorId: t.id({
      nullable: true,
      description: '操作人员 ID。The person who acted; null for another system or nobody known.',
      select: { actorPersonId: true },
      resolve: ({ actorPersonId }) => actorPersonId && encodeRecordId('Person', actorPersonId),
    }),
    actorName: t.exposeString('actorName', { description: '操作人。Who acted, as named then.' }),
    address: t.exposeString('address', {
      nullable: true,
      description: '网络地址。From where; null for work of the hub itself.',
    }),
    changedFields: t.stringList({
      description:
        '变更字段，至多为其全部字段。The names of the fields that changed; at most those of the record.',
      select: { before: true, after: true },
      resolve: ({ before, after }) => changedFields(before, after),
    }),
    isRedacted: t.boolean({
      description: '是否隐去内容。True for records of the ledger: their values are not shown here.',
      select: VALUES,
      resolve: (event) => !showsValues(event),
    }),
    reason: t.string({
      nullable: true,
      description: '理由。Why, where a reason was given and may be shown.',
      select: VALUES,
      resolve: (event) => (showsValues(event) ? event.reason : null),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: '变更前。The changed fields before, where they may be shown.',
      select: VALUES,
      resolve: (event) =>
        showsValues(event) ? redactValues(event.subjectType, event.before) : null,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: '变更后。The changed fields after, or what was read, where it may be shown.',
      select: VALUES,
      resolve: (event) =>
        showsValues(event) ? redactValues(event.subjectType, event.after) : null,
    }),
  }),
});
