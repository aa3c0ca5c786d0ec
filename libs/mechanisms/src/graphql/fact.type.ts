import { builder } from '@taizhang/platform';
import { visibleFacts } from '../visible-mechanisms.ts';

builder.prismaNode('BusinessFact', {
  extensions: { readBy: 'visibleFacts, or the occurrence whose clock it started' },
  id: { field: 'id' },
  description:
    '业务事实。Something that happened in the bureau’s business and starts the clocks of mechanisms, as another system tells it.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleFacts(caller)] }),
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: '类型。Which kind of fact, such as business-opened.',
    }),
    system: t.exposeString('system', { description: '来源系统。The system that tells of it.' }),
    key: t.exposeString('key', { description: '键。Its key in that system.' }),
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    happenedOn: t.expose('happenedOn', {
      type: 'Date',
      description: '发生日期。The day from which clocks run.',
    }),
    organization: t.relation('organization', { description: '所属单位。The bureau concerned.' }),
    version: t.exposeInt('version', { description: '版本号。Counts its changes.' }),
  }),
});

builder.prismaNode('WorkingCalendar', {
  extensions: { readBy: 'everybody' },
  id: { field: 'id' },
  description: '工作日历。The days off and worked of a year, as they were published in this hub.',
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    year: t.exposeInt('year', { description: '年份。The year.' }),
    source: t.exposeString('source', { description: '依据。Who published it, and where.' }),
    daysOff: t.expose('daysOff', {
      type: ['Date'],
      description:
        '放假日，至多 366 天。Days off beside Saturdays and Sundays, or on them; at most 366.',
    }),
    workedDays: t.expose('workedDays', {
      type: ['Date'],
      description: '调休上班日，至多 104 天。Saturdays and Sundays that are worked; at most 104.',
    }),
    version: t.exposeInt('version', { description: '版本号。Counts its changes.' }),
  }),
});
