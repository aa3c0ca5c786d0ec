import { useTranslation } from 'react-i18next';

/** An event's type in the viewer's words; a type newer than this build shows itself. */
export function EventName({ type }: { type: string }) {
  const { t, i18n } = useTranslation('admin');
  const key = `events.${type}`;
  return <>{i18n.exists(key, { ns: 'admin' }) ? t(key as 'events.ITEM_CLOSED') : type}</>;
}
