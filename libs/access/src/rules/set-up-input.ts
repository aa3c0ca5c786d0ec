import { bilingual, requiredLine, secretText } from '@taizhang/platform/rules';
import { z } from 'zod';
import { checkNewPassword, newPassword } from './password-rule.ts';
import { organizationCode } from './people-inputs.ts';

const administrator = z
  .object({
    displayName: requiredLine(100),
    loginName: requiredLine(100),
    password: newPassword,
  })
  .superRefine((fields, context) =>
    checkNewPassword(context, ['password'], fields.password, fields),
  );

/** 初次设置: the district and the three administrators, who check each other. */
export const setUpHubInput = z
  .object({
    token: secretText(200).nullish(),
    districtCode: organizationCode,
    districtName: requiredLine(200),
    systemAdministrator: administrator,
    securityAdministrator: administrator,
    auditAdministrator: administrator,
  })
  .superRefine((fields, context) => {
    const taken = new Set<string>();
    for (const who of [
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ] as const) {
      const { loginName } = fields[who];
      if (taken.has(loginName))
        context.addIssue({
          code: 'custom',
          path: [who, 'loginName'],
          message: bilingual('三个用户名须各不相同', 'The three login names must differ'),
        });
      taken.add(loginName);
    }
  });
