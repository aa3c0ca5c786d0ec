import { InfoCircleOutlined } from '@ant-design/icons';
import { useLanguage } from '@taizhang/ui';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form/choice-field.tsx';
import { ACTION_CATALOGUE, isDialogAction, type ActionName } from './action-catalogue.ts';
import { ActionDialog, type ActionTarget } from './action-dialog.tsx';
import './actions.css';

export interface AllowedAction {
  action: string;
  allowed: boolean;
  reason: string | null;
}

export interface ActionListProps {
  /** As the hub answered; rights are never worked out here. */
  actions: readonly AllowedAction[];
  target: ActionTarget;
  onReload(): void;
  replacements?: readonly Choice[];
  /** Small buttons in a row of a list; refused ones fold behind a word. */
  compact?: boolean;
}

/** What the viewer may do to a record now as buttons, and what not yet, each with the hub's reason. */
export function ActionList({
  actions,
  target,
  onReload,
  replacements,
  compact = false,
}: ActionListProps) {
  const { t } = useTranslation('admin');
  const [open, setOpen] = useState<ActionName | null>(null);
  const known = actions.filter((one): one is AllowedAction & { action: ActionName } =>
    isDialogAction(one.action),
  );
  const allowed = known.filter((one) => one.allowed);
  const refused = known.filter((one) => !one.allowed);
  const first = allowed.find(({ action }) => !('danger' in ACTION_CATALOGUE[action]));

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
              danger={'danger' in ACTION_CATALOGUE[action]}
              onClick={() => setOpen(action)}
            >
              {t(`actions.${action}`)}
            </Button>
          ))}
        </div>
      ) : null}
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

type RefusedAction = AllowedAction & { action: ActionName };

function RefusedActions({
  actions,
  compact,
}: {
  actions: readonly RefusedAction[];
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

function RefusalList({ actions }: { actions: readonly RefusedAction[] }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return (
    <ul className="refusals">
      {actions.map(({ action, reason }) => (
        <li key={action}>
          <span>{t(`actions.${action}`)}</span>
          <span className="faint">{reason ? pick(reason) : null}</span>
        </li>
      ))}
    </ul>
  );
}
