import { Select } from 'antd';
import type { Choice } from '../form/choice-field.tsx';
import type { ListAddress } from './use-list-address.ts';
import { searchByLabel } from '../form/search-by-label.ts';

export interface FilterSelectProps {
  address: ListAddress;
  /** The query key, e.g. `unit`. */
  param: string;
  label: string;
  choices: readonly Choice[];
  /** Several values, comma separated in the address. */
  multiple?: boolean;
}

export function FilterSelect({
  address,
  param,
  label,
  choices,
  multiple = false,
}: FilterSelectProps) {
  const raw = address.params.get(param);
  const shared = {
    'aria-label': label,
    placeholder: label,
    allowClear: true,
    // What is listed may name somebody who was disabled since.
    options: choices.map((choice) => ({ ...choice, disabled: false })),
    showSearch: searchByLabel,
    popupMatchSelectWidth: false,
    className: 'filter-control',
  };
  if (multiple) {
    return (
      <Select
        {...shared}
        mode="multiple"
        maxTagCount="responsive"
        value={raw ? raw.split(',') : []}
        onChange={(values: string[]) => address.change({ [param]: values.join(',') || null })}
      />
    );
  }
  return (
    <Select
      {...shared}
      value={raw ?? undefined}
      onChange={(value: string | undefined) => address.change({ [param]: value ?? null })}
    />
  );
}
