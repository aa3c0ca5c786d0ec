import type { ResultOf, Role } from '@taizhang/client';
import { useLanguage, useTerm } from '@taizhang/ui';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { signInAsDemoPersonMutation, type signInOptionsQuery } from './session.query.ts';

type DemoPerson = NonNullable<
  ResultOf<typeof signInOptionsQuery>['signInOptions']
>['demoPeople'][number];

export interface DemoPeopleProps {
  people: readonly DemoPerson[];
  onSignedIn(): void;
}

/** One button a person, under the role and what the role may do. */
export function DemoPeople({ people, onSignedIn }: DemoPeopleProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const term = useTerm();
  const [{ fetching }, signIn] = useMutation(signInAsDemoPersonMutation);
  const [failure, setFailure] = useState<string | null>(null);

  const enter = async (personId: string) => {
    setFailure(null);
    const { data, error } = await signIn({ input: { personId } });
    const result = data?.signInAsDemoPerson;
    if (result?.__typename === 'SignInError') setFailure(pick(result.message));
    else if (result) onSignedIn();
    else setFailure(error?.networkError ? t('failure.network') : t('failure.title'));
  };

  return (
    <>
      {failure ? <Alert type="error" title={failure} showIcon role="alert" /> : null}
      {groupByRole(people).map(({ role, members }) => (
        <section key={role} className="demo-role" aria-label={term('Role', role)}>
          <h3>{term('Role', role)}</h3>
          <p>{t(`session.roleAbilities.${role}`)}</p>
          <div className="demo-role-people">
            {members.map((person) => (
              <button
                key={person.id}
                type="button"
                disabled={fetching}
                aria-label={t('session.enterAs', { name: person.displayName })}
                onClick={() => void enter(person.id)}
              >
                <span>{person.displayName}</span>
                <small>{describe(person)}</small>
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** In the demonstration a person's name often is the post already. */
function describe({ displayName, position, organizationName }: DemoPerson): string {
  return [organizationName, position === displayName ? null : position].filter(Boolean).join(' · ');
}

/** Those who run the ledger first: whoever tries the demonstration sees most as one of them. */
const ROLE_ORDER: readonly Role[] = [
  'PARTY_AFFAIRS',
  'INSPECTION_OFFICE',
  'PARTY_SECRETARY',
  'LEAD_LEADER',
  'SECTION_CONTACT',
  'DASHBOARD_VIEWER',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
];

function groupByRole(people: readonly DemoPerson[]): { role: Role; members: DemoPerson[] }[] {
  return ROLE_ORDER.map((role) => ({
    role,
    members: people.filter((person) => person.role === role),
  })).filter(({ members }) => members.length > 0);
}
