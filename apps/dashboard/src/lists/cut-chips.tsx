import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { addressOf } from '../scope/metrics-scope.ts';

export interface CutChip {
  /** The address parameter that says it. */
  parameter: string;
  label: string;
}

/** Each condition that the number carried into the list, with a way to drop it. */
export function CutChips({ chips }: { chips: readonly CutChip[] }) {
  const { t } = useTranslation('dashboard');
  const [params] = useSearchParams();
  if (chips.length === 0) return null;
  const without = (parameter: string) => {
    const next = new URLSearchParams(params);
    next.delete(parameter);
    next.delete('after');
    return addressOf('', next) || '?';
  };
  return (
    <ul className="db-chips" aria-label={t('lists.cuts')}>
      {chips.map(({ parameter, label }) => (
        <li key={parameter}>
          {label}
          <Link to={without(parameter)} aria-label={t('lists.drop', { name: label })}>
            ×
          </Link>
        </li>
      ))}
    </ul>
  );
}
