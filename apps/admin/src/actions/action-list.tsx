import { InfoCircleOutlined } from '@ant-design/icons';
import { useLanguage } from '@taizhang/ui';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form/choice-field.tsx';
import { isDialogAction, specOf } from './action-catalogue.ts';
import { ActionDialog, type ActionTarget } from './action-dialog.tsx';
import { useActionLabel } from './use-action-label.ts';
import type { AllowedAction } from './allowed-action.fragment.ts';
import { WhoCan } from './who-can.tsx';
import './actions.css';

export interface ActionListProps {
  /** As the hub answered; rights are never worked out here. */
  actions: readonly AllowedAction[];
  target: ActionTarget;
  onReload(): void;
  replacements?: readonly Choice[];
  /** Small buttons in a row of a list; refused ones fold behind a word. */
  compact?: boolean;
}

/** What the viewer may do to a record now as buttons, who can do what they cannot, and what is not possible yet. */
export function ActionList({
  actions,
  target,
  onReload,
  replacements,
  compact = false,
}: ActionListProps) {
  const { t } = useTranslation('admin');
  const [open, setOpen] = useState<string | null>(null);
  const label = useActionLabel();
  const known = actions.filter((one) => isDialogAction(one.action));
  const allowed = known.filter((one) => one.allowed);
  // What is up to somebody else is said at once; what nobody can do now folds away.
  const others = known.filter((one) => !one.allowed && one.whoCan);
  const refused = known.filter((one) => !one.allowed && !one.whoCan);
  const first = allowed.find(({ action }) => !specOf(action).isDangerous);

  return (
    <div className={compact ? 'action-list action-list-compact' : 'action-list'}>
      {allowed.length === 0 && !compact ? <p className="faint">{t('item.actionsNone')}</p> : null}
      {allowed.length > 0 ? (
        <div className="action-buttons">
          {allowed.map(({ action }) => (
            <Button
              key={action}
              size={compact ? 'small' : 'middle'}
              type={action === first?.action && !compact ? 'primary' : 'default'}
              danger={specOf(action).isDangerous}
              onClick={() => setOpen(action)}
            >
              {label(action)}
            </Button>
          ))}
        </div>
      ) : null}
      <WhoCan actions={others} />
      {refused.length > 0 ? <RefusedActions actions={refused} compact={compact} /> : null}
      {open ? (
        <ActionDialog
          key={open}
          action={open}
          target={target}
          replacements={replacements ?? []}
          onClose={() => setOpen(null)}
          onReload={onReload}
        />
      ) : null}
    </div>
  );
}

function RefusedActions({
  actions,
  compact,
}: {
  actions: readonly AllowedAction[];
  compact: boolean;
}) {
  const { t } = useTranslation('admin');
  if (compact) {
    return (
      <Popover
        trigger="click"
        title={t('item.unavailable')}
        content={<RefusalList actions={actions} />}
        styles={{ root: { maxWidth: 420 } }}
      >
        <Button
          size="small"
          type="text"
          className="action-why"
          icon={<InfoCircleOutlined />}
          aria-label={t('item.unavailable')}
          title={t('item.unavailable')}
        />
      </Popover>
    );
  }
  return (
    <details className="action-refused">
      <summary>{t('item.unavailable')}</summary>
      <RefusalList actions={actions} />
    </details>
  );
}

function RefusalList({ actions }: { actions: readonly AllowedAction[] }) {
  const label = useActionLabel();
  const { pick } = useLanguage();
  return (
    <ul className="refusals">
      {actions.map(({ action, reason }) => (
        <li key={action}>
          <span>{label(action)}</span>
          <span className="faint">{reason ? pick(reason) : null}</span>
        </li>
      ))}
    </ul>
  );
}
