import {
  bilingual,
  optionalKey,
  optionalLine,
  requiredKey,
  requiredLine,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { checkNewPassword, newPassword } from './password-rule.ts';
import { ROLES } from './permissions.ts';

/** The levels of the organization tree, from the root down. */
export const ORGANIZATION_KINDS = ['DISTRICT', 'BUREAU', 'UNIT'] as const;

/** 组织代码 */
export const organizationCode = requiredLine(40).regex(
  /^[A-Z0-9][A-Z0-9-]{0,39}$/,
  bilingual('代码用大写字母、数字和连字符', 'A code has capital letters, digits and hyphens'),
);

/** 新增组织 */
export const addOrganizationInput = z.object({
  code: organizationCode,
  name: requiredLine(200),
  shortName: optionalLine(50),
  kind: z.enum(ORGANIZATION_KINDS),
  parentId: optionalKey,
});

/** 新增人员: somebody who signs in with a local account; who adds people rarely may grant a role as well. */
export const addPersonInput = z
  .object({
    displayName: requiredLine(100),
    position: optionalLine(100),
    organizationId: requiredKey,
    role: z.enum(ROLES).nullish(),
    loginName: requiredLine(100),
    password: newPassword,
  })
  .superRefine((fields, context) =>
    checkNewPassword(context, ['password'], fields.password, fields),
  );
