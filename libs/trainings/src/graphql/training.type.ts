import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  cutSource,
  historyOf,
  ProvenanceType,
  SourceSpanType,
} from '@taizhang/platform';
import { offerSteps, sayActions, sumTenths } from '@taizhang/platform/rules';
import { isItemVisible } from '@taizhang/rectification/rules';
import { ITEM_PLACES } from '@taizhang/rectification/visibility';
import { refuseEditTraining, TRAINING_LIFE_CYCLE } from '../rules/index.ts';
import { visibleTrainings } from '../visible-trainings.ts';
import { TrainingDirectionType, TrainingKindType, TrainingStatusType } from './enums.type.ts';

const PLACES_OF_ITEM = { select: ITEM_PLACES };

/** Sums what is known; null when nothing is. */
const sumKnown = (values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length ? sumTenths(known) : null;
};

builder.prismaNode('Training', {
  extensions: { readBy: 'visibleTrainings' },
  id: { field: 'id' },
  description: '培训、会议、谈话等。A training, meeting, talk or visit, as a series of sessions.',
  findUnique: (id, context) => ({ id, AND: [visibleTrainings(context.caller)] }),
  fields: (t) => ({
    kind: t.expose('kind', { type: TrainingKindType, description: '类别。What kind.' }),
    direction: t.expose('direction', {
      type: TrainingDirectionType,
      description: '举办或参加。Held or attended.',
    }),
    topic: t.exposeString('topic', { description: '主题。What it was about.' }),
    status: t.expose('status', { type: TrainingStatusType, description: '状态。Where it stands.' }),
    organization: t.relation('organization', {
      description: '所属单位。The bureau whose training it is.',
    }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '主办科室。The unit that held it.',
    }),
    item: t.field({
      type: 'RectificationItem' as never,
      nullable: true,
      description: '所属问题。The item it was held for, when you may see it.',
      select: (_args, _context, nested) => ({
        item: nested({ select: ITEM_PLACES } as never) as { select: typeof ITEM_PLACES },
      }),
      resolve: ({ item }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? item : null) as never,
    }),
    measure: t.field({
      type: 'CorrectiveMeasure' as never,
      nullable: true,
      description: '所属措施。The measure it was held for, when you may see it.',
      select: (_args, _context, nested) => ({ item: PLACES_OF_ITEM, measure: nested() }),
      resolve: ({ item, measure }, _args, { caller }) =>
        (item && isItemVisible(caller, item) ? measure : null) as never,
    }),
    heldOn: t.expose('heldOn', {
      type: 'Date',
      nullable: true,
      description: '日期。The first session’s day; null when not said.',
    }),
    plannedOn: t.expose('plannedOn', {
      type: 'Date',
      nullable: true,
      description: '计划日期。The day it was last planned for; null when not said.',
    }),
    sessions: t.relation('sessions', {
      description: '场次。Its sessions, in order.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
    sessionCount: t.int({
      description: '场次数。How many sessions are listed, or else stated; at least 1.',
      select: { statedSessions: true, _count: { select: { sessions: true } } },
      resolve: ({ statedSessions, _count }) => _count.sessions || statedSessions || 1,
    }),
    attendanceCount: t.int({
      nullable: true,
      description:
        '人次。People present, summed over sessions, or else stated; null when not known.',
      select: { statedAttendances: true, sessions: { select: { attendanceCount: true } } },
      resolve: ({ statedAttendances, sessions }) =>
        sumKnown(sessions.map(({ attendanceCount }) => attendanceCount)) ?? statedAttendances,
    }),
    hours: t.float({
      nullable: true,
      description: '学时。Hours, summed over sessions, or else stated; null when not known.',
      select: { statedHours: true, sessions: { select: { hours: true } } },
      resolve: ({ statedHours, sessions }) =>
        sumKnown(sessions.map(({ hours }) => (hours === null ? null : Number(hours)))) ??
        (statedHours === null ? null : Number(statedHours)),
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    provenanceNote: t.exposeString('provenanceNote', {
      nullable: true,
      description: '来源说明。More on where its facts come from.',
    }),
    source: t.field({
      type: SourceSpanType,
      nullable: true,
      description: '原文出处。Where the notice speaks of it.',
      select: {
        sourceStart: true,
        sourceEnd: true,
        item: {
          select: { ...ITEM_PLACES, round: { select: { notice: { select: { text: true } } } } },
        },
      },
      resolve: (training, _args, { caller }) =>
        training.item && isItemVisible(caller, training.item)
          ? cutSource(training, training.item.round.notice?.text)
          : null,
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
      select: { status: true, organizationId: true, responsibleUnitId: true, recordedById: true },
      resolve: (training, _args, { caller }) =>
        caller
          ? [
              ...offerSteps(TRAINING_LIFE_CYCLE, training, caller),
              ...sayActions({ editTraining: refuseEditTraining(training, caller) }),
            ]
          : [],
    }),
  }),
});

historyOf('Training', {
  description: '历史。What happened to it, newest first.',
  of: ({ id }) => ({ subjectType: 'Training', subjectId: id }),
  visible: ({ caller }) => visibleTrainings(caller),
});

builder.prismaObject('TrainingSession', {
  extensions: { readBy: 'its training' },
  description: '场次。One session of a training.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Counts the sessions from 1.' }),
    heldOn: t.expose('heldOn', {
      type: 'Date',
      nullable: true,
      description: '日期。The day; null when not said.',
    }),
    location: t.exposeString('location', { nullable: true, description: '地点。Where.' }),
    hours: t.float({
      nullable: true,
      description: '学时。Hours; null when not known.',
      select: { hours: true },
      resolve: ({ hours }) => (hours === null ? null : Number(hours)),
    }),
    attendanceCount: t.exposeInt('attendanceCount', {
      nullable: true,
      description: '人次。People present; null when not counted.',
    }),
    attendance: t.relation('attendance', {
      description: '到场情况。Who was there, where listed.',
      query: { orderBy: { id: 'asc' } },
    }),
  }),
});

builder.prismaObject('TrainingAttendance', {
  extensions: { readBy: 'its training' },
  description: '到场。A person, or so many of a unit, at a session.',
  fields: (t) => ({
    person: t.relation('person', {
      nullable: true,
      description: '人员。Who, when a person is named.',
    }),
    organization: t.relation('organization', {
      nullable: true,
      description: '单位。Of which unit, when only counted.',
    }),
    headcount: t.exposeInt('headcount', { description: '人数。How many; 1 for a person.' }),
  }),
});
