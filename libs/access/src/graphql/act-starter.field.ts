import { builder } from '@taizhang/platform';

/** What a caller's key stands for: a person, or another system's client. */
const KEY = /^(person|client):([0-9a-f-]{36})$/;

builder.prismaObjectField('Act', 'startedByName', (t) =>
  t.string({
    nullable: true,
    description:
      '发起人。What the person or the API client is called that began it; null for the hub’s own token.',
    select: { actorKey: true },
    resolve: async ({ actorKey }, _args, { db }) => {
      const [, kind, id] = KEY.exec(actorKey) ?? [];
      if (!id) return null;
      if (kind === 'client')
        return (await db.apiClient.findUnique({ where: { id }, select: { name: true } }))?.name;
      const person = await db.person.findUnique({ where: { id }, select: { displayName: true } });
      return person?.displayName;
    },
  }),
);
