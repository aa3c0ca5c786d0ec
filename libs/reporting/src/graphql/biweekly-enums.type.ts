import { statusEnum } from '@taizhang/platform';
import {
  BIWEEKLY_ENTRY_LIFE_CYCLE,
  BIWEEKLY_REPORT_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
} from '../rules/index.ts';

export const BiweeklyReportStatusType = statusEnum(
  'BiweeklyReportStatus',
  '双周报状态。Where a biweekly report stands.',
  BIWEEKLY_REPORT_LIFE_CYCLE,
);

export const BiweeklyUnitStatusType = statusEnum(
  'BiweeklyUnitStatus',
  '科室报送状态。Where a unit’s part of a report stands.',
  BIWEEKLY_UNIT_LIFE_CYCLE,
);

export const BiweeklyAnswerType = statusEnum(
  'BiweeklyAnswer',
  '填报情况。How a unit answered for an item.',
  BIWEEKLY_ENTRY_LIFE_CYCLE,
);
