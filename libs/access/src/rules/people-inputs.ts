import { bilingual, optionalText, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';
import { ROLES } from './permissions.ts';

/** The levels of the organization tree, from the root down. */
export const ORGANIZATION_KINDS = ['DISTRICT', 'BUREAU', 'UNIT'] as const;

/** 新增组织 */
export const addOrganizationInput = z.object({
  code: z
    .string()
    .regex(
      /^[A-Z0-9][A-Z0-9-]{0,39}$/,
      bilingual('代码用大写字母、数字和连字符', 'A code has capital letters, digits and hyphens'),
    ),
  name: requiredText(200),
  shortName: optionalText(50),
  kind: z.enum(ORGANIZATION_KINDS),
  parentId: z.string().nullish(),
});

/** A password that is worth hashing: long rather than decorated. */
const password = z
  .string()
  .min(12, bilingual('密码至少 12 位', 'A password has at least 12 characters'))
  .max(200);

/** 新增人员: somebody with one role at one place, who signs in with a local account. */
export const addPersonInput = z.object({
  displayName: requiredText(100),
  position: optionalText(100),
  organizationId: z.string(),
  role: z.enum(ROLES),
  loginName: requiredText(100),
  password,
});
