import type { Caller } from '@taizhang/platform';
import { bilingual, isoDate, requiredKey, requiredLine } from '@taizhang/platform/rules';
import { z } from 'zod';
import { may, NO_PERMISSION, PERMISSIONS, permissionsOf, ROLES } from './permissions.ts';
import { isAdministration, type RightsRefusal } from './rights.ts';

/** The roles that another system may have: it administers nothing. */
export const apiClientRoles = ROLES.filter((role) => !isAdministration(role));

/** 新增接口客户端: a role at a place, narrowed to the scopes named. */
export const addApiClientInput = z
  .object({
    name: requiredLine(100),
    organizationId: requiredKey,
    role: z.enum(ROLES),
    scopes: z
      .array(z.enum(PERMISSIONS, bilingual('没有此项权限', 'There is no such permission')))
      .min(1, bilingual('至少选择一项权限', 'Name at least one permission')),
    expiresOn: isoDate,
  })
  .superRefine(({ role, scopes }, context) => {
    if (isAdministration(role))
      context.addIssue({
        code: 'custom',
        path: ['role'],
        message: bilingual(
          '接口客户端不得担任管理员，请选择其他角色',
          'Another system administers nothing: choose another role',
        ),
      });
    scopes.forEach((scope, index) => {
      if (!permissionsOf(role).includes(scope))
        context.addIssue({
          code: 'custom',
          path: ['scopes', String(index)],
          message: bilingual('该角色没有此项权限', 'The role does not include this permission'),
        });
    });
  });

/** 更换令牌 */
export const rotateApiClientTokenInput = z.object({
  id: requiredKey,
  expectedVersion: z.int(),
  expiresOn: isoDate,
});

/** 停用接口客户端 */
export const disableApiClientInput = z.object({ id: requiredKey, expectedVersion: z.int() });

/** Why the caller may not rotate or disable an API client; null when they may. */
export function refuseApiClient(
  caller: Caller,
  client: { organizationId: string; disabledAt: Date | string | null },
): RightsRefusal | null {
  if (!may(caller, 'access:manage', client.organizationId))
    return { kind: 'permission', message: NO_PERMISSION };
  if (!client.disabledAt) return null;
  return {
    kind: 'rule',
    rule: 'client-enabled',
    message: bilingual(
      '该客户端已停用，请另建一个',
      'This client is disabled: add a new one instead',
    ),
  };
}
