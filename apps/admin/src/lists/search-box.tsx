import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface SearchBoxProps {
  value: string;
  placeholder: string;
  onSearch(text: string): void;
}

/** Searches a moment after the last key; an input method composing Chinese counts as still typing. */
export function SearchBox({ value, placeholder, onSearch }: SearchBoxProps) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const [known, setKnown] = useState(value);

  // The address changed elsewhere, for example by "clear filters".
  if (known !== value) {
    setKnown(value);
    setText(value);
  }

  useEffect(() => {
    if (composing || text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), 350);
    return () => clearTimeout(timer);
  }, [text, value, composing, onSearch]);

  return (
    <Input
      allowClear
      type="search"
      aria-label={t('common.search')}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
