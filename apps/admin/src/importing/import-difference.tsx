import { pickLanguage, Panel, ToneTag, useLanguage, type Tone } from '@taizhang/ui';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeImport } from './import-notice.mutation.ts';

export interface ImportDifferenceProps {
  result: NoticeImport;
  /** The text has changed since it was compared: it must be compared again before it is imported. */
  isStale: boolean;
  applying: boolean;
  onApply(): void;
}

type ChangeKind = NoticeImport['changes'][number]['kind'];

const KINDS: readonly ChangeKind[] = ['CREATED', 'CHANGED', 'MISSING', 'UNCHANGED'];
const TONES: Record<ChangeKind, Tone> = {
  CREATED: 'success',
  CHANGED: 'progress',
  MISSING: 'danger',
  UNCHANGED: 'muted',
};

/** Entry by entry, what the import would do to the ledger. */
export function ImportDifference({ result, isStale, applying, onApply }: ImportDifferenceProps) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const [withUnchanged, setWithUnchanged] = useState(false);
  const count = (kind: ChangeKind) => result.changes.filter((change) => change.kind === kind).length;
  const shown = result.changes.filter(({ kind }) => withUnchanged || kind !== 'UNCHANGED');
  const changesAnything = count('CREATED') + count('CHANGED') > 0;
  return (
    <Panel
      flush
      title={t('importing.difference')}
      extra={KINDS.map((kind) => (
        <ToneTag key={kind} tone={TONES[kind]}>
          {t(`importing.kinds.${kind}`)} {count(kind)}
        </ToneTag>
      ))}
    >
      {result.warnings.length > 0 ? (
        <div className="import-warnings">
          <Alert
            type="warning"
            showIcon
            title={t('importing.warnings')}
            description={
              <ul className="failure-fields">
                {result.warnings.map((warning, index) => (
                  <li key={index}>
                    {warning.line ? `${t('importing.warningLine', { line: warning.line })}：` : null}
                    {pickLanguage(warning.message, language)}
                  </li>
                ))}
              </ul>
            }
          />
        </div>
      ) : null}
      {shown.length > 0 ? (
        <div className="import-scroll" tabIndex={0} role="region" aria-label={t('importing.difference')}>
          <table className="import-table">
            <tbody>
              {shown.map((change) => (
                <tr key={`${change.kind}${change.path}`}>
                  <td>
                    <ToneTag tone={TONES[change.kind]}>{t(`importing.kinds.${change.kind}`)}</ToneTag>
                  </td>
                  <td className="faint tz-number">{change.path}</td>
                  <td>
                    <div>{change.label}</div>
                    {change.before !== null && change.before !== change.after ? (
                      <del title={t('importing.before')}>{change.before}</del>
                    ) : null}
                    {change.after !== null && change.after !== change.label && change.kind !== 'UNCHANGED' ? (
                      <ins title={t('importing.after')}>{change.after}</ins>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="panel-line faint">{t('importing.nothing')}</p>
      )}
      <div className="import-foot">
        <Checkbox checked={withUnchanged} onChange={(event) => setWithUnchanged(event.target.checked)}>
          {t('importing.showUnchanged')}
        </Checkbox>
        {isStale ? <span className="form-error">{t('importing.stale')}</span> : null}
        <Button type="primary" disabled={isStale || !changesAnything} loading={applying} onClick={onApply}>
          {t('importing.apply')}
        </Button>
      </div>
    </Panel>
  );
}
