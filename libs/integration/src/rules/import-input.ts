import { optionalLine, requiredLine, sourceText } from '@taizhang/platform/rules';
import { z } from 'zod';

/** 导入通报: the text of a notice, and whose it is where the text does not say so. */
export const importNoticeInput = z.object({
  text: sourceText(2_000_000),
  fileName: requiredLine(300),
  organizationCode: optionalLine(100),
});
