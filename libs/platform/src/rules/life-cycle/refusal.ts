import { bilingual, type BilingualText } from '../bilingual.ts';

/** Why a step is refused: the role lacks it, or a rule of the life cycle. */
export interface Refusal {
  kind: 'permission' | 'rule';
  /** Stable name of the rule. */
  rule: string;
  message: BilingualText;
}

/** A refusal by a rule of the life cycle. */
export const byRule = (rule: string, chinese: string, english: string): Refusal => ({
  kind: 'rule',
  rule,
  message: bilingual(chinese, english),
});

/** A refusal because somebody else has to act. */
export const byPermission = (message: BilingualText): Refusal => ({
  kind: 'permission',
  rule: 'permission',
  message,
});
