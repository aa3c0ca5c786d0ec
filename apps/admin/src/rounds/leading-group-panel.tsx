import { Panel, ToneTag, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from '../actions/allowed-action.fragment.ts';
import { ActionList } from '../actions/action-list.tsx';
import { usePersonName, type NamedPerson } from '../people/use-person-name.ts';

interface LeadingGroupPanelProps {
  round: {
    id: string;
    version: number;
    leadingGroup: readonly {
      post: 'HEAD' | 'DEPUTY_HEAD' | 'MEMBER';
      person: NamedPerson & { id: string; position: string | null };
    }[];
    allowedActions: readonly AllowedAction[];
  };
  onReload(): void;
}

/** 领导小组: who leads the rectification, and the way off the group where the viewer may take it. */
export function LeadingGroupPanel({ round, onReload }: LeadingGroupPanelProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const nameOf = usePersonName();
  const removing = round.allowedActions.filter(
    ({ action, allowed }) => allowed && action === 'removeLeadingGroupMember',
  );
  return (
    <Panel title={t('rounds.leadingGroup')}>
      {round.leadingGroup.length === 0 ? (
        <p className="faint">{t('rounds.leadingGroupEmpty')}</p>
      ) : (
        <ul className="group">
          {round.leadingGroup.map(({ post, person }) => (
            <li key={person.id}>
              <ToneTag tone={post === 'HEAD' ? 'info' : 'neutral'}>
                {term('LeadingGroupPost', post)}
              </ToneTag>
              <span>{nameOf(person)}</span>
              {person.position !== person.displayName ? (
                <span className="faint">{person.position}</span>
              ) : null}
              {removing.length > 0 ? (
                <ActionList
                  compact
                  actions={removing}
                  target={{
                    id: round.id,
                    version: round.version,
                    label: person.displayName,
                    input: { personId: person.id },
                  }}
                  onReload={onReload}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
