import { ROLES } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  confirmsReport,
  isIssuedByPapers,
  DOCUMENT_LIFE_CYCLE,
  refuseAddVersion,
  steppedDocument,
  versionStatus,
  type DocumentState,
  type DocumentStatus,
  type DocumentStepName,
} from './index.ts';

const { everyStatus: DOCUMENT_STATUSES, steps: DOCUMENT_STEPS } = DOCUMENT_LIFE_CYCLE;
const DOCUMENT_STEP_NAMES = DOCUMENT_LIFE_CYCLE.actions.filter(
  (name) => DOCUMENT_STEPS[name].permission,
);
const refuseDocumentStep = (name: DocumentStepName, document: DocumentState, caller: Caller) =>
  DOCUMENT_LIFE_CYCLE.refuse(name, steppedDocument(document), caller);

const everybody = (personId: string | null): Caller => ({
  key: String(personId),
  name: String(personId),
  personId,
  isDemo: false,
  organizationId: 'root',
  grants: ROLES.map((role) => ({ role, organizationId: 'root', path: '', organizationIds: null })),
});

const VERSION = {
  ordinal: 2,
  documentNumber: null,
  issuedOn: null,
  effectiveOn: null,
  hasContent: true,
  authoredById: null,
};
const document = (status: DocumentStatus | null, more: Partial<DocumentState> = {}) => ({
  organizationId: 'bureau',
  responsibleUnitId: null,
  status,
  statusIsReported: false,
  draftedById: null,
  inForceOrdinal: null,
  newestVersion: VERSION,
  today: '2026-03-02',
  ...more,
});

function reachable(start: string): Set<string> {
  const found = new Set([start]);
  for (const status of found)
    for (const { from, to } of Object.values(DOCUMENT_STEPS))
      if ((from as readonly string[]).includes(status)) found.add(to);
  return found;
}

test('every status is reached from the first, and every one that is no end leads to an end', () => {
  const ends = ['SUPERSEDED', 'REPEALED'];
  expect([...reachable('PROPOSED')].sort()).toEqual([...DOCUMENT_STATUSES].sort());
  for (const status of DOCUMENT_STATUSES)
    if (ends.includes(status)) expect([...reachable(status)]).toEqual([status]);
    else expect([...reachable(status)]).toEqual(expect.arrayContaining(ends));
});

test('each step names an event of its own and leaves the status that it came from', () => {
  const steps = Object.values(DOCUMENT_STEPS);
  expect(new Set(steps.map(({ event }) => event)).size).toBe(steps.length);
  for (const { from, to } of steps) expect(from).not.toContain(to);
});

test('a random walk moves as the table says, and who drafted never approves', () => {
  const step = fc.tuple(fc.constantFrom(...DOCUMENT_STEP_NAMES), fc.constantFrom('ann', 'bob'));
  const seen = new Set<string>(['PROPOSED']);
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), (walk) => {
      let state: DocumentState = document('PROPOSED');
      for (const [name, who] of walk) {
        const refusal = refuseDocumentStep(name, state, everybody(who));
        const mayLeave = (DOCUMENT_STEPS[name].from as readonly unknown[]).includes(state.status);
        const isOwn = name === 'approveDocument' && state.draftedById === who;
        expect(refusal?.rule ?? null).toBe(!mayLeave ? 'status' : isOwn ? 'four-eyes' : null);
        if (refusal) continue;
        seen.add(DOCUMENT_STEPS[name].to);
        const papers = { documentNumber: '1号', issuedOn: '2026-03-01' };
        state = {
          ...state,
          status: DOCUMENT_STEPS[name].to,
          ...(name === 'startDraftingDocument' && { draftedById: who, newestVersion: VERSION }),
          ...(name === 'issueInstitutionalDocument' && {
            newestVersion: { ...VERSION, ...papers },
          }),
        };
      }
    }),
    { seed: 20_261_123, numRuns: 1_500 },
  );
  expect([...seen].sort()).toEqual([...DOCUMENT_STATUSES].sort());
});

