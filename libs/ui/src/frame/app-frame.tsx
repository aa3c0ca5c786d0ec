import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from './appearance-switches.tsx';
import { ProductMark } from './product-mark.tsx';
import './frame.css';

export interface NavigationEntry {
  key: string;
  label: string;
  /** As the browser sees it, base path included. */
  href: string;
  icon: ReactNode;
  /** Another app of the hub: an ordinary page load, shown after the app's own pages. */
  external?: boolean;
}

export interface AppFrameProps {
  /** The app's name beside the product's, e.g. 管理台. */
  appName: string;
  homeHref: string;
  navigation: readonly NavigationEntry[];
  activeKey?: string;
  /** Called for plain clicks on the app's own entries; a modified click stays the browser's. */
  onNavigate(href: string): void;
  /** Right of the switches: who is signed in. */
  account?: ReactNode;
  /** Under the header, over the whole width. */
  banner?: ReactNode;
  children: ReactNode;
}

/** Header, navigation (a bar at the bottom on a phone) and the page's main area. */
export function AppFrame(props: AppFrameProps) {
  const { t } = useTranslation('ui');

  const follow = (event: MouseEvent<HTMLAnchorElement>, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
      return;
    event.preventDefault();
    props.onNavigate(href);
  };

  return (
    <div className="tz-frame">
      <a className="tz-skip" href="#main">
        {t('skipToContent')}
      </a>
      <header className="tz-header">
        <a
          className="tz-header-mark"
          href={props.homeHref}
          onClick={(event) => follow(event, props.homeHref)}
        >
          <ProductMark suffix={props.appName} />
        </a>
        <nav className="tz-nav" aria-label={t('navigation')}>
          {props.navigation.map((entry) => (
            <a
              key={entry.key}
              href={entry.href}
              aria-current={entry.key === props.activeKey ? 'page' : undefined}
              className={entry.external ? 'tz-nav-external' : undefined}
              onClick={entry.external ? undefined : (event) => follow(event, entry.href)}
            >
              <span className="tz-nav-icon" aria-hidden="true">
                {entry.icon}
              </span>
              <span>{entry.label}</span>
            </a>
          ))}
        </nav>
        <div className="tz-header-end">
          <LanguageSwitch />
          <ThemeSwitch />
          {props.account}
        </div>
      </header>
      {props.banner}
      <main className="tz-main" id="main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
