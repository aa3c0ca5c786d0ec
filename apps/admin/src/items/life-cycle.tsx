import type { ItemStatus } from '@taizhang/client';
import { courseOf } from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';
import { useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import './item-page.css';

/** The straight way of an item, as the hub's own rules have it. */
const PATH = courseOf<ItemStatus>(ITEM_LIFE_CYCLE.steps, 'REGISTERED', 'CLOSED');

/** A status beside the main path takes the place of the step that it stands for. */
const BESIDE: Partial<Record<ItemStatus, ItemStatus>> = {
  REOPENED: 'PLANNED',
  LONG_TERM: 'VERIFYING',
  WITHDRAWN: 'REGISTERED',
};

/** The life cycle as steps, the current one marked. */
export function LifeCycle({ status }: { status: ItemStatus }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const place = PATH.findIndex((step) => step === (BESIDE[status] ?? status));
  return (
    <ol className={`life-cycle life-cycle-${status}`} aria-label={t('item.lifeCycle')}>
      {PATH.map((step, index) => {
        const isCurrent = index === place;
        const state =
          index < place || status === 'CLOSED' ? 'done' : isCurrent ? 'current' : 'ahead';
        return (
          <li
            key={step}
            className={`life-step life-step-${state}`}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <span className="life-dot" aria-hidden="true" />
            <span className="life-name">{term('ItemStatus', isCurrent ? status : step)}</span>
          </li>
        );
      })}
    </ol>
  );
}
