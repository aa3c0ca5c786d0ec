import { ACCESS_EVENTS } from '@taizhang/access/rules';
import { DOCUMENT_EVENTS } from '@taizhang/documents/rules';
import { FILE_EVENTS } from '@taizhang/files/rules';
import { INTEGRATION_EVENTS } from '@taizhang/integration/rules';
import { MECHANISM_EVENTS } from '@taizhang/mechanisms/rules';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { REGISTER_EVENTS } from '@taizhang/registers/rules';
import { REPORTING_EVENTS } from '@taizhang/reporting/rules';
import { TRAINING_EVENTS } from '@taizhang/trainings/rules';

/** Everything that the domains write into the log, beside the platform's own events. */
export const EVENT_CATALOGUES = {
  access: ACCESS_EVENTS,
  rectification: RECTIFICATION_EVENTS,
  documents: DOCUMENT_EVENTS,
  trainings: TRAINING_EVENTS,
  registers: REGISTER_EVENTS,
  mechanisms: MECHANISM_EVENTS,
  reporting: REPORTING_EVENTS,
  integration: INTEGRATION_EVENTS,
  files: FILE_EVENTS,
} as const;
