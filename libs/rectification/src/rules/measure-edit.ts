import type { Caller } from '@taizhang/platform';
import { optionalDate, optionalKey, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';
import { refuseAddMeasure } from './item-life-cycle.ts';
import type { MeasureState } from './measure-life-cycle.ts';
import { byRule, type Refusal } from './refusal.ts';

/** 编辑措施: absent fields stay as they are. */
export const editMeasureInput = z.object({
  text: requiredText(5_000).nullish(),
  ownerId: optionalKey,
  responsibleUnitId: optionalKey,
  dueOn: optionalDate,
});

/** What was judged stays as it was judged. */
const SETTLED: readonly string[] = ['ACCEPTED', 'CANCELLED'];

/** Why the caller may not edit the measure now; null when they may: whoever plans measures, until it is settled. */
export const refuseMeasureEdit = (measure: MeasureState, caller: Caller): Refusal | null =>
  refuseAddMeasure(measure.item, caller) ??
  (SETTLED.includes(measure.status)
    ? byRule(
        'measure-open',
        '措施已验收或取消，不能修改',
        'The measure is accepted or cancelled: it cannot be changed',
      )
    : null);
