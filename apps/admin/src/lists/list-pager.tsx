import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useFormat } from '@taizhang/ui';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PAGE_SIZES, type ListAddress } from './use-list-address.ts';
import './lists.css';

export interface ListPagerProps {
  address: ListAddress;
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export function ListPager({ address, totalCount, pageInfo }: ListPagerProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(totalCount / address.size));
  const { endCursor } = pageInfo;
  return (
    <nav className="list-pager" aria-label={t('common.page', { page: address.page, pages })}>
      <span className="tz-number">
        {t('common.total', { count: totalCount, formatted: format.number(totalCount) })}
      </span>
      <div className="list-pager-end">
        <Select
          size="small"
          variant="borderless"
          aria-label={t('common.pageSizeLabel')}
          value={address.size}
          options={PAGE_SIZES.map((size) => ({
            value: size,
            label: t('common.pageSize', { size }),
          }))}
          onChange={(size: number) =>
            address.change({ size: size === PAGE_SIZES[0] ? null : String(size) })
          }
        />
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('common.previousPage')}
          disabled={address.page === 1}
          onClick={address.previousPage}
        />
        <span className="tz-number">{t('common.page', { page: address.page, pages })}</span>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t('common.nextPage')}
          disabled={!pageInfo.hasNextPage || !endCursor}
          onClick={() => endCursor && address.nextPage(endCursor)}
        />
      </div>
    </nav>
  );
}
