import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

/** Who did it; the hub itself has a name in both languages, a person one that is shown as it is. */
export function ActorName({ name }: { name: string }) {
  const { pick } = useLanguage();
  return <span>{pick(name)}</span>;
}

/** What kind of record an event is about; one newer than this build shows itself. */
export function SubjectName({ type }: { type: string }) {
  const { t, i18n } = useTranslation('admin');
  const key = `audit.subjects.${type}`;
  return <>{i18n.exists(key, { ns: 'admin' }) ? t(key as 'audit.subjects.Person') : type}</>;
}
