import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

export interface Capable {
  posts: readonly { label: string }[];
  people: readonly { displayName: string }[];
}

/** Whom to turn to: the posts whose holders can do it, and some of them by name. */
export function WhoCan({ whoCan: { posts, people } }: { whoCan: Capable }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const list = (names: readonly string[]) => names.join(t('actionForm.between'));
  return (
    <>
      {' '}
      {t('actionForm.whoCan', { posts: list(posts.map(({ label }) => pick(label))) })}
      {people.length > 0
        ? t('actionForm.whoCanPeople', { people: list(people.map((one) => one.displayName)) })
        : null}
    </>
  );
}
