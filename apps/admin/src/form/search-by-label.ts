import { foldText } from '@taizhang/platform/rules';

/** How a choice is looked for by typing: in its label, where case, half and full width are the same. */
export const searchByLabel = {
  filterOption: (typed: string, choice?: { label?: unknown }) =>
    typeof choice?.label === 'string' && foldText(choice.label).includes(foldText(typed)),
};
