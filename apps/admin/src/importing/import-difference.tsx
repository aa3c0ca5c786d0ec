import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { Panel, StatusTag, ToneTag, toneOf, useLanguage, useTerm } from '@taizhang/ui';
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

const KINDS: readonly ChangeKind[] = ['CREATED', 'CHANGED', 'REFUSED', 'MISSING', 'UNCHANGED'];

/** Entry by entry, what the import would do to the ledger. */
export function ImportDifference({ result, isStale, applying, onApply }: ImportDifferenceProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const term = useTerm();
  const [withUnchanged, setWithUnchanged] = useState(false);
  const count = (kind: ChangeKind) =>
    result.changes.filter((change) => change.kind === kind).length;
  const shown = result.changes.filter(({ kind }) => withUnchanged || kind !== 'UNCHANGED');
  const changesAnything = count('CREATED') + count('CHANGED') > 0;
  return (
    <Panel
      flush
      title={t('importing.difference')}
      extra={KINDS.map((kind) => (
        <ToneTag key={kind} tone={toneOf('NoticeChangeKind', kind)}>
          {term('NoticeChangeKind', kind)} {count(kind)}
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
                    {t('importing.warningLine', { line: warning.line })}：{pick(warning.message)}
                  </li>
                ))}
              </ul>
            }
          />
        </div>
      ) : null}
      <ImportDropped result={result} />
      <ImportChecks checks={result.checks} />
      {shown.length > 0 ? (
        <div
          className="import-scroll"
          tabIndex={0}
          role="group"
          aria-label={t('importing.difference')}
        >
          <table className="import-table">
            <tbody>
              {shown.map((change, index) => (
                <tr key={index}>
                  <td>
                    <StatusTag kind="NoticeChangeKind" value={change.kind} />
                  </td>
                  <td className="faint tz-number">
                    {term('NoticeEntity', change.entity)} {change.path.join('.')}{' '}
                    {fieldLabel(change.field, pick)}
                  </td>
                  <td>
                    {change.kind === 'CHANGED' || (change.kind === 'REFUSED' && change.before) ? (
                      <>
                        <del title={t('importing.before')}>
                          <ChangeText entity={change.entity} text={change.before} />
                        </del>
                        <ins title={t('importing.after')}>
                          <ChangeText entity={change.entity} text={change.after} />
                        </ins>
                      </>
                    ) : (
                      <ChangeText entity={change.entity} text={change.after ?? change.before} />
                    )}
                    {change.reason ? <div className="faint">{pick(change.reason)}</div> : null}
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
        <Checkbox
          checked={withUnchanged}
          onChange={(event) => setWithUnchanged(event.target.checked)}
        >
          {t('importing.showUnchanged')}
        </Checkbox>
        {isStale ? <span className="form-error">{t('importing.stale')}</span> : null}
        <Button
          type="primary"
          disabled={isStale || !changesAnything}
          loading={applying}
          onClick={onApply}
        >
          {t('importing.apply')}
        </Button>
      </div>
    </Panel>
  );
}

/** What of the text is in no entry, and who is named and not known: nothing is left out silently. */
function ImportDropped({ result: { dropped, unmatched } }: { result: NoticeImport }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const count = dropped.length + unmatched.length;
  if (count === 0) return null;
  return (
    <details className="import-checks">
      <summary>
        {t('importing.dropped')} <ToneTag tone="waiting">{String(count)}</ToneTag>
      </summary>
      <ul className="failure-fields">
        {unmatched.map(({ path, words }, index) => (
          <li key={`name-${index}`}>
            <span className="tz-number">{path.join('.')}</span> {t('importing.unmatched')}{' '}
            <mark>{words}</mark>
          </li>
        ))}
        {dropped.map(({ line, message, text }, index) => (
          <li key={index}>
            {t('importing.warningLine', { line })}：{pick(message)} <mark>{text}</mark>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The plan checks over the text; they inform and hold nothing up. */
function ImportChecks({ checks }: { checks: NoticeImport['checks'] }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  if (checks.length === 0) return null;
  return (
    <details className="import-checks">
      <summary>
        {t('planChecks.title')} <ToneTag tone="info">{String(checks.length)}</ToneTag>
      </summary>
      <p className="faint">{t('planChecks.hint')}</p>
      <ul className="failure-fields">
        {checks.map(({ path, message, excerpt }, index) => (
          <li key={index}>
            <span className="tz-number">{path}</span> {pick(message)}
            {excerpt ? (
              <>
                {' '}
                <mark>{excerpt}</mark>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A field in the viewer's words, where it is one of the item's own. */
function fieldLabel(field: string | null, pick: (text: string) => string): string {
  const labels: Readonly<Record<string, { label: string }>> = ITEM_FIELDS;
  const described = field === null ? undefined : labels[field];
  return described ? pick(described.label) : '';
}

type Entity = NoticeImport['changes'][number]['entity'];

/** An entry in the viewer's words: the hub writes a training's kind and a document's action by their codes. */
function ChangeText({ entity, text }: { entity: Entity; text: string | null }) {
  const term = useTerm();
  if (text === null) return null;
  if (entity === 'TRAINING')
    return text.replace(/^[A-Z_]+(?= )/, (kind) => term('TrainingKind', kind));
  if (entity === 'DOCUMENT')
    return text.replace(/[A-Z_]+$/, (kind) => term('DocumentActionKind', kind));
  return text;
}
