import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  historyOf,
  ProvenanceType,
} from '@taizhang/platform';
import { offerSteps } from '@taizhang/platform/rules';
import { visibleDocuments } from '@taizhang/documents/visibility';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '@taizhang/trainings/visibility';
import { OCCURRENCE_LIFE_CYCLE } from '../rules/index.ts';
import { visibleOccurrences } from '../visible-mechanisms.ts';
import { OccurrenceStatusType } from './enums.type.ts';

builder.prismaNode('MechanismOccurrence', {
  extensions: { readBy: 'visibleOccurrences' },
  id: { field: 'id' },
  description: '到期事项。One time that a standing mechanism falls due.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleOccurrences(caller)] }),
  fields: (t) => ({
    mechanism: t.relation('mechanism', { description: '所属机制。The mechanism.' }),
    slot: t.exposeString('slot', {
      description:
        '期次。Which time it is, such as 2026-03-31 or 2026-H1/2; unique to a mechanism.',
    }),
    slotOn: t.expose('slotOn', {
      type: 'Date',
      description: '原定日期。The day on which it falls by the cadence, whatever it is moved to.',
    }),
    opensOn: t.expose('opensOn', {
      type: 'Date',
      description: '起算日。From when what is done counts for it.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: '到期日。When it is due.' }),
    graceEndsOn: t.expose('graceEndsOn', {
      type: 'Date',
      description: '宽限截止日。The last day on which it still counts as kept.',
    }),
    isProvisional: t.exposeBoolean('isProvisional', {
      description:
        '日期暂定。Whether the days off of its year were not known when it was reckoned: a calendar published later may move it.',
    }),
    isMoved: t.exposeBoolean('isMoved', {
      description: '是否改期。Whether somebody moved it.',
    }),
    isLate: t.boolean({
      description: '是否迟做。Whether it was done after its day, within the grace.',
      select: { status: true, doneOn: true, dueOn: true },
      resolve: ({ status, doneOn, dueOn }) =>
        status === 'DONE' && doneOn !== null && doneOn > dueOn,
    }),
    organization: t.relation('organization', {
      description: '所属单位。The bureau whose mechanism it is.',
    }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '责任科室。The unit that had to do it.',
    }),
    fact: t.relation('fact', {
      nullable: true,
      description: '业务事实。What started its clock; null where the calendar does.',
    }),
    status: t.expose('status', {
      type: OccurrenceStatusType,
      description: '状态。Where it stands.',
    }),
    doneOn: t.expose('doneOn', {
      type: 'Date',
      nullable: true,
      description: '完成日期。When it was done; of a missed one, when it was made up for.',
    }),
    note: t.exposeString('note', { nullable: true, description: '完成情况。What was done.' }),
    doneBy: t.relation('doneBy', {
      nullable: true,
      description: '完成人。Who said that it was done; null where a training showed it by itself.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '理由。Why it was missed, waived, moved or returned.',
    }),
    proofs: t.relation('proofs', {
      description: '佐证，至多 60 条。The records that show that it was done; at most 60.',
      query: { orderBy: { id: 'asc' }, take: 60 },
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
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
      select: {
        status: true,
        organizationId: true,
        responsibleUnitId: true,
        doneById: true,
        mechanism: { select: { ownerId: true } },
      },
      resolve: ({ mechanism, ...occurrence }, _args, { caller }) =>
        offerSteps(OCCURRENCE_LIFE_CYCLE, { ...occurrence, ownerId: mechanism.ownerId }, caller),
    }),
  }),
});

historyOf('MechanismOccurrence', {
  description: '历史。What happened to it, newest first.',
  of: ({ id }) => ({ subjectType: 'MechanismOccurrence', subjectId: id }),
  visible: ({ caller }) => visibleOccurrences(caller),
});

builder.prismaObject('OccurrenceProof', {
  extensions: { readBy: 'its occurrence' },
  description:
    '佐证。One record that shows that an occurrence was done; null where you may not see it.',
  fields: (t) => ({
    training: t.relation('training', {
      nullable: true,
      description: '培训会议。A training, when it is one that you may see.',
      query: (_args, { caller }) => ({ where: visibleTrainings(caller) }),
    }),
    document: t.relation('document', {
      nullable: true,
      description: '制度文件。A document, when it is one that you may see.',
      query: (_args, { caller }) => ({ where: visibleDocuments(caller) }),
    }),
    evidence: t.relation('evidence', {
      nullable: true,
      description: '佐证材料。A piece of evidence of an item, when it is one that you may see.',
      query: (_args, { caller }) => ({ where: { item: visibleItems(caller) } }),
    }),
  }),
});
