import { useTranslation } from 'react-i18next';

/** A field of the contract in the viewer's words; one that this build does not know by its own name. */
export function FieldName({ field }: { field: string }) {
  const { t, i18n } = useTranslation('admin');
  const key = `fields.${field}`;
  return <>{i18n.exists(key, { ns: 'admin' }) ? t(key as 'fields.title') : field}</>;
}
