import { readValue, showField, type FieldDescriptions } from '@taizhang/platform/rules';
import { useLanguage } from '@taizhang/ui';
import type { DescribedValue } from './described-values.ts';
import { useFieldWords } from './use-field-words.ts';

/** What a record says of its described fields, in their order; what it does not say is left out. */
export function useDescribedFacts(
  fields: FieldDescriptions,
  values: readonly DescribedValue[],
  shownApart: readonly string[],
) {
  const { pick } = useLanguage();
  const words = useFieldWords();
  return values.flatMap(({ key, value }) => {
    const field = fields[key];
    if (!field || shownApart.includes(key)) return [];
    const shown = showField(field, readValue(field, value), words);
    return shown === null
      ? []
      : [{ label: pick(field.label), value: shown, isLong: field.kind === 'LONG_TEXT' }];
  });
}
