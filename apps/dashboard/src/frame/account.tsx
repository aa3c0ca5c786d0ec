import { graphql } from '@taizhang/client';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useViewer } from '../session/use-viewer.ts';
import { FrameIcon } from './frame-icons.tsx';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Who is signed in, and the way out. */
export function Account() {
  const { t } = useTranslation('dashboard');
  const { name } = useViewer();
  const [{ fetching }, signOut] = useMutation(signOutMutation);
  const leave = async () => {
    const { error } = await signOut({});
    // A new page load, so that nothing read in the old session stays in memory.
    if (!error) window.location.assign('/dashboard/');
  };
  return (
    <span className="db-account">
      <span className="db-account-name" title={t('session.signedInAs', { name })}>
        {name}
      </span>
      <button
        type="button"
        className="db-quiet"
        aria-label={t('session.signOut')}
        disabled={fetching}
        onClick={() => void leave()}
      >
        <FrameIcon name="leave" />
        <span>{t('session.signOut')}</span>
      </button>
    </span>
  );
}
