import {
  builder,
  CadencePeriod,
  DayOffRule,
  DelayUnit,
  MechanismCadence,
  MechanismStatus,
  OccurrenceStatus,
} from '@taizhang/platform';

export const MechanismStatusType = builder.enumType('MechanismStatus', {
  description: '长效机制状态。Where a standing mechanism stands.',
  values: {
    [MechanismStatus.ACTIVE]: { description: '执行中。It falls due by its cadence.' },
    [MechanismStatus.SUSPENDED]: { description: '已暂停。Nothing opens until it is resumed.' },
    [MechanismStatus.ENDED]: { description: '已终止。Nothing opens any more.' },
  } as const,
});

export const OccurrenceStatusType = builder.enumType('OccurrenceStatus', {
  description: '到期事项状态。Where one time that a mechanism falls due stands.',
  values: {
    [OccurrenceStatus.DUE]: { description: '待办。Still to be done.' },
    [OccurrenceStatus.DONE]: { description: '已完成。Kept: by its day, or within the grace.' },
    [OccurrenceStatus.MISSED]: {
      description: '未做。Not done in its time, also where it was made up for later.',
    },
    [OccurrenceStatus.WAIVED]: {
      description: '免做。It need not be done; it does not count.',
    },
  } as const,
});

export const MechanismCadenceType = builder.enumType('MechanismCadence', {
  description: '频次类型。By what a mechanism falls due.',
  values: {
    [MechanismCadence.RULE]: { description: '日历规则。By a recurrence rule of RFC 5545.' },
    [MechanismCadence.TIMES]: {
      description: '每期若干次。So many times in each period, due at its end.',
    },
    [MechanismCadence.FACT]: {
      description: '由业务事实起算。By a clock that a business fact starts.',
    },
  } as const,
});

export const CadencePeriodType = builder.enumType('CadencePeriod', {
  description: '周期。A period of the calendar.',
  values: {
    [CadencePeriod.WEEK]: { description: '周。From Monday to Sunday.' },
    [CadencePeriod.MONTH]: { description: '月。A month.' },
    [CadencePeriod.QUARTER]: { description: '季度。A quarter.' },
    [CadencePeriod.HALF_YEAR]: { description: '半年。A half-year.' },
    [CadencePeriod.YEAR]: { description: '年。A year.' },
  } as const,
});

export const DayOffRuleType = builder.enumType('DayOffRule', {
  description: '遇休息日。Where what falls on a day off goes.',
  values: {
    [DayOffRule.BEFORE]: { description: '提前。To the working day before.' },
    [DayOffRule.AFTER]: { description: '顺延。To the next working day.' },
    [DayOffRule.KEEP]: { description: '不变。It stays.' },
  } as const,
});

export const DelayUnitType = builder.enumType('DelayUnit', {
  description: '时限单位。What a delay is counted in.',
  values: {
    [DelayUnit.DAY]: { description: '天。Days.' },
    [DelayUnit.WORKING_DAY]: { description: '工作日。Working days of the calendar.' },
    [DelayUnit.MONTH]: { description: '月。Months, to the same day.' },
  } as const,
});
