import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  describedValuesOf,
  historyOf,
  outputFieldsOf,
  ProvenanceType,
} from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { isItemVisible } from '@taizhang/rectification/rules';
import { ITEM_PLACES } from '@taizhang/rectification/visibility';
import { visibleDocuments } from '@taizhang/documents/visibility';
import { storedCadence } from '../commands/mechanism-columns.ts';
import { describeCadence } from '../rules/cadence/describe-cadence.ts';
import {
  MECHANISM_FIELDS,
  MECHANISM_LIFE_CYCLE,
  proposeCadence,
  refuseEditMechanism,
} from '../rules/index.ts';
import { visibleMechanisms } from '../visible-mechanisms.ts';
import {
  CadencePeriodType,
  DayOffRuleType,
  DelayUnitType,
  MechanismCadenceType,
  MechanismStatusType,
} from './enums.type.ts';

const CADENCE_COLUMNS = {
  cadence: true,
  recurrenceRule: true,
  timesPerPeriod: true,
  period: true,
  factKind: true,
  delayCount: true,
  delayUnit: true,
} as const;
const PLACES_OF_ITEM = { select: ITEM_PLACES };

builder.prismaNode('StandingMechanism', {
  extensions: { readBy: 'visibleMechanisms' },
  id: { field: 'id' },
  description:
    '长效机制。What was promised to be done again and again, or each time that something happens.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleMechanisms(caller)] }),
  fields: (t) => ({
    ...outputFieldsOf(t, MECHANISM_FIELDS, {}),
    describedValues: describedValuesOf(t, MECHANISM_FIELDS),
    status: t.expose('status', {
      type: MechanismStatusType,
      description: '状态。Where it stands.',
    }),
    statusReason: t.exposeString('statusReason', {
      nullable: true,
      description: '暂停或终止理由。Why it is suspended or ended.',
    }),
    organization: t.relation('organization', {
      description: '所属单位。The bureau whose mechanism it is.',
    }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '责任科室。The unit that keeps it.',
    }),
    owner: t.relation('owner', {
      nullable: true,
      description: '责任人。The person who answers for it; never the one who waives it.',
    }),
    item: t.field({
      type: 'RectificationItem' as never,
      nullable: true,
      description: '来源问题。The item it came from, when you may see it.',
      select: (_args, _context, nested) => ({
        item: nested({ select: ITEM_PLACES } as never) as { select: typeof ITEM_PLACES },
      }),
      resolve: ({ item }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? item : null) as never,
    }),
    measure: t.field({
      type: 'CorrectiveMeasure' as never,
      nullable: true,
      description: '来源措施。The measure it came from, when you may see it.',
      select: (_args, _context, nested) => ({ item: PLACES_OF_ITEM, measure: nested() }),
      resolve: ({ item, measure }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? measure : null) as never,
    }),
    document: t.relation('document', {
      nullable: true,
      description: '所依制度。The document it rests on, when you may see it.',
      query: (_args, { caller }) => ({ where: visibleDocuments(caller) }),
    }),
    doneByTraining: t.field({
      type: 'TrainingKind' as never,
      nullable: true,
      description:
        '由何类培训会议完成。A training of this kind that the unit holds in time does it by itself; null for none.',
      select: { doneByTraining: true },
      resolve: ({ doneByTraining }) => doneByTraining as never,
    }),
    cadence: t.expose('cadence', {
      type: MechanismCadenceType,
      description: '频次类型。By what it falls due.',
    }),
    cadenceText: t.string({
      description: '频次说明。Its cadence in words, "中文 / English".',
      select: CADENCE_COLUMNS,
      resolve: (mechanism) => describeCadence(storedCadence(mechanism)),
    }),
    recurrenceRule: t.exposeString('recurrenceRule', {
      nullable: true,
      description: '规则。The rule of RFC 5545, of a RULE.',
    }),
    timesPerPeriod: t.exposeInt('timesPerPeriod', {
      nullable: true,
      description: '每期次数。How often in each period, of TIMES.',
    }),
    period: t.expose('period', {
      type: CadencePeriodType,
      nullable: true,
      description: '周期。The period, of TIMES.',
    }),
    factKind: t.exposeString('factKind', {
      nullable: true,
      description: '业务事实类型。Which kind of fact starts the clock, of a FACT.',
    }),
    delayCount: t.exposeInt('delayCount', {
      nullable: true,
      description: '时限。How long the clock runs, of a FACT.',
    }),
    delayUnit: t.expose('delayUnit', {
      type: DelayUnitType,
      nullable: true,
      description: '时限单位。What the delay is counted in, of a FACT.',
    }),
    dayOff: t.expose('dayOff', {
      type: DayOffRuleType,
      description: '遇休息日。Where what falls on a day off goes.',
    }),
    graceCount: t.exposeInt('graceCount', {
      description: '宽限。How long after its day something still counts as kept.',
    }),
    graceUnit: t.expose('graceUnit', {
      type: DelayUnitType,
      description: '宽限单位。What the grace is counted in.',
    }),
    startsOn: t.expose('startsOn', { type: 'Date', description: '起始日期。When it began.' }),
    cadenceFrom: t.expose('cadenceFrom', {
      type: 'Date',
      description: '现频次起算日。From when its present cadence counts.',
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    provenanceNote: t.exposeString('provenanceNote', {
      nullable: true,
      description: '来源说明。More on where its facts come from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: '更新时间。When it last changed.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: { status: true, organizationId: true, responsibleUnitId: true, ownerId: true },
      resolve: (mechanism, _args, { caller }) =>
        caller
          ? [
              ...offerSteps(MECHANISM_LIFE_CYCLE, mechanism, caller),
              ...sayActions({
                editStandingMechanism: refuseEditMechanism(mechanism, caller),
                changeMechanismCadence: refuseEditMechanism(mechanism, caller),
              }),
            ]
          : [],
    }),
  }),
});

historyOf('StandingMechanism', {
  description: '历史。What happened to it, newest first.',
  of: ({ id }) => ({ subjectType: 'StandingMechanism', subjectId: id }),
  visible: ({ caller }) => visibleMechanisms(caller),
});

interface Proposed {
  times: number;
  period: (typeof CadencePeriodType)['$inferType'];
  words: string;
}

const ProposedCadenceType = builder.objectRef<Proposed>('ProposedCadence').implement({
  description: '建议频次。A cadence that a text asks for in words, for a person to confirm.',
  fields: (t) => ({
    times: t.exposeInt('times', { description: '每期次数。How often in each period.' }),
    period: t.expose('period', { type: CadencePeriodType, description: '周期。The period.' }),
    words: t.exposeString('words', { description: '原文。The words that it was read from.' }),
  }),
});

builder.prismaObjectField('CorrectiveMeasure', 'proposedCadence', (t) =>
  t.field({
    type: ProposedCadenceType,
    nullable: true,
    description:
      '建议频次。How often the measure promises something, such as 每月 or 一年两次; null when it promises no recurrence.',
    select: { text: true },
    resolve: ({ text }) => proposeCadence(text),
  }),
);
