import { DownloadOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { enteringStep } from '@taizhang/registers/rules';
import {
  DemoTag,
  ErrorState,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  StatusTag,
  useFormat,
  useLanguage,
} from '@taizhang/ui';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { mayDo } from '../actions/may-do.ts';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { definitionFrom } from './definition.fragment.ts';
import { entryFilter, entryOrder, entrySort } from './entry-address.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { exportEntries, saveFile } from './export-entries.ts';
import { RegisterEntries } from './register-entries.tsx';
import { registerPageQuery, type RegisterRecord } from './registers.queries.ts';
import { VersionList } from './version-list.tsx';
import './registers.css';

/** 登记簿: one register, with what it counts and its entries. */
export function RegisterPage() {
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({
    query: registerPageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={10} />;
  if (data.node?.__typename !== 'Register') return <NotFoundState />;
  return <Register register={data.node} onReload={refresh} />;
}

function Register({ register, onReload }: { register: RegisterRecord; onReload(): void }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const address = useListAddress();
  const [isEntering, setEntering] = useState(false);
  const definition = definitionFrom(register.currentVersion.definition);
  const title = pick(register.title);
  const step = enteringStep(definition);
  return (
    <>
      <title>{`${title} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/registers">{t('registers.title')}</Link>
      </p>
      <PageHeading
        title={title}
        subtitle={
          <span className="tag-row">
            <StatusTag kind="RegisterStatus" value={register.status} />
            <DemoTag provenance={register.provenance} />
            <span>{register.description ? pick(register.description) : null}</span>
          </span>
        }
        actions={
          <span className="tag-row">
            <ExportButton register={register} address={address} />
            {mayDo(register, 'reviseRegister') ? (
              <Button
                icon={<EditOutlined />}
                onClick={() => void navigate(`/registers/${register.id}/revise`)}
              >
                {t('registers.revise')}
              </Button>
            ) : null}
            {mayDo(register, 'registerEntry') ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
                {pick(step.label)}
              </Button>
            ) : null}
          </span>
        }
      />
      <StageStrip register={register} address={address} />
      <RegisterEntries registerId={register.id} definition={definition} address={address} />
      <VersionList register={register} />
      <Panel title={t('registers.actions')}>
        <ActionList
          actions={register.allowedActions}
          target={{ id: register.id, version: register.version, label: title }}
          onReload={onReload}
        />
      </Panel>
      {isEntering ? (
        <EntryDialog
          definition={definition}
          step={step.key}
          title={pick(step.label)}
          done={{ action: 'registerEntry', registerId: register.id }}
          onClose={() => setEntering(false)}
          onDone={(id) => void navigate(`/register-entries/${id}`)}
        />
      ) : null}
    </>
  );
}

/** How many entries stand in each stage; each number opens its rows. */
function StageStrip({ register, address }: { register: RegisterRecord; address: ListAddress }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const format = useFormat();
  const groups = register.figures?.groups ?? [];
  const shown = address.params.get('stage');
  return (
    <ul className="register-stages" aria-label={t('registers.byStage')}>
      <li>
        <button
          type="button"
          aria-pressed={shown === null}
          onClick={() => address.change({ stage: null })}
        >
          <strong className="tz-number">{format.number(register.entryCount)}</strong>
          <span>{t('common.all')}</span>
        </button>
      </li>
      {groups.map(({ value, label, count }) => (
        <li key={value}>
          <button
            type="button"
            aria-pressed={shown === value}
            onClick={() => address.change({ stage: shown === value ? null : value })}
          >
            <strong className="tz-number">{format.number(count)}</strong>
            <span>{pick(label ?? '')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Takes away what is shown as a sheet, or the definition as a file. */
function ExportButton({ register, address }: { register: RegisterRecord; address: ListAddress }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const definition = definitionFrom(register.currentVersion.definition);

  const asSheet = async () => {
    setBusy(true);
    try {
      const count = await exportEntries(client, {
        register: { id: register.id, title: pick(register.title) },
        definition,
        pick,
        filter: entryFilter(definition, address.params),
        orderBy: entryOrder(entrySort(address.params)),
      });
      void message.success(t('registers.exported', { count }));
    } catch {
      void message.error(t('failure.network'));
    }
    setBusy(false);
  };
  const asFile = () =>
    saveFile(
      new Blob([JSON.stringify(register.currentVersion.file, null, 2)], {
        type: 'application/json',
      }),
      `${register.key}.register.json`,
    );
  return (
    <Dropdown
      menu={{
        items: [
          { key: 'xlsx', label: t('registers.exportSheet'), onClick: () => void asSheet() },
          { key: 'file', label: t('registers.exportFile'), onClick: asFile },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} loading={isBusy}>
        {t('registers.export')}
      </Button>
    </Dropdown>
  );
}
