import { Input, type InputProps } from 'antd';
import { useEffect, useState } from 'react';

export interface SettledInputProps extends Pick<
  InputProps,
  'className' | 'inputMode' | 'maxLength' | 'prefix' | 'type'
> {
  label: string;
  placeholder?: string;
  /** As the address has it; empty when it has none. */
  value: string;
  /** What a text stands for in the address; null while it stands for nothing. */
  read?(text: string): string | null;
  /** What the address has as one writes it. */
  show?(value: string): string;
  onSettle(value: string): void;
}

const trimmed = (text: string) => text.trim();
const asItIs = (value: string) => value;

/** Tells a moment after the last key what was typed; an input method composing Chinese counts as still typing. */
export function SettledInput({
  label,
  placeholder = label,
  value,
  read = trimmed,
  show = asItIs,
  onSettle,
  ...input
}: SettledInputProps) {
  const [text, setText] = useState(show(value));
  const [composing, setComposing] = useState(false);
  const [known, setKnown] = useState(value);
  const meant = read(text);

  // The address changed elsewhere, for example by "clear filters"; what says the same stays as it is typed.
  if (known !== value) {
    setKnown(value);
    if (meant !== value) setText(show(value));
  }

  useEffect(() => {
    if (composing || meant === null || meant === value) return;
    const timer = setTimeout(() => onSettle(meant), 350);
    return () => clearTimeout(timer);
  }, [meant, value, composing, onSettle]);

  return (
    <Input
      {...input}
      allowClear
      aria-label={label}
      aria-invalid={meant === null}
      status={meant === null ? 'error' : ''}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
