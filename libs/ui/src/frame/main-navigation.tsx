import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationMore } from './navigation-more.tsx';
import { useFittingCount } from './use-fitting-count.ts';

export interface NavigationEntry {
  key: string;
  label: string;
  /** As the browser sees it, base path included. */
  href: string;
  icon: ReactNode;
  /** How much waits there; none is not shown. */
  count?: number;
  /** Another app of the hub: an ordinary page load, shown after the app's own pages. */
  external?: boolean;
}

interface MainNavigationProps {
  /** The most used first: those without room go behind "more", the last first. */
  entries: readonly NavigationEntry[];
  activeKey: string | undefined;
  onFollow(event: MouseEvent<HTMLAnchorElement>, href: string): void;
}

/** The app's pages: a row in the header, a bar at the bottom of a phone. */
export function MainNavigation({ entries, activeKey, onFollow }: MainNavigationProps) {
  const { t } = useTranslation('ui');
  const navigation = useRef<HTMLElement>(null);
  // The current page's entry is set bolder, and so wider.
  const wording = [activeKey, ...entries.map(({ label, count = 0 }) => `${label}${count}`)].join(
    '\n',
  );
  const count = useFittingCount(navigation, entries.length, wording);
  const rest = entries.slice(count);

  const link = (entry: NavigationEntry, hidden: boolean) => (
    <a
      key={entry.key}
      href={entry.href}
      hidden={hidden}
      aria-current={entry.key === activeKey ? 'page' : undefined}
      className={entry.external ? 'tz-nav-external' : undefined}
      onClick={entry.external ? undefined : (event) => onFollow(event, entry.href)}
    >
      <span className="tz-nav-icon" aria-hidden="true">
        {entry.icon}
      </span>
      <span>
        {entry.label}
        {entry.count ? <span className="tz-nav-count tz-number">{entry.count}</span> : null}
      </span>
    </a>
  );

  return (
    <nav className="tz-nav" ref={navigation} aria-label={t('navigation')}>
      {entries.map((entry, index) => link(entry, index >= count))}
      <NavigationMore
        hidden={rest.length === 0}
        isCurrent={rest.some(({ key }) => key === activeKey)}
      >
        {rest.map((entry) => link(entry, false))}
      </NavigationMore>
    </nav>
  );
}
