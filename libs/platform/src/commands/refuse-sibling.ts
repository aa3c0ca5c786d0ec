import { ValidationError } from '../errors/domain-errors.ts';
import { foldText, type BilingualText } from '../rules/index.ts';

/**
 * Refuses a name that a sibling has: two places or parts of one name cannot be told apart. Width,
 * case and blanks make no other name. The caller holds a lock under which no sibling is added.
 *
 * @throws ValidationError on the field, with the words given.
 */
export function refuseSibling(
  siblings: readonly string[],
  name: string,
  field: string,
  message: BilingualText,
): void {
  const plain = (text: string) => foldText(text).replace(/\s/g, '');
  if (siblings.some((sibling) => plain(sibling) === plain(name)))
    throw new ValidationError([{ path: [field], message }]);
}
