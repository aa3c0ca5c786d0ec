import { ToneTag, useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

export interface ShownChange {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'KIND_CHANGED' | 'OPTION_REMOVED';
  part: 'FIELD' | 'STAGE' | 'STEP' | 'RULE';
  key: string;
  label: string;
  words: string;
  /** How many entries keep what is no longer there. */
  entries?: number | null;
}

const TONES = {
  ADDED: 'success',
  REMOVED: 'danger',
  CHANGED: 'info',
  KIND_CHANGED: 'waiting',
  OPTION_REMOVED: 'waiting',
} as const;

/** What differs between two versions of a definition. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  if (!changes.length) return <p className="faint">{t('registers.noChanges')}</p>;
  return (
    <ul className="register-changes">
      {changes.map((change, index) => (
        <li key={`${change.part} ${change.key} ${index}`}>
          <ToneTag tone={TONES[change.kind]}>{t(`registers.parts.${change.part}`)}</ToneTag>
          <strong>{pick(change.label)}</strong>
          <span>{pick(change.words)}</span>
          {change.entries ? (
            <span className="register-kept">{t('registers.kept', { count: change.entries })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
