import { readFragment, type FragmentOf } from '@taizhang/client';
import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { DemoTag, Facts, OverdueTag, Panel, StatusTag, useFormat, useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDescribedFacts } from '../form/use-described-facts.ts';
import { itemHeadFragment } from './item-head.fragment.ts';
import { LifeCycle } from './life-cycle.tsx';
import { SourceQuote } from './source-quote.tsx';
import { usePersonName } from '../people/use-person-name.ts';

/** What the head, or another line of the facts, shows already. */
const SHOWN_APART = ['title', 'dueOn'] as const;

interface ItemHeadProps {
  item: FragmentOf<typeof itemHeadFragment>;
}

/** What it is, where it stands, and how far along its life it has come. */
export function ItemHead(props: ItemHeadProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const item = readFragment(itemHeadFragment, props.item);
  return (
    <header className="item-head">
      <p className="page-trail">
        <Link to="/items">{t('items.title')}</Link>
        <span aria-hidden="true"> / </span>
        <span>
          {t('items.areaHeading', { ordinal: item.area.ordinal, title: item.area.title })}
        </span>
      </p>
      <div className="item-marks">
        <span className="item-code tz-number">{item.code}</span>
        <StatusTag kind="ItemStatus" value={item.status} />
        <OverdueTag isOverdue={item.isOverdue} daysLate={item.daysLate} />
        <DemoTag provenance={item.provenance} />
      </div>
      <h1>{item.title}</h1>
      {item.provenanceNote ? <p className="item-note">{pick(item.provenanceNote)}</p> : null}
      <LifeCycle status={item.status} />
    </header>
  );
}

export function ItemFacts(props: ItemHeadProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const item = readFragment(itemHeadFragment, props.item);
  const described = useDescribedFacts(ITEM_FIELDS, item.describedValues, SHOWN_APART);
  const nameOf = usePersonName();
  const day = (value: string | null) => (value ? format.date(value) : null);
  return (
    <Panel title={t('item.facts')}>
      <Facts
        facts={[
          { label: t('item.leadLeader'), value: nameOf(item.leadLeader) },
          { label: t('item.responsibleUnit'), value: nameOf(item.responsibleUnit) },
          { label: t('item.dueOn'), value: day(item.dueOn) },
          {
            label: t('item.primaryResponsiblePerson'),
            value: nameOf(item.primaryResponsiblePerson),
          },
          ...(item.firstDueOn && item.firstDueOn !== item.dueOn
            ? [{ label: t('item.firstDueOn'), value: day(item.firstDueOn) }]
            : []),
          ...(item.reviewOn ? [{ label: t('item.reviewOn'), value: day(item.reviewOn) }] : []),
          ...(item.closedOn ? [{ label: t('item.closedOn'), value: day(item.closedOn) }] : []),
          ...described.filter(({ isLong }) => !isLong),
          {
            label: t('item.supportingUnits'),
            value: item.supportingUnits.map(nameOf).join('、') || null,
          },
          { label: t('item.organization'), value: item.organization.name },
          {
            label: t('item.round'),
            value: <Link to={`/rounds/${item.round.id}`}>{item.round.title}</Link>,
          },
          { label: t('item.updatedAt'), value: format.dateTime(item.updatedAt) },
        ]}
      />
      {described
        .filter(({ isLong }) => isLong)
        .map(({ label, value }) => (
          <div key={label} className="item-text">
            <h3>{label}</h3>
            <p>{value}</p>
          </div>
        ))}
      {item.manifestations.length > 0 ? (
        <div className="item-text">
          <h3>{t('item.manifestations')}</h3>
          <ol>
            {item.manifestations.map(({ ordinal, text }) => (
              <li key={ordinal} value={ordinal}>
                {text}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {item.source ? <SourceQuote source={item.source} roundId={item.round.id} /> : null}
    </Panel>
  );
}
