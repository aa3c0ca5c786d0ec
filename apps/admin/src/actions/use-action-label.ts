import { useLanguage } from '@taizhang/ui';
import { useCallback } from 'react';
import { ACTION_WORDS } from './step-catalogue.ts';

/** What an action is called, as its own table calls it. */
export function useActionLabel() {
  const { pick } = useLanguage();
  return useCallback((action: string): string => pick(ACTION_WORDS[action] ?? action), [pick]);
}
