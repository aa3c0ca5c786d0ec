import { showFen } from '@taizhang/platform/rules';
import {
  typedValue,
  VALUE_COLUMNS,
  type RegisterField,
  type ValueInput,
} from '@taizhang/registers/rules';
import { useLanguage } from '@taizhang/ui';
import { DatePicker, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form/choice-field.tsx';
import { FormField, type InputTies } from '../form/form-field.tsx';
import { searchByLabel } from '../form/search-by-label.ts';
import { FileValue } from './file-value.tsx';
import { useEntryChoices, useNamedChoices } from './value-choices.ts';

export interface ValueFieldProps {
  field: RegisterField;
  value: ValueInput | undefined;
  isRequired: boolean;
  error?: string | undefined;
  onChange(value: ValueInput): void;
}

/** The input of one field of a register, as its kind says. */
export function ValueField(props: ValueFieldProps) {
  const { pick } = useLanguage();
  const { field, isRequired, error } = props;
  return (
    <FormField
      label={pick(field.label)}
      hint={field.hint ? pick(field.hint) : undefined}
      required={isRequired}
      error={error}
    >
      {(ties) => <KindInput {...props} ties={ties} />}
    </FormField>
  );
}

type Bound = ValueFieldProps & { ties: InputTies };

function KindInput(props: Bound) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { field, value, ties, onChange } = props;
  const { key } = field;
  const held = value?.[VALUE_COLUMNS[field.kind]];
  switch (field.kind) {
    case 'TEXT':
    case 'NUMBER':
      return (
        <Input
          {...ties}
          value={String(held ?? '')}
          inputMode={field.kind === 'NUMBER' ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={(event) => onChange(typedValue(field, event.target.value) ?? { key })}
        />
      );
    case 'LONG_TEXT':
      return (
        <Input.TextArea
          {...ties}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={String(held ?? '')}
          onChange={(event) =>
            onChange(event.target.value ? { key, text: event.target.value } : { key })
          }
        />
      );
    case 'MONEY':
      return <MoneyInput {...props} />;
    case 'DAY':
      return (
        <DatePicker
          {...ties}
          style={{ width: '100%' }}
          value={typeof held === 'string' ? dayjs(held) : null}
          onChange={(day) => onChange(day ? { key, day: day.format('YYYY-MM-DD') } : { key })}
        />
      );
    case 'FLAG':
      return (
        <Radio.Group
          aria-describedby={ties['aria-describedby']}
          value={held ?? null}
          onChange={({ target }) => onChange({ key, flag: target.value as boolean })}
          options={[
            { value: true, label: t('common.yes') },
            { value: false, label: t('common.no') },
          ]}
        />
      );
    case 'CHOICE':
      return (
        <Chosen
          {...props}
          choices={field.options.map((option) => ({
            value: option.key,
            label: pick(option.label),
          }))}
        />
      );
    case 'FILE':
      return <FileValue {...props} />;
    case 'ENTRY':
      return <EntryInput {...props} />;
    default:
      return <NamedInput {...props} />;
  }
}

function Chosen({ field, value, ties, onChange, choices }: Bound & { choices: readonly Choice[] }) {
  const { key } = field;
  const column = VALUE_COLUMNS[field.kind];
  return (
    <Select
      {...ties}
      style={{ width: '100%' }}
      options={[...choices]}
      showSearch={searchByLabel}
      allowClear
      value={(value?.[column] as string | undefined) ?? null}
      onChange={(chosen: string | null) => onChange(chosen ? { key, [column]: chosen } : { key })}
    />
  );
}

/** Keeps what was typed: what is no sum is sent as it is and refused, never dropped. */
function MoneyInput({ field, value, ties, onChange }: Bound) {
  const [text, setText] = useState(typeof value?.fen === 'number' ? showFen(value.fen) : '');
  return (
    <Input
      {...ties}
      inputMode="decimal"
      autoComplete="off"
      suffix="元"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(typedValue(field, event.target.value) ?? { key: field.key });
      }}
    />
  );
}

function NamedInput(props: Bound) {
  return <Chosen {...props} choices={useNamedChoices(props.field.kind)} />;
}

function EntryInput(props: Bound) {
  return <Chosen {...props} choices={useEntryChoices(props.field.register ?? '')} />;
}
