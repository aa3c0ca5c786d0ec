import type { AllowedAction } from '../rules/allowed-action.ts';
import type { BilingualText } from '../rules/bilingual.ts';
import { Provenance } from '../database/generated/client/enums.ts';
import { builder } from './builder.ts';

/** 来源: where a record's facts come from. */
export const ProvenanceType = builder.enumType('Provenance', {
  description: '来源。Where the facts of a record come from.',
  values: {
    [Provenance.ENTERED]: {
      description: '人工录入：在本系统中填报。Entered: by a person in this hub.',
    },
    [Provenance.NOTICE]: {
      description: '通报原文：读自公开通报。Notice: read from a published notice.',
    },
    [Provenance.DEMO]: {
      description: '演示数据。Demo data: invented for the demonstration, in whole or in part.',
    },
  } as const,
});

/** 升序或降序 */
export const SortDirection = builder.enumType('SortDirection', {
  description: '排序方向。The direction of a sort.',
  values: {
    ASC: { description: '升序。Ascending: the smallest, earliest first.' },
    DESC: { description: '降序。Descending: the largest, latest first.' },
  } as const,
});

/** The words for every field that answers with them. */
export const ALLOWED_ACTIONS =
  '当前用户可执行的操作，至多每个操作一项。What the viewer may do to it now, and why not; at most one an action.';

/** What actions that are no steps are called. */
const ACTION_WORDS = new Map<string, BilingualText>();

/** Tells what a domain's actions beside its steps are called: `allowedActions` says so wherever it names one. */
export function nameActions(words: Readonly<Record<string, BilingualText>>): void {
  for (const [action, label] of Object.entries(words)) ACTION_WORDS.set(action, label);
}

/** 可执行操作 */
export const AllowedActionType = builder.objectRef<AllowedAction>('AllowedAction').implement({
  description:
    '当前用户能否执行某操作及原因。Whether the viewer may run a mutation on this object now, and why not.',
  fields: (t) => ({
    action: t.exposeString('action', { description: '操作名。The name of the mutation.' }),
    allowed: t.exposeBoolean('allowed', {
      description: '能否执行。Whether it would be accepted now.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '不能执行的原因。Why not, "中文 / English"; null when allowed.',
    }),
    label: t.string({
      nullable: true,
      description: '操作的叫法。What it is called, "中文 / English".',
      resolve: ({ action, label }) => label ?? ACTION_WORDS.get(action) ?? null,
    }),
    isDangerous: t.exposeBoolean('isDangerous', {
      description: '是否须慎重。Whether it undoes work or cannot be undone.',
    }),
  }),
});

/** A place in the text of a notice. */
export interface SourceSpan {
  start: number;
  end: number;
  excerpt: string;
}

/** 原文出处 */
export const SourceSpanType = builder.objectRef<SourceSpan>('SourceSpan').implement({
  description: '在通报原文中的位置。The place in the notice that an entry was read from.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: '起点。Offset of the first character, from 0.' }),
    end: t.exposeInt('end', { description: '终点。Offset after the last character.' }),
    excerpt: t.exposeString('excerpt', { description: '原文。The words at that place.' }),
  }),
});
