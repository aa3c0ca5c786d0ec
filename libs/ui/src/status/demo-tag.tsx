import { useTranslation } from 'react-i18next';
import './status.css';

/** Marks a record that the published notice does not hold. Renders nothing for any other provenance. */
export function DemoTag({ provenance }: { provenance: string | null | undefined }) {
  const { t } = useTranslation('ui');
  if (provenance !== 'DEMO') return null;
  return (
    <span className="tz-demo-tag" title={t('demo.hint')}>
      {t('demo.tag')}
    </span>
  );
}

/** One slim line over the page that tells the viewer that this is the demonstration ledger. */
export function DemoBanner() {
  const { t } = useTranslation('ui');
  return (
    <aside className="tz-demo-banner" aria-label={t('demo.tag')}>
      {t('demo.banner')}
    </aside>
  );
}
