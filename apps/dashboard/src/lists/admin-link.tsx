import { useTranslation } from 'react-i18next';

/** The item in the admin console: another app on the same host, so an ordinary link. */
export function AdminItemLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation('dashboard');
  return (
    <a
      className="db-row-link"
      href={`/admin/items/${encodeURIComponent(id)}`}
      aria-label={t('lists.openInAdmin', { title })}
    >
      {title}
    </a>
  );
}
