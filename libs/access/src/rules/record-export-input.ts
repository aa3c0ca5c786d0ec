import { bilingual, requiredLine } from '@taizhang/platform/rules';
import { z } from 'zod';

/** 导出登记：导出了什么、什么格式、哪个范围 */
export const recordExportInput = z.object({
  subject: requiredLine(100),
  formats: z
    .array(requiredLine(20))
    .min(1, bilingual('至少一种格式', 'At least one format'))
    .max(20, bilingual('最多 20 种格式', 'At most 20 formats')),
  scope: requiredLine(500),
});
