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
    [MechanismStatus.ACTIVE]: { description: '执行中。Active: it falls due by its cadence.' },
    [MechanismStatus.SUSPENDED]: {
      description: '已暂停。Suspended: nothing opens until it is resumed.',
    },
    [MechanismStatus.ENDED]: { description: '已终止。Ended: nothing opens any more.' },
  } as const,
});

export const OccurrenceStatusType = builder.enumType('OccurrenceStatus', {
  description: '到期事项状态。Where one time that a mechanism falls due stands.',
  values: {
    [OccurrenceStatus.DUE]: { description: '待办。Due: still to be done.' },
    [OccurrenceStatus.DONE]: { description: '已完成。Done: by its day, or within the grace.' },
    [OccurrenceStatus.MISSED]: {
      description: '未做。Missed: not done in its time, also where it was made up for later.',
    },
    [OccurrenceStatus.WAIVED]: {
      description: '免做。Waived: it need not be done; it does not count.',
    },
  } as const,
});

export const MechanismCadenceType = builder.enumType('MechanismCadence', {
  description: '频次类型。By what a mechanism falls due.',
  values: {
    [MechanismCadence.RULE]: { description: '日历规则。By a rule: a recurrence rule of RFC 5545.' },
    [MechanismCadence.TIMES]: {
      description: '每期若干次。So many times a period: due at its end.',
    },
    [MechanismCadence.FACT]: {
      description: '由业务事实起算。From a business fact: it starts the clock.',
    },
  } as const,
});

export const CadencePeriodType = builder.enumType('CadencePeriod', {
  description: '周期。A period of the calendar.',
  values: {
    [CadencePeriod.WEEK]: { description: '周。week: from Monday to Sunday.' },
    [CadencePeriod.MONTH]: { description: '月。month.' },
    [CadencePeriod.QUARTER]: { description: '季度。quarter.' },
    [CadencePeriod.HALF_YEAR]: { description: '半年。half-year.' },
    [CadencePeriod.YEAR]: { description: '年。year.' },
  } as const,
});

export const DayOffRuleType = builder.enumType('DayOffRule', {
  description: '遇休息日。Where what falls on a day off goes.',
  values: {
    [DayOffRule.BEFORE]: { description: '提前。To the working day before.' },
    [DayOffRule.AFTER]: { description: '顺延。To the next working day.' },
    [DayOffRule.KEEP]: { description: '不变。Stays.' },
  } as const,
});

export const DelayUnitType = builder.enumType('DelayUnit', {
  description: '时限单位。What a delay is counted in.',
  values: {
    [DelayUnit.DAY]: { description: '天。days.' },
    [DelayUnit.WORKING_DAY]: { description: '个工作日。working days: those of the calendar.' },
    [DelayUnit.MONTH]: { description: '个月。months: to the same day.' },
  } as const,
});
