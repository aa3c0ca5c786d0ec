import { optionalText, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';

/** 导入通报: the text of a notice, and whose it is where the text does not say so. */
export const importNoticeInput = z.object({
  text: requiredText(2_000_000),
  fileName: requiredText(300),
  organizationCode: optionalText(100),
});
