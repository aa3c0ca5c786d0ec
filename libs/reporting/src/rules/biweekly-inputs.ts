import { requiredKey } from '@taizhang/platform/rules';
import { z } from 'zod';

/** 催报 */
export const remindUnitsInput = z.object({ reportId: requiredKey });
