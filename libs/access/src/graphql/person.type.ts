import { builder } from '@taizhang/platform';
import { isOrganizationReadable } from '../rules/index.ts';
import { readablePeople } from '../visibility.ts';

builder.prismaNode('Person', {
  extensions: { readBy: 'readablePeople, or named by a visible record' },
  id: { field: 'id' },
  description:
    '人员。Somebody who works with the ledger; in the demonstration, the name of a post.',
  findUnique: (id, context) => ({ id, AND: [readablePeople(context.caller)] }),
  fields: (t) => ({
    displayName: t.exposeString('displayName', {
      description: '姓名（演示中为岗位名）。The name shown.',
    }),
    position: t.exposeString('position', { nullable: true, description: '职务。The post held.' }),
    isDisabled: t.boolean({
      description:
        '是否已停用。Whether they are disabled: nobody names them newly, and who named them before still does.',
      select: { disabledAt: true },
      resolve: ({ disabledAt }) => disabledAt !== null,
    }),
    isDemo: t.exposeBoolean('isDemo', {
      description: '是否演示人员。Whether this is a demo person.',
    }),
    organization: t.field({
      type: 'Organization' as never,
      nullable: true,
      description:
        '所在组织。The organization the person belongs to; null when you may not see it.',
      select: (_args, _context, nested) => ({
        organization: nested({ select: { id: true, code: true } } as never) as {
          select: { id: true; code: true };
        },
      }),
      resolve: ({ organization }, _args, { caller }) =>
        (isOrganizationReadable(caller, organization) ? organization : null) as never,
    }),
  }),
});
