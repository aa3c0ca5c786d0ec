import { graphql } from '@taizhang/client';
import {
  ErrorState,
  LanguageSwitch,
  LoadingState,
  pickLanguage,
  ProductMark,
  ThemeSwitch,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { viewersFirst } from './demo-people.ts';
import './session.css';

const signInOptionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      demoPeople {
        id
        displayName
        role
        organizationName
      }
    }
  }
`);

const signInMutation = graphql(`
  mutation SignInAsDemoPerson($input: SignInAsDemoPersonInput!) {
    signInAsDemoPerson(input: $input) {
      __typename
      ... on Viewer {
        name
      }
      ... on SignInError {
        message
      }
    }
  }
`);

/** The way in: one click for a demo person where the hub offers any, else the admin console's form. */
export function SignInPanel({ onSignedIn }: { onSignedIn(): void }) {
  const { t } = useTranslation('dashboard');
  const [{ data, error, fetching }, read] = useQuery({ query: signInOptionsQuery });
  const people = viewersFirst(data?.signInOptions?.demoPeople ?? []);

  return (
    <main className="db-sign-in">
      <div className="db-sign-in-top">
        <ProductMark suffix={t('appName')} />
        <span className="db-sign-in-switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </div>
      <section className="db-sign-in-sheet" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">{t('session.title')}</h1>
        <p>{t('session.body')}</p>
        {fetching && !data ? <LoadingState rows={4} /> : null}
        {error && !data ? (
          <ErrorState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />
        ) : null}
        {people.length > 0 ? <DemoPeople people={people} onSignedIn={onSignedIn} /> : null}
        <a className="db-sign-in-admin" href={adminSignIn()}>
          {t('session.admin')}
        </a>
      </section>
    </main>
  );
}

interface DemoPerson {
  id: string;
  displayName: string;
  role: string;
  organizationName: string;
}

function DemoPeople({ people, onSignedIn }: { people: DemoPerson[]; onSignedIn(): void }) {
  const { t } = useTranslation('dashboard');
  const { language } = useLanguage();
  const term = useTerm();
  const [{ data, error, fetching }, signIn] = useMutation(signInMutation);
  const refusal =
    data?.signInAsDemoPerson.__typename === 'SignInError' ? data.signInAsDemoPerson.message : null;

  const enter = async (personId: string) => {
    const result = await signIn({ input: { personId } });
    if (result.data?.signInAsDemoPerson.__typename === 'Viewer') onSignedIn();
  };
  const button = (person: DemoPerson, index: number) => (
    <li key={`${person.id}-${person.role}`}>
      <button
        type="button"
        className={index === 0 ? 'db-person db-person-first' : 'db-person'}
        disabled={fetching}
        aria-label={t('session.enter', { name: person.displayName })}
        onClick={() => void enter(person.id)}
      >
        <strong>{person.displayName}</strong>
        <span>
          {term('Role', person.role)} · {person.organizationName}
        </span>
      </button>
    </li>
  );

  return (
    <>
      <h2>{t('session.demoTitle')}</h2>
      <p className="db-faint">{t('session.demoBody')}</p>
      {refusal ? <p role="alert">{pickLanguage(refusal, language)}</p> : null}
      {error ? <ErrorState error={error} /> : null}
      <ul className="db-people">{people.slice(0, 1).map(button)}</ul>
      {people.length > 1 ? (
        <details>
          <summary>{t('session.others')}</summary>
          <ul className="db-people">{people.slice(1).map((person) => button(person, 1))}</ul>
        </details>
      ) : null}
    </>
  );
}

function adminSignIn(): string {
  const here = `${window.location.pathname}${window.location.search}`;
  return `/admin/?return=${encodeURIComponent(here)}`;
}
