import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  filterOf,
  listOf,
  text,
  type Prisma,
} from '@taizhang/platform';
import { allowedAction } from '@taizhang/platform/rules';
import { isExpired, issuedToken } from '../api-clients.ts';
import { refuseApiClient } from '../rules/index.ts';
import { visibleApiClients } from '../visibility.ts';
import { RoleType } from './role.type.ts';

builder.prismaNode('ApiClient', {
  extensions: { readBy: 'visibleApiClients' },
  id: { field: 'id' },
  description:
    '接口客户端。Another system that calls the hub with a bearer token: a role at a place, narrowed to scopes.',
  findUnique: (id, context) => ({ id, AND: [visibleApiClients(context.caller)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: '名称。The name shown, unique in the hub.' }),
    organization: t.relation('organization', {
      description: '组织。Its role holds here and below.',
    }),
    role: t.expose('role', { type: RoleType, description: '角色。The role it has there.' }),
    scopes: t.exposeStringList('scopes', {
      description:
        '权限范围，至多 200 项。The permissions of its role that it has, such as item:read-all; at most 200.',
    }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      description: '有效期至。The last day on which its token opens anything.',
    }),
    isExpired: t.boolean({
      description: '是否已过期。Whether that day is over.',
      select: { expiresOn: true },
      resolve: (client, _args, { now }) => isExpired(client, now()),
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: '最近使用。When it last called, to the minute; null when it never did.',
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: '停用时间。When it was ended for good; null while it works.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: '创建时间。When it was added.',
    }),
    token: t.string({
      nullable: true,
      description:
        '令牌。Only in the answer to the very request that made it; null ever after, also when that request is repeated.',
      select: { id: true },
      resolve: ({ id }, _args, context) => issuedToken(context, id),
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: { organizationId: true, disabledAt: true },
      resolve: (client, _args, { caller }) =>
        caller
          ? ['rotateApiClientToken', 'disableApiClient'].map((action) =>
              allowedAction(action, refuseApiClient(caller, client)?.message ?? null),
            )
          : [],
    }),
  }),
});

const apiClientFilter = filterOf<Prisma.ApiClientWhereInput>(
  'ApiClientFilter',
  '接口客户端筛选。Which API clients; every condition given must hold.',
  { text: text('名称包含。Whose name contains this text.') },
);

listOf({
  model: 'ApiClient',
  node: { chinese: '接口客户端', english: 'API clients' },
  visible: ({ caller }) => visibleApiClients(caller),
  filter: apiClientFilter,
  order: ['nameSort'],
}).root('apiClients', {
  description: '接口客户端列表，按名称。The API clients whose rights you manage, by name.',
});
