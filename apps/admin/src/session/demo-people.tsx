import type { ResultOf, Role } from '@taizhang/client';
import { pickLanguage, termValues, useLanguage, useTerm } from '@taizhang/ui';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { signInAsDemoPersonMutation, type signInOptionsQuery } from './session.query.ts';

type DemoPerson = ResultOf<typeof signInOptionsQuery>['signInOptions']['demoPeople'][number];

export interface DemoPeopleProps {
  people: readonly DemoPerson[];
  onSignedIn(): void;
}

/** One button a person, under the role and what the role may do. */
export function DemoPeople({ people, onSignedIn }: DemoPeopleProps) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const term = useTerm();
  const [{ fetching }, signIn] = useMutation(signInAsDemoPersonMutation);
  const [failure, setFailure] = useState<string | null>(null);

  const enter = async (personId: string) => {
    setFailure(null);
    const { data, error } = await signIn({ input: { personId } });
    const result = data?.signInAsDemoPerson;
    if (result?.__typename === 'SignInError') setFailure(pickLanguage(result.message, language));
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
                <small>{[person.organizationName, person.position].filter(Boolean).join(' · ')}</small>
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function groupByRole(people: readonly DemoPerson[]): { role: Role; members: DemoPerson[] }[] {
  return (termValues('Role') as Role[])
    .map((role) => ({ role, members: people.filter((person) => person.role === role) }))
    .filter(({ members }) => members.length > 0);
}
