import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './layout.css';

export interface Fact {
  label: string;
  /** null or undefined: the source does not say, and nor do we guess. */
  value: ReactNode;
}

/** Label and value pairs; what is not known says so. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation('ui');
  return (
    <dl className="tz-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="tz-unknown">{t('unknown')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
