import {
  ErrorState,
  Facts,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  ToneTag,
  useFormat,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { GrantRoleDialog } from './grant-role-dialog.tsx';
import {
  PERSON_STEPS,
  personPageQuery,
  type PersonDetail,
  type PersonStep,
} from './people.queries.ts';
import { PersonStepDialog } from './person-step-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { ResetTotpDialog } from './reset-totp-dialog.tsx';
import { RevokeRoleDialog, type GrantedRole } from './revoke-role-dialog.tsx';
import './people.css';

/** 人员: account, sessions and roles of one person. */
export function PersonPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({
    query: personPageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={8} />;
  const person = data.node;
  if (person?.__typename !== 'Person') return <NotFoundState />;
  return (
    <>
      <title>{`${person.displayName} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/people">{t('people.title')}</Link>
      </p>
      <PageHeading title={person.displayName} subtitle={person.position} />
      <AccountPanel person={person} onReload={refresh} />
      <RolesPanel person={person} onReload={refresh} />
    </>
  );
}

/** Beside the steps that take a reason. */
const RESETS = ['resetPassword', 'resetTotp'] as const;
type Reset = (typeof RESETS)[number];

interface PanelProps {
  person: PersonDetail;
  onReload(): void;
}

function AccountPanel({ person, onReload }: PanelProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [step, setStep] = useState<PersonStep | Reset | null>(null);
  const close = () => {
    setStep(null);
    onReload();
  };
  const may = (action: string) =>
    person.allowedActions.some((one) => one.action === action && one.allowed);
  const isReset = step === 'resetPassword' || step === 'resetTotp';
  return (
    <Panel
      title={t('people.account')}
      extra={person.disabledAt ? <ToneTag tone="neutral">{t('people.disabled')}</ToneTag> : null}
    >
      <Facts
        facts={[
          { label: t('people.organization'), value: person.organization?.name },
          { label: t('people.loginName'), value: person.account?.loginName },
          { label: t('people.email'), value: person.email },
          { label: t('people.sessions'), value: person.sessionCount },
          ...(person.account?.lockedUntil
            ? [
                {
                  label: t('people.lockedUntil'),
                  value: format.dateTime(person.account.lockedUntil),
                },
              ]
            : []),
        ]}
      />
      <div className="person-actions">
        {/* Only what is offered to this viewer is shown: of disabling and enabling never both. */}
        {RESETS.filter(may).map((action) => (
          <Button key={action} onClick={() => setStep(action)}>
            {t(`people.${action}`)}
          </Button>
        ))}
        {(Object.keys(PERSON_STEPS) as PersonStep[]).filter(may).map((action) => (
          <Button key={action} danger={action === 'disablePerson'} onClick={() => setStep(action)}>
            {t(`people.steps.${action}`)}
          </Button>
        ))}
      </div>
      {step === 'resetPassword' ? (
        <ResetPasswordDialog person={person} onClose={close} onReload={onReload} />
      ) : null}
      {step === 'resetTotp' ? (
        <ResetTotpDialog person={person} onClose={close} onReload={onReload} />
      ) : null}
      {step && !isReset ? (
        <PersonStepDialog action={step} person={person} onClose={close} onReload={onReload} />
      ) : null}
    </Panel>
  );
}

function RolesPanel({ person, onReload }: PanelProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { pick } = useLanguage();
  const [isGranting, setGranting] = useState(false);
  const [revoked, setRevoked] = useState<GrantedRole | null>(null);
  const grant = person.allowedActions.find(({ action }) => action === 'grantRole');
  const roles = person.roles ?? [];
  return (
    <Panel
      title={t('people.roles')}
      extra={
        <Tooltip title={grant?.reason ? pick(grant.reason) : null}>
          <Button type="primary" disabled={!grant?.allowed} onClick={() => setGranting(true)}>
            {t('people.grant')}
          </Button>
        </Tooltip>
      }
    >
      {roles.length === 0 ? <p className="faint">{t('people.noRoles')}</p> : null}
      <ul className="role-list">
        {roles.map((held) => (
          <li key={held.role + held.organization.id}>
            <span>
              <strong>{term('Role', held.role)}</strong>
              <span className="faint"> · {held.organization.name}</span>
            </span>
            {grant?.allowed ? (
              <Button size="small" danger onClick={() => setRevoked(held)}>
                {t('people.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isGranting ? (
        <GrantRoleDialog
          person={person}
          onClose={() => {
            setGranting(false);
            onReload();
          }}
          onReload={onReload}
        />
      ) : null}
      {revoked ? (
        <RevokeRoleDialog
          person={person}
          held={revoked}
          onClose={() => {
            setRevoked(null);
            onReload();
          }}
          onReload={onReload}
        />
      ) : null}
    </Panel>
  );
}
