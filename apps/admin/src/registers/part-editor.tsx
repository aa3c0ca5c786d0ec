import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import type { Choice } from '../form/choice-field.tsx';
import { searchByLabel } from '../form/search-by-label.ts';

/** One thing that is said of a part of a definition, and how it is filled in. */
export type PartColumn<Part> = {
  [Name in keyof Part & string]: {
    name: Name;
    label: string;
    /** Whether it makes sense of this part. */
    applies?: (part: Part) => boolean;
    /** Takes the width of several. */
    isWide?: boolean;
  } & (
    { kind: 'text' | 'flag' | 'options' } | { kind: 'one' | 'many'; choices: readonly Choice[] }
  );
}[keyof Part & string];

export interface PartEditorProps<Part> {
  parts: readonly Part[];
  columns: readonly PartColumn<Part>[];
  /** What an added part says at first. */
  empty: Part;
  addLabel: string;
  removeLabel: string;
  upLabel: string;
  /** What is wrong with the part at a place, by name; at "" with the whole of it. */
  problemsOf(index: number): Readonly<Record<string, string>>;
  onChange(parts: Part[]): void;
}

/** The fields, stages, steps or rules of a definition: each a row of inputs, added, moved and taken out. */
export function PartEditor<Part extends object>(props: PartEditorProps<Part>) {
  const { parts, columns, empty, problemsOf, onChange } = props;
  const change = (index: number, part: Part) =>
    onChange(parts.map((one, place) => (place === index ? part : one)));
  const moveUp = (index: number) => {
    const moved = [...parts];
    moved.splice(index - 1, 2, parts[index]!, parts[index - 1]!);
    onChange(moved);
  };
  return (
    <>
      <ol className="register-parts">
        {parts.map((part, index) => {
          const problems = problemsOf(index);
          return (
            <li key={index} className={Object.keys(problems).length ? 'register-part-wrong' : ''}>
              <div className="register-part-inputs">
                {columns
                  .filter(({ applies }) => applies?.(part) ?? true)
                  .map((column) => (
                    <label key={column.name} className={column.isWide ? 'register-part-wide' : ''}>
                      <span>{column.label}</span>
                      <PartInput
                        column={column}
                        value={part[column.name as keyof Part]}
                        isWrong={column.name in problems}
                        onChange={(value) => change(index, { ...part, [column.name]: value })}
                      />
                      {problems[column.name] ? (
                        <span className="form-error">{problems[column.name]}</span>
                      ) : null}
                    </label>
                  ))}
              </div>
              {problems[''] ? <p className="form-error">{problems['']}</p> : null}
              <span className="register-part-tools">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={props.upLabel}
                  disabled={index === 0}
                  onClick={() => moveUp(index)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={props.removeLabel}
                  onClick={() => onChange(parts.filter((_part, place) => place !== index))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <Button icon={<PlusOutlined />} onClick={() => onChange([...parts, structuredClone(empty)])}>
        {props.addLabel}
      </Button>
    </>
  );
}

interface PartInputProps<Part> {
  column: PartColumn<Part>;
  value: unknown;
  isWrong: boolean;
  onChange(value: unknown): void;
}

function PartInput<Part>({ column, value, isWrong, onChange }: PartInputProps<Part>) {
  const status = isWrong ? 'error' : '';
  switch (column.kind) {
    case 'flag':
      return (
        <Checkbox checked={value === true} onChange={({ target }) => onChange(target.checked)} />
      );
    case 'text':
      return (
        <Input
          status={status}
          value={(value as string | null | undefined) ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'options':
      return (
        <Input.TextArea
          status={status}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder="key=名称"
          defaultValue={writeOptions(value)}
          onChange={({ target }) => onChange(readOptions(target.value))}
        />
      );
    default:
      return (
        <Select
          status={status}
          style={{ width: '100%' }}
          options={[...column.choices]}
          showSearch={searchByLabel}
          allowClear
          popupMatchSelectWidth={false}
          {...(column.kind === 'many' && { mode: 'multiple' as const })}
          value={(value as string | null | undefined) ?? (column.kind === 'many' ? [] : null)}
          onChange={(chosen: unknown) => onChange(chosen ?? (column.kind === 'many' ? [] : null))}
        />
      );
  }
}

/** Options a line, as `key=label`. */
const writeOptions = (options: unknown): string =>
  ((options ?? []) as { key: string; label: string }[])
    .map(({ key, label }) => `${key}=${label}`)
    .join('\n');

const readOptions = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [key = '', ...label] = line.split('=');
      return { key: key.trim(), label: (label.join('=') || key).trim() };
    });
