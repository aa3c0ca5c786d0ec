import { bilingual } from '@taizhang/platform/rules';
import { GraphQLError } from 'graphql';
import type { RequiredStep } from '../sessions.ts';

const FIRST: Record<RequiredStep, { code: string; message: string }> = {
  CHANGE_PASSWORD: {
    code: 'PASSWORD_CHANGE_REQUIRED',
    message: bilingual('请先修改初始密码', 'Change your first password before anything else'),
  },
  ENROL_TOTP: {
    code: 'TOTP_REQUIRED',
    message: bilingual('请先启用动态口令', 'Turn on a second factor before anything else'),
  },
};

/** The error for a session that must do something else first. */
export function refuseStep(step: RequiredStep): GraphQLError {
  const { code, message } = FIRST[step];
  return new GraphQLError(message, { extensions: { code } });
}
