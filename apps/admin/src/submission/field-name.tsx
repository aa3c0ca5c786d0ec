import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

/** A field of the contract in the viewer's words; one that this build does not know by its own name. */
export function FieldName({ field }: { field: string }) {
  const { t, i18n } = useTranslation('admin');
  const { pick } = useLanguage();
  if (field in ITEM_FIELDS)
    return <>{pick(ITEM_FIELDS[field as keyof typeof ITEM_FIELDS].label)}</>;
  const key = `fields.${field}`;
  return <>{i18n.exists(key, { ns: 'admin' }) ? t(key as 'fields.status') : field}</>;
}
