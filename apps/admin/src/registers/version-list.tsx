import { compareDefinitions } from '@taizhang/registers/rules';
import { Panel, useFormat, useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ChangeList } from './change-list.tsx';
import { definitionFrom } from './definition.fragment.ts';
import type { RegisterRecord } from './registers.queries.ts';

/** The versions of a register's definition, each with what it changed of the one before. */
export function VersionList({ register }: { register: RegisterRecord }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const format = useFormat();
  const { versions } = register;
  return (
    <Panel title={t('registers.versions')} extra={t('common.total', { count: versions.length })}>
      <ol className="register-versions">
        {versions.map((version, index) => {
          const before = versions[index + 1];
          return (
            <li key={version.number}>
              <p>
                <strong>{t('registers.versionOrdinal', { ordinal: version.number })}</strong>{' '}
                <span className="faint tz-number">
                  {version.definedBy?.displayName} · {format.dateTime(version.createdAt)}
                </span>
              </p>
              {version.note ? <p>{pick(version.note)}</p> : null}
              {before ? (
                <ChangeList
                  changes={compareDefinitions(
                    definitionFrom(before.definition),
                    definitionFrom(version.definition),
                  )}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
