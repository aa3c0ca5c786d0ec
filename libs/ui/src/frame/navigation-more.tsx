import { EllipsisOutlined } from '@ant-design/icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface NavigationMoreProps {
  /** Nothing is behind it: it takes no room. */
  hidden: boolean;
  /** The current page is one of those behind it. */
  isCurrent: boolean;
  /** The links behind it. */
  children: ReactNode;
}

/** "More": opens the entries that the navigation has no room for. */
export function NavigationMore({ hidden, isCurrent, children }: NavigationMoreProps) {
  const { t } = useTranslation('ui');
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node) || !box.current?.contains(target)) setOpen(false);
    };
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);

  return (
    <div className="tz-nav-more" ref={box} hidden={hidden}>
      <button
        type="button"
        ref={button}
        className={isCurrent ? 'tz-nav-more-current' : undefined}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="tz-nav-icon" aria-hidden="true">
          <EllipsisOutlined />
        </span>
        <span>{t('more')}</span>
      </button>
      {/* A link followed is a page chosen. */}
      <div
        id={listId}
        className="tz-nav-sheet"
        hidden={!isOpen || hidden}
        onClick={() => setOpen(false)}
      >
        {children}
      </div>
    </div>
  );
}
