import { ConflictError } from '../errors/domain-errors.ts';
import { bilingual, type BilingualText } from '../rules/bilingual.ts';
import type { RowStep } from './row-step.type.ts';

const EXISTS = bilingual('同样的一条已经存在', 'There is such a row already');
const STANDS_ON = bilingual('它所依附的一条不在', 'What it belongs to is not there');
const IS_STOOD_ON = bilingual('还有别的内容依附于它', 'Something else still stands on it');
const CHANGED_SINCE = bilingual('此后有人改过', 'Somebody changed it since');

const DOES_NOT_FIT = bilingual('与台账现状不符', 'It does not fit what the ledger holds now');

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');

/** Why a step that the database refused is left out; null where the failure is a fault of the program. */
export function reasonToLeave(error: unknown, write: RowStep['write']): BilingualText | null {
  if (error instanceof ConflictError) return CHANGED_SINCE;
  if (codeOf(error) === 'P2002') return EXISTS;
  if (codeOf(error) === 'P2003') return write === 'remove' ? IS_STOOD_ON : STANDS_ON;
  if (isCheckViolated(error)) return DOES_NOT_FIT;
  return null;
}

/** PostgreSQL's code for a row that a rule of its table refuses. */
const isCheckViolated = (error: unknown) =>
  codeOf(error) === '23514' || (error instanceof Error && error.message.includes('`23514`'));

/** What Prisma says of connections and waits: the same may succeed later. */
const PASSING: ReadonlySet<string> = new Set(['P2024', 'P2028', 'P2034', 'P2037']);

/** Whether a failure is none of the step's: the database cannot be reached, or somebody else's lock was in the way. */
export const isPassing = (error: unknown): boolean => {
  const code = codeOf(error);
  return PASSING.has(code) || /^P1\d{3}$|^E[A-Z]+$|^(08|40|53|57)/.test(code);
};
