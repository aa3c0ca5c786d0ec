import type {
  DocumentActionKind,
  ItemStatus,
  MeasureStatus,
  TrainingKind,
  TrainingStatus,
} from '@taizhang/client';

/** A small ledger to test against: seven of ten closed, one long-term, one overdue, one withdrawn besides. */
export interface ItemFacts {
  id: string;
  area: 1 | 2;
  status: ItemStatus;
  unit: string | null;
  leader: string | null;
  overdue?: boolean;
  evidence?: boolean;
  measures: MeasureStatus[];
}

const accepted = (count: number): MeasureStatus[] => Array<MeasureStatus>(count).fill('ACCEPTED');

export const items: ItemFacts[] = [
  {
    id: 'i1',
    area: 1,
    status: 'CLOSED',
    unit: 'u1',
    leader: 'p1',
    evidence: true,
    measures: accepted(3),
  },
  {
    id: 'i2',
    area: 1,
    status: 'CLOSED',
    unit: 'u1',
    leader: 'p1',
    evidence: true,
    measures: accepted(2),
  },
  { id: 'i3', area: 1, status: 'CLOSED', unit: 'u2', leader: 'p1', measures: accepted(1) },
  { id: 'i4', area: 1, status: 'LONG_TERM', unit: 'u2', leader: 'p2', measures: accepted(2) },
  {
    id: 'i5',
    area: 2,
    status: 'CLOSED',
    unit: 'u1',
    leader: 'p2',
    evidence: true,
    measures: accepted(1),
  },
  {
    id: 'i6',
    area: 2,
    status: 'CLOSED',
    unit: 'u2',
    leader: 'p2',
    evidence: true,
    measures: accepted(1),
  },
  {
    id: 'i7',
    area: 2,
    status: 'CLOSED',
    unit: 'u2',
    leader: 'p2',
    evidence: true,
    measures: accepted(1),
  },
  {
    id: 'i8',
    area: 2,
    status: 'CLOSED',
    unit: 'u1',
    leader: 'p1',
    evidence: true,
    measures: ['ACCEPTED', 'CANCELLED'],
  },
  {
    id: 'i9',
    area: 2,
    status: 'IN_PROGRESS',
    unit: 'u2',
    leader: 'p2',
    overdue: true,
    measures: ['SUBMITTED', 'DRAFT'],
  },
  { id: 'i10', area: 2, status: 'REGISTERED', unit: null, leader: null, measures: [] },
  { id: 'i11', area: 2, status: 'WITHDRAWN', unit: 'u1', leader: 'p1', measures: [] },
];

export const names: Record<string, string> = {
  u1: '党群科',
  u2: '计财科',
  p1: '分管副局长甲',
  p2: '分管副局长乙',
};

export const areaTitles = { 1: '文旅融合推进偏弱', 2: '管党治党责任传导不到底' };

export interface DocumentFacts {
  id: string;
  item: string;
  actions: { action: DocumentActionKind; on: string | null }[];
}

/** d1 is revised in two months: one document in the total, and one in each month. */
export const documents: DocumentFacts[] = [
  {
    id: 'd1',
    item: 'i1',
    actions: [
      { action: 'REVISE', on: '2025-03-02' },
      { action: 'REVISE', on: '2025-05-30' },
    ],
  },
  { id: 'd2', item: 'i1', actions: [{ action: 'REVISE', on: '2025-05-31' }] },
  { id: 'd3', item: 'i2', actions: [{ action: 'ISSUE', on: null }] },
];

export interface TrainingFacts {
  id: string;
  kind: TrainingKind;
  status: TrainingStatus;
  on: string | null;
  sessions: number;
  attendances: number;
  hours: number;
}

export const trainings: TrainingFacts[] = [
  {
    id: 't1',
    kind: 'LECTURE',
    status: 'RECORDED',
    on: '2025-02-28',
    sessions: 2,
    attendances: 1200,
    hours: 3.5,
  },
  {
    id: 't2',
    kind: 'LECTURE',
    status: 'VERIFIED',
    on: '2025-04-01',
    sessions: 1,
    attendances: 30,
    hours: 2,
  },
  { id: 't3', kind: 'MEETING', status: 'HELD', on: null, sessions: 1, attendances: 0, hours: 0 },
  {
    id: 't4',
    kind: 'MEETING',
    status: 'PLANNED',
    on: '2025-04-09',
    sessions: 1,
    attendances: 0,
    hours: 0,
  },
];
