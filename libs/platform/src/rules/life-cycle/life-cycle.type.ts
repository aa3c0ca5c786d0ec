import type { z } from 'zod';
import type { Caller } from '../../caller.ts';
import type { ColumnChanges, LedgerModel } from '../../changes/ledger-model.ts';
import type { BilingualText } from '../bilingual.ts';
import type { EventDefinition } from '../define-events.ts';
import type { Guard } from './guard.ts';
import type { Refusal } from './refusal.ts';
import type { FieldsOf, StepFields } from './step-field.ts';

/** What the rules need to know of a record at least. */
export interface Stated {
  status: string;
}

/** Who takes a step, and when; `today` is the day in China. */
export interface Taking {
  caller: Caller;
  now: Date;
  today: string;
}

/** What people and programs are told of a step. */
export interface StepFacts {
  from: readonly string[];
  to: string;
  /** Null for a step that nobody takes by hand: it follows from another one. */
  permission: string | null;
  guards: readonly Guard[];
  fields: StepFields;
  /** What the input has to keep: the fields' rules, and those between them. */
  input: z.ZodType;
  event: EventDefinition;
  /** What it is called, as on a button. */
  words: BilingualText;
  /** What the API says of its mutation, “中文。English.”. */
  description: string;
  /** What whoever is about to take it ought to know. */
  advice: BilingualText | null;
  /** Whether it undoes work or cannot be undone: a button says so by its colour. */
  isDangerous: boolean;
  /** Whether the domain has a mutation of its own for it, with another input. */
  hasOwnCommand: boolean;
}

/** One row of a life cycle, as the platform reads it. */
export interface Step<
  Subject extends LedgerModel = LedgerModel,
  State extends Stated = Stated,
> extends StepFacts {
  from: readonly State['status'][];
  to: State['status'];
  event: EventDefinition<Subject>;
  sets?(state: State, fields: Readonly<Record<string, unknown>>, taking: Taking): object;
}

/** One row of a life cycle, as a domain writes it. */
export interface StepRow<
  Subject extends LedgerModel,
  State extends Stated,
  Permission extends string,
  Fields extends StepFields,
> {
  from: readonly State['status'][];
  to: State['status'];
  permission: Permission | null;
  guards?: readonly Guard<State>[];
  /** What it asks for; its `reason` is kept with the event. */
  fields: Fields;
  /** The fields' rule, where one depends on another. */
  input?: z.ZodType<FieldsOf<Fields>>;
  /** The columns that it writes beside the status; pure. */
  sets?: (state: State, fields: FieldsOf<Fields>, taking: Taking) => ColumnChanges<Subject>;
  event: EventDefinition<Subject>;
  words: BilingualText;
  description: string;
  advice?: BilingualText;
  isDangerous?: true;
  hasOwnCommand?: true;
}

/** What a status is called and what holds of it. */
export interface StatusFacts<Trait extends string = string> {
  words: BilingualText;
  /** What the words alone leave open. */
  means?: BilingualText;
  traits: Readonly<Record<Trait, boolean>>;
}

/** A life cycle as plain data: what documents, forms and checks are made from. */
export interface LifeCycleFacts {
  subject: LedgerModel;
  /** What such a record is called. */
  words: BilingualText;
  statuses: Readonly<Record<string, StatusFacts>>;
  /** The status in which each event that makes such a record leaves it. */
  born: Readonly<Record<string, string>>;
  steps: Readonly<Record<string, StepFacts>>;
}

/** A record's life cycle: the statuses, and every step that there is. */
export interface LifeCycle<
  Subject extends LedgerModel = LedgerModel,
  State extends Stated = Stated,
  Trait extends string = string,
  Action extends string = string,
> extends LifeCycleFacts {
  subject: Subject;
  statuses: Readonly<Record<State['status'], StatusFacts<Trait>>>;
  born: Readonly<Record<string, State['status']>>;
  steps: Readonly<Record<Action, Step<Subject, State>>>;
  /** The column that holds the status; null when the status follows from what the steps set. */
  column: string | null;
  /** The actions, in the table's order. */
  actions: readonly Action[];
  /**
   * The status column of a row that an event makes.
   *
   * @param reported the status that its source tells of, where rows come as they stand elsewhere; null when it tells none.
   */
  bornBy(event: EventDefinition<Subject>, reported?: State['status'] | null): object;
  /** All statuses, in the table's order. */
  everyStatus: readonly State['status'][];
  /** Whether a trait holds of a status. */
  is(trait: Trait, status: State['status']): boolean;
  /** The statuses of which a trait holds. */
  statusesThatAre(trait: Trait): State['status'][];
  /** The places of which one has to be the caller's for the step's permission. */
  places(state: State): readonly (string | null)[];
  /** Why the caller may not take the step now; null when they may. */
  refuse(action: Action, state: State, caller: Caller): Refusal | null;
}
