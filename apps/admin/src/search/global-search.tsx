import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { searchAddress } from './search-address.ts';
import './search.css';

/** The search box of the frame; "/" goes to it from any page. Where there is no room, a button to the search page. */
export function GlobalSearch() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const box = useRef<InputRef>(null);
  const asked = pathname === '/search' ? (params.get('q') ?? '') : '';
  const [text, setText] = useState(asked);
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    setText(asked);
  }

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      const input = box.current?.input;
      if (input && getComputedStyle(input.closest('.global-search') ?? input).display !== 'none')
        box.current?.focus({ cursor: 'all' });
      else void navigate('/search');
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [navigate]);

  return (
    <>
      <form
        className="global-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void navigate(searchAddress(text));
        }}
      >
        <Input
          ref={box}
          type="search"
          maxLength={200}
          aria-label={t('search.label')}
          aria-keyshortcuts="/"
          placeholder={t('search.placeholder')}
          prefix={<SearchOutlined aria-hidden />}
          suffix={text ? null : <kbd className="search-key">/</kbd>}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <Button
        className="global-search-open"
        type="text"
        icon={<SearchOutlined />}
        aria-label={t('search.open')}
        onClick={() => void navigate('/search')}
      />
    </>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
