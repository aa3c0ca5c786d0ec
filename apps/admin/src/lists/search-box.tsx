import { SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { SettledInput } from './settled-input.tsx';

export interface SearchBoxProps {
  value: string;
  placeholder: string;
  onSearch(text: string): void;
}

/** Searches what is typed. */
export function SearchBox({ value, placeholder, onSearch }: SearchBoxProps) {
  const { t } = useTranslation('admin');
  return (
    <SettledInput
      type="search"
      label={t('common.search')}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={placeholder}
      value={value}
      onSettle={onSearch}
    />
  );
}
