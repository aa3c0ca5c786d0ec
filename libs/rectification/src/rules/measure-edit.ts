import type { Caller } from '@taizhang/platform';
import {
  byRule,
  optionalDate,
  optionalKey,
  requiredText,
  type Refusal,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { refuseAddMeasure } from './item-rules.ts';
import { MEASURE_LIFE_CYCLE, type MeasureState } from './measure-life-cycle.ts';

/** 编辑措施: absent fields stay as they are. */
export const editMeasureInput = z.object({
  text: requiredText(5_000).nullish(),
  ownerId: optionalKey,
  responsibleUnitId: optionalKey,
  dueOn: optionalDate,
});

/** Why a notice may not word a measure anew in its status; null when it may. */
export const refuseClosedMeasure = ({ status }: Pick<MeasureState, 'status'>): Refusal | null =>
  MEASURE_LIFE_CYCLE.is('isEditable', status)
    ? null
    : byRule(
        'measure-open',
        '措施已提交、验收或取消，不能修改',
        'The measure is submitted, accepted or cancelled: it cannot be changed',
      );

/** Why the caller may not edit the measure now; null when they may: whoever plans measures, until it is settled. */
export const refuseMeasureEdit = (measure: MeasureState, caller: Caller): Refusal | null =>
  refuseAddMeasure(measure.item, caller) ??
  (MEASURE_LIFE_CYCLE.is('isOpen', measure.status)
    ? null
    : byRule(
        'measure-open',
        '措施已验收或取消，不能修改',
        'The measure is accepted or cancelled: it cannot be changed',
      ));
