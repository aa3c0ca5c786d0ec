import { EditOutlined } from '@ant-design/icons';
import {
  lastStep,
  stageOf,
  VALUE_COLUMNS,
  type RegisterDefinition,
} from '@taizhang/registers/rules';
import {
  DemoTag,
  ErrorState,
  Facts,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  ToneTag,
  useFormat,
  useLanguage,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { mayDo } from '../actions/may-do.ts';
import { HistoryList } from '../items/history-panel.tsx';
import { definitionFrom } from './definition.fragment.ts';
import { EntryDialog, type EntryAction } from './entry-dialog.tsx';
import type { FilledValues } from './entry-form.tsx';
import { entryPageQuery, type EntryRecord } from './registers.queries.ts';
import '../items/item-page.css';
import './registers.css';

/** 登记: one entry of a register, and how it goes on. */
export function EntryPage() {
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({
    query: entryPageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={8} />;
  if (data.node?.__typename !== 'RegisterEntry') return <NotFoundState />;
  return <Entry entry={data.node} onReload={refresh} />;
}

interface Opened {
  action: EntryAction['action'];
  step: string;
  title: string;
}

function Entry({ entry, onReload }: { entry: EntryRecord; onReload(): void }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const definition = definitionFrom(entry.registerVersion.definition);
  const stage = stageOf(definition, entry.stage)?.label ?? entry.stage;
  const editing = lastStep(definition, {
    stepsTaken: entry.stepsTaken.map(({ step }) => ({ step, takenById: null })),
  });
  return (
    <>
      <title>{`${entry.title} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/registers">{t('registers.title')}</Link>
        {' / '}
        <Link to={`/registers/${entry.register.id}`}>{pick(entry.register.title)}</Link>
      </p>
      <PageHeading
        title={entry.title}
        subtitle={
          <span className="tag-row">
            <ToneTag tone={entry.isOpen ? 'progress' : 'success'}>{pick(stage)}</ToneTag>
            <span className="tz-number">
              {t('registers.entryNumber', { number: entry.number })}
            </span>
            <span>{entry.unit?.name}</span>
            <DemoTag provenance={entry.provenance} />
          </span>
        }
        actions={
          mayDo(entry, 'editRegisterEntry') ? (
            <Button
              icon={<EditOutlined />}
              onClick={() =>
                setOpened({
                  action: 'editRegisterEntry',
                  step: editing.key,
                  title: t('registers.edit'),
                })
              }
            >
              {t('registers.edit')}
            </Button>
          ) : null
        }
      />
      <Flow entry={entry} definition={definition} />
      <Panel title={t('registers.nextSteps')}>
        <NextSteps
          entry={entry}
          onTake={(step, title) => setOpened({ action: 'takeRegisterStep', step, title })}
        />
      </Panel>
      <Panel
        title={t('registers.values')}
        extra={t('registers.versionOrdinal', { ordinal: entry.registerVersion.number })}
      >
        <Values entry={entry} definition={definition} />
      </Panel>
      <HistoryList history={entry.history} />
      {opened ? (
        <EntryDialog
          definition={definition}
          step={opened.step}
          title={opened.title}
          done={{
            action: opened.action as 'takeRegisterStep',
            id: entry.id,
            version: entry.version,
          }}
          values={heldValues(entry, definition)}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null);
            onReload();
          }}
        />
      ) : null}
    </>
  );
}

/** The steps taken, each with who signed it, and the stage that it led to. */
function Flow({ entry, definition }: { entry: EntryRecord; definition: RegisterDefinition }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const format = useFormat();
  return (
    <ol className="register-flow" aria-label={t('registers.flow')}>
      {entry.stepsTaken.map((taken) => (
        <li key={taken.ordinal}>
          <strong>{pick(taken.label)}</strong>
          <span>{taken.takenByName}</span>
          <time className="faint tz-number" dateTime={taken.takenAt}>
            {format.dateTime(taken.takenAt)}
          </time>
          {taken.reason ? <q>{taken.reason}</q> : null}
        </li>
      ))}
      <li className={entry.isOpen ? 'register-flow-now' : 'register-flow-end'} aria-current="step">
        <strong>{pick(stageOf(definition, entry.stage)?.label ?? entry.stage)}</strong>
        <span>{entry.isOpen ? t('registers.isHere') : t('registers.isDone')}</span>
      </li>
    </ol>
  );
}

interface NextStepsProps {
  entry: EntryRecord;
  onTake(step: string, title: string): void;
}

function NextSteps({ entry, onTake }: NextStepsProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const steps = entry.nextSteps ?? [];
  const refused = steps.filter(({ allowed }) => !allowed);
  if (!steps.length) return <p className="faint">{t('registers.nothingLeft')}</p>;
  const first = steps.find(({ allowed, isDangerous }) => allowed && !isDangerous);
  return (
    <div className="action-list">
      <div className="action-buttons">
        {steps
          .filter(({ allowed }) => allowed)
          .map(({ step, label, isDangerous }) => (
            <Button
              key={step}
              type={step === first?.step ? 'primary' : 'default'}
              danger={isDangerous}
              onClick={() => onTake(step, pick(label))}
            >
              {pick(label)}
            </Button>
          ))}
      </div>
      {refused.length ? (
        <ul className="refusals">
          {refused.map(({ step, label, reason }) => (
            <li key={step}>
              <span>{pick(label)}</span>
              <span className="faint">{reason ? pick(reason) : null}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Values({ entry, definition }: { entry: EntryRecord; definition: RegisterDefinition }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return (
    <Facts
      facts={definition.fields.map(({ key, label }) => {
        const value = entry.values.find((one) => one.key === key);
        const shown = value?.shown ? pick(value.shown) : null;
        const path = addressOf(value?.recordId);
        return {
          label: pick(label),
          value: value?.isMasked ? (
            <span className="register-masked" title={t('registers.maskedHint')}>
              {t('registers.masked')}
            </span>
          ) : shown && path ? (
            <Link to={path}>{shown}</Link>
          ) : value?.downloadUrl ? (
            <a href={value.downloadUrl}>{shown}</a>
          ) : (
            shown
          ),
        };
      })}
    />
  );
}

const PAGES: Readonly<Record<string, string>> = {
  RectificationItem: 'items',
  InstitutionalDocument: 'documents',
  RegisterEntry: 'register-entries',
};

/** Where a named record is shown; null where it has no page for everybody. */
function addressOf(id: string | null | undefined): string | null {
  const page = id && PAGES[id.split('_')[0]!];
  return page ? `/${page}/${id}` : null;
}

/** What the entry says, as a form holds it. */
function heldValues(entry: EntryRecord, definition: RegisterDefinition): FilledValues {
  return Object.fromEntries(
    definition.fields.flatMap(({ key, kind, value: computed }) => {
      const value = entry.values.find((one) => one.key === key);
      const held = value?.[VALUE_COLUMNS[kind]] ?? null;
      if (computed || held === null) return [];
      const name = kind === 'FILE' ? { text: value?.text } : {};
      return [[key, { key, [VALUE_COLUMNS[kind]]: held, ...name }]];
    }),
  );
}
