import { bilingual, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';

/** What a person types to sign in with a local account. */
export const signInInput = z.object({
  loginName: requiredText(100),
  password: z.string().min(1, bilingual('必填', 'Required')).max(200),
});
