import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from './appearance-switches.tsx';
import { MainNavigation, type NavigationEntry } from './main-navigation.tsx';
import { ProductMark } from './product-mark.tsx';
import './frame.css';

export interface AppFrameProps {
  /** The app's name beside the product's, e.g. 管理台. */
  appName: string;
  homeHref: string;
  /** The most used first: what has no room goes behind "more". */
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
        <MainNavigation entries={props.navigation} activeKey={props.activeKey} onFollow={follow} />
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
