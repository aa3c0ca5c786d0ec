import { learnEvents } from '../audit/known-events.ts';
import { describeWords } from '../rules/bilingual.ts';
import type { AnyEventDefinition, EventType } from '../rules/define-events.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { builder } from './builder.ts';

/** What happened: the types of every catalogue that was registered. */
export const EventTypeEnum = builder.enumType('EventType', {
  description:
    '事件类型。What happened; `docs/events.md` says of each what it is about and what it tells.',
  values: {} as Record<EventType, { description: string }>,
});

/** Makes a domain's events known to the hub: their types to the schema, their words to whoever reads the log. */
export function registerEvents(catalogue: Readonly<Record<string, AnyEventDefinition>>): void {
  learnEvents(catalogue);
  const added = Object.values(catalogue).map(({ type, words }) => [
    type,
    { description: describeWords(words) },
  ]);
  EventTypeEnum.updateConfig(({ values, ...config }) => ({
    ...config,
    values: { ...values, ...(Object.fromEntries(added) as typeof values) },
  }));
}

registerEvents(PLATFORM_EVENTS);