test.each<[string, Parameters<typeof refuseDocumentStep>, string | null]>([
  [
    'nothing known counts as proposed',
    ['startDraftingDocument', document(null), everybody('a')],
    null,
  ],
  [
    'an API client drafts nothing',
    ['startDraftingDocument', document('PROPOSED'), everybody(null)],
    'a-person-acts',
  ],
  [
    'an empty version is not sent out',
    [
      'consultOnDocument',
      document('DRAFTING', { newestVersion: { ...VERSION, hasContent: false } }),
      everybody('a'),
    ],
    'document-has-draft',
  ],
  [
    'an issued version is not sent out again',
    [
      'consultOnDocument',
      document('DRAFTING', {
        newestVersion: { ...VERSION, documentNumber: '1', issuedOn: '2025-01-01' },
      }),
      everybody('a'),
    ],
    'document-has-draft',
  ],
  [
    'the author of the version does not approve',
    [
      'approveDocument',
      document('LEGAL_REVIEW', { newestVersion: { ...VERSION, authoredById: 'a' } }),
      everybody('a'),
    ],
    'four-eyes',
  ],
  [
    'without papers nothing comes in force',
    ['bringDocumentIntoForce', document('ISSUED'), everybody('a')],
    'document-has-papers',
  ],
  [
    'before its day nothing comes in force',
    [
      'bringDocumentIntoForce',
      document('ISSUED', {
        newestVersion: {
          ...VERSION,
          documentNumber: '1',
          issuedOn: '2026-03-01',
          effectiveOn: '2026-03-03',
        },
      }),
      everybody('a'),
    ],
    'effective-day-has-come',
  ],
  [
    'on its day it does',
    [
      'bringDocumentIntoForce',
      document('ISSUED', {
        newestVersion: {
          ...VERSION,
          documentNumber: '1',
          issuedOn: '2026-03-01',
          effectiveOn: '2026-03-02',
        },
      }),
      everybody('a'),
    ],
    null,
  ],
])('%s', (_title, args, rule) => {
  expect(refuseDocumentStep(...args)?.rule ?? null).toBe(rule);
});

const PAPERS = { documentNumber: '1号', issuedOn: '2025-07-01', fileId: 'f' };
test.each<[string, DocumentState, object, 'issued' | 'stays' | null]>([
  [
    'a reported draft is issued by its papers',
    document('DRAFTING', { statusIsReported: true }),
    PAPERS,
    'issued',
  ],
  [
    'a reported document in force stays in force',
    document('IN_FORCE', { statusIsReported: true }),
    PAPERS,
    'stays',
  ],
  ['one of which nothing is known is issued', document(null), PAPERS, 'issued'],
  [
    'without its file it stays reported',
    document('ISSUED', { statusIsReported: true }),
    { ...PAPERS, fileId: null },
    null,
  ],
  [
    'without its number it stays reported',
    document('ISSUED', { statusIsReported: true }),
    { ...PAPERS, documentNumber: null },
    null,
  ],
  ['one that takes the steps is not moved by papers', document('DRAFTING'), PAPERS, null],
])('papers: %s', (_title, state, papers, expected) => {
  const move = isIssuedByPapers(state) ? 'issued' : 'stays';
  expect(confirmsReport(state, papers) ? move : null).toBe(expected);
});

test.each(DOCUMENT_STATUSES)(
  'a version is added to a document that is %s only while it is drafted',
  (status) => {
    const rule = refuseAddVersion(document(status), everybody('a'))?.rule ?? null;
    expect(rule).toBe(['PROPOSED', 'DRAFTING'].includes(status) ? null : 'document-being-drafted');
    expect(
      refuseAddVersion(document(status, { statusIsReported: true }), everybody('a')),
    ).toBeNull();
  },
);

test('of three versions the one in force binds, the one before is superseded, the next waits', () => {
  const issued = { documentNumber: '1号', issuedOn: '2025-07-01' };
  const at = { status: 'UNDER_REVISION', inForceOrdinal: 2 } as const;
  const standing = (ordinal: number, state: Parameters<typeof versionStatus>[1] = at) =>
    versionStatus({ ordinal, ...issued }, state);
  expect([1, 2, 3].map((ordinal) => standing(ordinal))).toEqual([
    'SUPERSEDED',
    'IN_FORCE',
    'ISSUED',
  ]);
  expect(versionStatus({ ordinal: 3, documentNumber: null, issuedOn: null }, at)).toBe('DRAFT');
  expect(standing(2, { ...at, status: 'REPEALED' })).toBe('REPEALED');
  expect(standing(2, { ...at, status: 'SUPERSEDED' })).toBe('SUPERSEDED');
  expect(standing(1, { status: 'ISSUED', inForceOrdinal: null })).toBe('ISSUED');
});
