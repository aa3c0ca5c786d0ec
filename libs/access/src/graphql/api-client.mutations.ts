import { commandMutation, type CommandInput } from '@taizhang/platform';
import {
  addApiClient,
  disableApiClient,
  rotateApiClientToken,
} from '../commands/change-api-client.ts';
import { RoleType } from './role.type.ts';

const EXPIRY = {
  type: 'Date',
  required: true,
  description: '有效期至，最长两年。The last day of the token, within two years.',
} as const;

commandMutation<CommandInput>({
  name: 'addApiClient',
  description:
    '新增接口客户端，令牌只显示一次。Adds another system; its token is shown in this answer only.',
  model: 'ApiClient',
  ids: { organizationId: 'Organization' },
  fields: (t) => ({
    name: t.string({ required: true, description: '名称。Unique in the hub.' }),
    organizationId: t.id({
      required: true,
      description: '组织。Its role holds here and below.',
    }),
    role: t.field({
      type: RoleType,
      required: true,
      description: '角色，不得为管理员。Its role; none of administration.',
    }),
    scopes: t.stringList({
      required: true,
      description:
        '权限范围，至少一项。At least one permission of the role, such as item:read-all; it has no others.',
    }),
    expiresOn: t.field(EXPIRY),
  }),
  run: addApiClient,
});

commandMutation({
  name: 'rotateApiClientToken',
  description:
    '更换令牌，旧令牌立即失效，新令牌只显示一次。Gives a new token, shown in this answer only; the old one ends at once.',
  model: 'ApiClient',
  changes: 'ApiClient',
  fields: (t) => ({ expiresOn: t.field(EXPIRY) }),
  run: rotateApiClientToken,
});

commandMutation({
  name: 'disableApiClient',
  description: '停用接口客户端，不可恢复。Ends an API client at once and for good.',
  model: 'ApiClient',
  changes: 'ApiClient',
  run: disableApiClient,
});
