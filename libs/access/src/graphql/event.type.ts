import { builder, EventTypeEnum, findEvent, redactValues, wordsOfEvent } from '@taizhang/platform';

/** 事件: what happened to a record. It is reached through the record, whose visibility it shares. */
builder.prismaNode('Event', {
  extensions: { readBy: 'the record it happened to' },
  id: { field: 'id', description: 'ID。Grows with time.' },
  findUnique: (id) => ({ id: BigInt(id) }),
  description: '事件。An entry of the log that is only ever appended to.',
  fields: (t) => ({
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: '发生时间。When it happened.',
    }),
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
    actorName: t.exposeString('actorName', { description: '操作人。Who acted, as named then.' }),
    actor: t.relation('actor', {
      nullable: true,
      description: '操作人员。The person; null for another system.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '理由。Why, where a reason was given.',
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: '变更前。The changed fields before, by column.',
      select: { subjectType: true, before: true },
      resolve: (event) => redactValues(event.subjectType, event.before),
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: '变更后。The changed fields after, by column.',
      select: { subjectType: true, after: true },
      resolve: (event) => redactValues(event.subjectType, event.after),
    }),
  }),
});
