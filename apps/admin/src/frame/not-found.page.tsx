import { NotFoundState } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFoundPage() {
  const { t } = useTranslation('admin');
  return (
    <>
      <NotFoundState />
      <p style={{ textAlign: 'center' }}>
        <Link to="/items">{t('notFound.home')}</Link>
      </p>
    </>
  );
}
