import { EditOutlined } from '@ant-design/icons';
import { MECHANISM_FIELDS } from '@taizhang/mechanisms/rules';
import {
  DemoTag,
  EmptyState,
  ErrorState,
  Facts,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  StatusTag,
  useFormat,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import type { ResultOf } from '@taizhang/client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { mayDo } from '../actions/may-do.ts';
import { useActionLabel } from '../actions/use-action-label.ts';
import { useDescribedFacts } from '../form/use-described-facts.ts';
import { HistoryList } from '../items/history-panel.tsx';
import { ChangeCadenceDialog } from './change-cadence-dialog.tsx';
import { EditMechanismDialog } from './edit-mechanism-dialog.tsx';
import { mechanismPageQuery, occurrenceQuery } from './mechanism-page.query.ts';
import { OccurrenceList } from './occurrence-list.tsx';
import { YearStrips } from './year-strips.tsx';
import '../items/item-page.css';
import './mechanisms.css';

type Mechanism = Extract<
  NonNullable<ResultOf<typeof mechanismPageQuery>['node']>,
  { __typename: 'StandingMechanism' }
>;

/** 长效机制: its years as strips of kept and missed, what is open, and what was missed and why. */
export function MechanismPage() {
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: mechanismPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={8} />;
  if (data.node?.__typename !== 'StandingMechanism') return <NotFoundState />;
  return <MechanismView mechanism={data.node} onReload={refresh} />;
}

interface Shown {
  mechanism: Mechanism;
  onReload(): void;
}

function MechanismView({ mechanism, onReload }: Shown) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return (
    <>
      <title>{`${mechanism.title} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/mechanisms">{t('mechanisms.title')}</Link>
      </p>
      <PageHeading
        title={mechanism.title}
        subtitle={
          <span className="tag-row">
            <StatusTag kind="MechanismStatus" value={mechanism.status} />
            <span>{pick(mechanism.cadenceText)}</span>
            <DemoTag provenance={mechanism.provenance} />
            {mechanism.provenanceNote ? (
              <span className="faint">{pick(mechanism.provenanceNote)}</span>
            ) : null}
          </span>
        }
      />
      <div className="item-columns">
        <div className="item-main">
          <Years mechanism={mechanism} onReload={onReload} />
          <Occurrences mechanism={mechanism} onReload={onReload} />
        </div>
        <div className="item-side">
          <Side mechanism={mechanism} onReload={onReload} />
          <HistoryList history={mechanism.history} />
        </div>
      </div>
    </>
  );
}

const completed = (mechanism: Mechanism) => ({
  ...mechanism,
  evidenceWanted:
    mechanism.describedValues.find(({ key }) => key === 'evidenceWanted')?.value ?? null,
});

function Years({ mechanism, onReload }: Shown) {
  const { t } = useTranslation('admin');
  const [chosen, setChosen] = useState<string | null>(null);
  const marks = mechanism.marks?.nodes ?? [];
  const [{ data }, reload] = useQuery({
    query: occurrenceQuery,
    variables: { id: chosen ?? '' },
    pause: !chosen,
  });
  const behind = data?.node?.__typename === 'MechanismOccurrence' ? data.node : null;
  return (
    <Panel title={t('mechanisms.years')}>
      {marks.length === 0 ? (
        <EmptyState compact title={t('mechanisms.yearsEmpty')} />
      ) : (
        <YearStrips
          marks={marks}
          chosen={chosen}
          onChoose={(id) => setChosen(id === chosen ? null : id)}
        />
      )}
      {chosen && behind?.id === chosen ? (
        <OccurrenceList
          mechanism={completed(mechanism)}
          occurrences={[behind]}
          empty=""
          onReload={() => {
            onReload();
            reload({ requestPolicy: 'network-only' });
          }}
        />
      ) : null}
    </Panel>
  );
}

function Occurrences({ mechanism, onReload }: Shown) {
  const { t } = useTranslation('admin');
  const count = (list: { totalCount: number } | null) => (
    <span className="faint tz-number">{list?.totalCount ?? 0}</span>
  );
  return (
    <>
      <Panel flush title={t('mechanisms.open')} extra={count(mechanism.open)}>
        <OccurrenceList
          mechanism={completed(mechanism)}
          occurrences={mechanism.open?.nodes ?? []}
          empty={t('mechanisms.openEmpty')}
          onReload={onReload}
        />
      </Panel>
      <Panel flush title={t('mechanisms.missed')} extra={count(mechanism.missed)}>
        <OccurrenceList
          mechanism={completed(mechanism)}
          occurrences={(mechanism.missed?.nodes ?? []).toReversed()}
          empty={t('mechanisms.missedEmpty')}
          onReload={onReload}
        />
      </Panel>
    </>
  );
}

/** A fact that is left out where there is nothing to say. */
const said = (label: string, value: string | null) => (value ? [{ label, value }] : []);

function Side({ mechanism, onReload }: Shown) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const format = useFormat();
  const term = useTerm();
  const [open, setOpen] = useState<'edit' | 'cadence' | null>(null);
  const facts = useDescribedFacts(MECHANISM_FIELDS, mechanism.describedValues, ['title']);
  const grace = mechanism.graceCount
    ? `${mechanism.graceCount} ${term('DelayUnit', mechanism.graceUnit)}`
    : null;
  const record = { ...mechanism, doneByTraining: mechanism.doneByTraining };
  return (
    <>
      <Panel title={t('documentSteps.actions')}>
        <div className="mechanism-actions">
          {mayDo(mechanism, 'changeMechanismCadence') ? (
            <Button onClick={() => setOpen('cadence')}>{label('changeMechanismCadence')}</Button>
          ) : null}
          <ActionList
            actions={mechanism.allowedActions}
            target={{ id: mechanism.id, version: mechanism.version, label: mechanism.title }}
            onReload={onReload}
          />
        </div>
      </Panel>
      <Panel
        title={t('mechanisms.facts')}
        extra={
          mayDo(mechanism, 'editStandingMechanism') ? (
            <Button size="small" icon={<EditOutlined />} onClick={() => setOpen('edit')}>
              {label('editStandingMechanism')}
            </Button>
          ) : null
        }
      >
        <Facts
          facts={[
            ...said(t('mechanisms.statusReason'), mechanism.statusReason),
            ...facts,
            { label: t('mechanisms.columns.unit'), value: mechanism.responsibleUnit?.name },
            { label: t('mechanisms.owner'), value: mechanism.owner?.displayName },
            {
              label: t('mechanisms.cadence.dayOff'),
              value: term('DayOffRule', mechanism.dayOff),
            },
            ...said(t('mechanisms.cadence.graceCount'), grace),
            ...said(
              t('mechanisms.doneByTraining'),
              mechanism.doneByTraining && term('TrainingKind', mechanism.doneByTraining),
            ),
            { label: t('mechanisms.startsOn'), value: format.date(mechanism.startsOn) },
            { label: t('mechanisms.organization'), value: mechanism.organization.name },
            {
              label: t('mechanisms.item'),
              value: mechanism.item ? (
                <Link to={`/items/${mechanism.item.id}`}>
                  {`${mechanism.item.code} ${mechanism.item.title}`}
                </Link>
              ) : null,
            },
          ]}
        />
      </Panel>
      {open === 'edit' ? (
        <EditMechanismDialog record={record} onClose={() => setOpen(null)} onReload={onReload} />
      ) : null}
      {open === 'cadence' ? (
        <ChangeCadenceDialog record={mechanism} onClose={() => setOpen(null)} onReload={onReload} />
      ) : null}
    </>
  );
}
