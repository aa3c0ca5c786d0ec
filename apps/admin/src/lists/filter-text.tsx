import { readFen, showFen } from '@taizhang/platform/rules';
import { SettledInput } from './settled-input.tsx';
import type { ListAddress } from './use-list-address.ts';

export interface FilterTextProps {
  address: ListAddress;
  /** The query key, e.g. `basis`. */
  param: string;
  label: string;
}

/** The longest text that a filter of the hub takes. */
const MOST_TEXT = 200;

/** Words that a field has to hold. */
export function FilterText({ address, param, label }: FilterTextProps) {
  return (
    <SettledInput
      className="filter-control"
      label={label}
      maxLength={MOST_TEXT}
      value={address.params.get(param) ?? ''}
      onSettle={(text) => address.change({ [param]: text || null })}
    />
  );
}

/** One end of a range of sums: written in yuan, in fen in the address. */
export function FilterMoney({ address, param, label }: FilterTextProps) {
  const fen = address.params.get(param) ?? '';
  return (
    <SettledInput
      className="filter-control"
      label={label}
      inputMode="decimal"
      value={/^\d+$/.test(fen) ? fen : ''}
      read={fenOf}
      show={(value) => value && showFen(value)}
      onSettle={(value) => address.change({ [param]: value || null })}
    />
  );
}

function fenOf(text: string): string | null {
  if (text.trim() === '') return '';
  const fen = readFen(text);
  return fen === null ? null : String(fen);
}
