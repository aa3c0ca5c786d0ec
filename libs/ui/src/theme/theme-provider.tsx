import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { antdTheme, type ThemeName } from './antd-theme.ts';
import { ThemeContext, type ThemeChoice } from './use-theme.ts';
import './theme.css';

const storageKey = 'taizhang.theme';

/** Puts the chosen theme and the current language over antd and over the page's `--tz-*` colours. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(readChoice);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const wantsStillness = useMedia('(prefers-reduced-motion: reduce)');
  const { language } = useLanguage();
  const name: ThemeName = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;

  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
  }, [name]);

  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);

  const value = useMemo(
    () => ({
      name,
      choice,
      setChoice(next: ThemeChoice) {
        localStorage.setItem(storageKey, next);
        setChoice(next);
      },
    }),
    [name, choice],
  );
  const config = useMemo(
    () => antdTheme(name, { motion: !wantsStillness }),
    [name, wantsStillness],
  );

  return (
    <ThemeContext value={value}>
      <ConfigProvider theme={config} locale={language === 'zh' ? zhCN : enUS}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  );
}

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}
