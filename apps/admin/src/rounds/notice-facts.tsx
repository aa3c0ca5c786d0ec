import { readFragment, type FragmentOf } from '@taizhang/client';
import { Facts, Panel } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { noticeFragment } from './notice-panel.fragment.ts';
import { readContacts, readStated } from './read-notice-facts.ts';

/** What the notice itself says about numbers and contacts, as it says it. */
export function NoticeFacts(props: { round: FragmentOf<typeof noticeFragment> }) {
  const { t, i18n } = useTranslation('admin');
  const { notice } = readFragment(noticeFragment, props.round);
  const contacts = readContacts(notice?.contacts);
  const stated = readStated(notice?.stated);
  const named = (group: 'contactKinds' | 'statedKinds', key: string) =>
    i18n.exists(`rounds.${group}.${key}`, { ns: 'admin' })
      ? t(`rounds.${group}.${key}` as 'rounds.contactKinds.PHONE')
      : key;
  return (
    <>
      <Panel title={t('rounds.contacts')}>
        {contacts.length === 0 ? (
          <p className="faint">{t('rounds.contactsEmpty')}</p>
        ) : (
          <Facts
            facts={contacts.map(({ kind, value }) => ({
              label: named('contactKinds', kind),
              value,
            }))}
          />
        )}
      </Panel>
      <Panel title={t('rounds.stated')}>
        {stated.length === 0 ? (
          <p className="faint">{t('rounds.statedEmpty')}</p>
        ) : (
          <Facts
            facts={stated.map(({ key, value }) => ({ label: named('statedKinds', key), value }))}
          />
        )}
      </Panel>
    </>
  );
}
