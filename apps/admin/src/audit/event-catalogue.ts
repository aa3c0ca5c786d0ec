import { ACCESS_EVENTS } from '@taizhang/access/rules';
import type { VariablesOf } from '@taizhang/client';
import { DOCUMENT_EVENTS } from '@taizhang/documents/rules';
import { FILE_EVENTS } from '@taizhang/files/rules';
import { INTEGRATION_EVENTS } from '@taizhang/integration/rules';
import { MECHANISM_EVENTS } from '@taizhang/mechanisms/rules';
import { PLATFORM_EVENTS, type BilingualText } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { REGISTER_EVENTS } from '@taizhang/registers/rules';
import { REPORTING_EVENTS } from '@taizhang/reporting/rules';
import { TRAINING_EVENTS } from '@taizhang/trainings/rules';
import type { auditPageQuery } from './audit-page.query.ts';

export type EventFilter = NonNullable<VariablesOf<typeof auditPageQuery>['filter']>;
type EventType = NonNullable<EventFilter['type']>[number];

const EVENTS = {
  ...RECTIFICATION_EVENTS,
  ...DOCUMENT_EVENTS,
  ...TRAINING_EVENTS,
  ...REGISTER_EVENTS,
  ...MECHANISM_EVENTS,
  ...REPORTING_EVENTS,
  ...INTEGRATION_EVENTS,
  ...FILE_EVENTS,
  ...ACCESS_EVENTS,
  ...PLATFORM_EVENTS,
} satisfies Record<EventType, { words: BilingualText }>;

/** What an event can be about. */
export type EventSubject = NonNullable<(typeof EVENTS)[EventType]['subject']>;

/** Every type of event, with what it is called. */
export const EVENT_WORDS = Object.entries(EVENTS).map(([type, { words }]) => ({
  type: type as EventType,
  words,
}));
