import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerm, type TermKind } from '@taizhang/client/terms';
import { buildSchema, isInputObjectType, validate, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { OTHER_ACTIONS, specOf } from './action-catalogue.ts';
import { actionMutation } from './action-mutation.ts';
import { ACTION_WORDS, LIFE_CYCLES, STEPS } from './step-catalogue.ts';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../../schema.graphql'), 'utf8'),
);

describe('what the dialog sends', () => {
  it.each([...STEPS.keys(), ...Object.keys(OTHER_ACTIONS)])(
    '%s is a mutation of the contract that takes the fields asked for',
    (action) => {
      expect(validate(schema, actionMutation(action) as DocumentNode)).toEqual([]);
      const type = schema.getType(`${action[0]!.toUpperCase()}${action.slice(1)}Input`);
      if (!isInputObjectType(type)) throw new Error(`${action} has no input`);
      const { fields, under } = specOf(action);
      const taken = Object.keys(type.getFields());
      const given = fields.map(({ name }) => name);
      const around = under
        ? ['idempotencyKey', under]
        : ['idempotencyKey', 'id', 'expectedVersion'];
      expect(taken).toEqual(expect.arrayContaining([...given, ...around]));
    },
  );

  it.each(Object.keys(OTHER_ACTIONS))('%s has a name', (action) => {
    expect(ACTION_WORDS[action]).toMatch(/ \/ /);
  });

  it('knows every life cycle, most of whose steps it takes', () => {
    expect(LIFE_CYCLES.length).toBeGreaterThan(12);
    expect(STEPS.size).toBeGreaterThan(40);
  });
});

/** What a status is called in lists, by the enum of the schema. */
const TERM_OF: Record<string, TermKind> = {
  RectificationItem: 'ItemStatus',
  CorrectiveMeasure: 'MeasureStatus',
  Evidence: 'EvidenceStatus',
  ExtensionRequest: 'ExtensionStatus',
  RectificationPlan: 'PlanStatus',
  PublicNotice: 'PublicNoticeStatus',
  LookBackReview: 'LookBackStatus',
  LookBackSample: 'SampleResult',
  EffectivenessEvaluation: 'EvaluationStatus',
  InstitutionalDocument: 'DocumentStatus',
  Training: 'TrainingStatus',
  BiweeklyReport: 'BiweeklyReportStatus',
  BiweeklyUnitReport: 'BiweeklyUnitStatus',
  BiweeklyEntry: 'BiweeklyAnswer',
};

describe('the words of statuses', () => {
  it.each(LIFE_CYCLES.filter(({ subject }) => subject in TERM_OF))(
    'of $subject are in lists what they are in the table',
    ({ subject, statuses }) => {
      for (const [status, { words }] of Object.entries(statuses)) {
        const term = findTerm(TERM_OF[subject]!, status);
        expect(`${term?.zh} / ${term?.en}`).toBe(words);
      }
    },
  );
});
