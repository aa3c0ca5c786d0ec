import type { Caller } from '../../caller.ts';
import { bilingual, type BilingualText } from '../bilingual.ts';
import type { Refusal } from './refusal.ts';

/** A condition of a step beside status and permission, with the name and the words by which it refuses. */
export interface Guard<State = never> {
  kind: Refusal['kind'];
  /** Stable name, such as four-eyes. */
  rule: string;
  /** What whoever it stops reads. */
  words: BilingualText;
  /** Whether it lets the step pass. */
  holds(state: State, caller: Caller): boolean;
  /** The words with the numbers of the record in them. */
  say?(state: State): BilingualText;
}

/** A rule of the life cycle that has to hold for a step. */
export const guard = <State>(
  rule: string,
  chinese: string,
  english: string,
  holds: (state: State, caller: Caller) => boolean,
  say?: (state: State) => BilingualText,
): Guard<State> => ({
  kind: 'rule',
  rule,
  words: bilingual(chinese, english),
  holds,
  ...(say && { say }),
});

/** A condition on who acts that no role alone decides. */
export const personGuard = <State>(
  chinese: string,
  english: string,
  holds: (state: State, caller: Caller) => boolean,
): Guard<State> => ({
  kind: 'permission',
  rule: 'permission',
  words: bilingual(chinese, english),
  holds,
});

/** Refuses whoever is no person: a step that counts as somebody's cannot be an API client's. */
export const aPersonActs: Guard<unknown> = guard(
  'a-person-acts',
  '须由本人办理',
  'A person has to do it',
  (_state, { personId }) => personId !== null,
);

/** Why a guard stops the caller; null when it holds. */
export const refuseByGuard = <State>(
  one: Guard<State>,
  state: State,
  caller: Caller,
): Refusal | null =>
  one.holds(state, caller)
    ? null
    : { kind: one.kind, rule: one.rule, message: one.say?.(state) ?? one.words };
