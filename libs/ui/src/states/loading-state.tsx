import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import './states.css';

/** The outline of text to come; announced once to screen readers. */
export function LoadingState({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="tz-loading" role="status" aria-label={t('loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
