import { expect, test } from 'vitest';
import { recordTrainingInput } from './index.ts';

const session = { heldOn: '2026-03-02' };
const training = { kind: 'TRAINING', direction: 'HELD', topic: '培训', sessions: [session] };

test.each<[string, object, string | null]>([
  ['a session', {}, null],
  [
    'a whole session',
    {
      sessions: [
        {
          ...session,
          hours: 0.3,
          attendanceCount: 0,
          attendance: [{ personId: 'p' }, { unitId: 'u', headcount: 3 }],
        },
      ],
    },
    null,
  ],
  ['no session', { sessions: [] }, 'sessions'],
  ['201 sessions', { sessions: Array(201).fill(session) }, 'sessions'],
  ['a session without a day', { sessions: [{}] }, 'sessions.0.heldOn'],
  ['negative hours', { sessions: [{ ...session, hours: -0.5 }] }, 'sessions.0.hours'],
  ['hours finer than tenths', { sessions: [{ ...session, hours: 0.25 }] }, 'sessions.0.hours'],
  ['1000 hours', { sessions: [{ ...session, hours: 1000 }] }, 'sessions.0.hours'],
  [
    'half a person',
    { sessions: [{ ...session, attendanceCount: 1.5 }] },
    'sessions.0.attendanceCount',
  ],
  [
    'a person and a unit in one',
    { sessions: [{ ...session, attendance: [{ personId: 'p', unitId: 'u' }] }] },
    'sessions.0.attendance.0.personId',
  ],
  [
    'neither person nor unit',
    { sessions: [{ ...session, attendance: [{}] }] },
    'sessions.0.attendance.0.personId',
  ],
  [
    'a unit of nobody',
    { sessions: [{ ...session, attendance: [{ unitId: 'u', headcount: 0 }] }] },
    'sessions.0.attendance.0.headcount',
  ],
  [
    'a person twice',
    { sessions: [{ ...session, attendance: [{ personId: 'p' }, { personId: 'p' }] }] },
    'sessions.0.attendance',
  ],
  ['a measure without its item', { measureId: 'm' }, 'itemId'],
  ['an unknown kind', { kind: 'PARTY' }, 'kind'],
  ['a blank topic', { topic: ' ' }, 'topic'],
])('a training with %s', (_title, changes, wrong) => {
  const result = recordTrainingInput.safeParse({ ...training, ...changes });
  expect(result.error?.issues[0]?.path.join('.') ?? null).toBe(wrong);
});
