import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from './search-box.tsx';
import type { ListAddress } from './use-list-address.ts';
import './lists.css';

export interface FilterBarProps {
  address: ListAddress;
  searchPlaceholder: string;
  /** Query keys that count as filters here. */
  filterParams: readonly string[];
  /** Always seen on a desk; behind the filter button on a phone. */
  children: ReactNode;
  /** Behind "more" on both. */
  more?: ReactNode;
}

export function FilterBar({
  address,
  searchPlaceholder,
  filterParams,
  children,
  more,
}: FilterBarProps) {
  const { t } = useTranslation('admin');
  const [open, setOpen] = useState(false);
  const areaId = useId();
  const used = filterParams.filter((param) => address.params.has(param)).length;
  const search = (text: string) => address.change({ text: text || null });
  return (
    <div className={open ? 'filter-bar filter-bar-open' : 'filter-bar'} role="search">
      <div className="filter-search">
        <SearchBox
          value={address.params.get('text') ?? ''}
          placeholder={searchPlaceholder}
          onSearch={search}
        />
      </div>
      <div className="filter-controls" id={areaId}>
        {children}
        {more ? <div className="filter-more">{more}</div> : null}
      </div>
      {filterParams.length > 0 ? (
        <Badge count={used} size="small" className="filter-toggle">
          <Button
            icon={<FilterOutlined />}
            aria-expanded={open}
            aria-controls={areaId}
            onClick={() => setOpen(!open)}
          >
            {more ? t('common.moreFilters') : t('common.filters')}
          </Button>
        </Badge>
      ) : null}
      {used > 0 || address.params.has('text') ? (
        <Button type="link" onClick={address.clear}>
          {t('common.clearFilters')}
        </Button>
      ) : null}
    </div>
  );
}
