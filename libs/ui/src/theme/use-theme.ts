import { createContext, useContext } from 'react';
import type { ThemeName } from './antd-theme.ts';

export type ThemeChoice = ThemeName | 'system';

export interface ThemeState {
  /** What is on screen now. */
  name: ThemeName;
  /** What the viewer chose; `system` follows the device. */
  choice: ThemeChoice;
  setChoice(choice: ThemeChoice): void;
}

export const ThemeContext = createContext<ThemeState>({
  name: 'light',
  choice: 'system',
  setChoice: () => undefined,
});

export function useTheme(): ThemeState {
  return useContext(ThemeContext);
}
