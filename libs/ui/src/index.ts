export { createLanguage, languageStorageKey, type AppText } from './language/create-language.ts';
export { LanguageProvider } from './language/language-provider.tsx';
export { pickLanguage } from './language/pick-language.ts';
export type { Language, TextResources, Translated } from './language/resources.type.ts';
export { createFormat, useFormat, type Format } from './language/use-format.ts';
export { useLanguage, type LanguageState } from './language/use-language.ts';
export { useTerm } from './language/use-term.ts';

export { antdTheme, type ThemeName } from './theme/antd-theme.ts';
export { darkPalette, lightPalette, type Palette } from './theme/palette.ts';
export { ThemeProvider } from './theme/theme-provider.tsx';
export { useTheme, type ThemeChoice, type ThemeState } from './theme/use-theme.ts';

export { AppFrame, type AppFrameProps } from './frame/app-frame.tsx';
export type { NavigationEntry } from './frame/main-navigation.tsx';
export { LanguageSwitch, ThemeSwitch } from './frame/appearance-switches.tsx';
export { ProductMark } from './frame/product-mark.tsx';

export { Facts, type Fact } from './layout/facts.tsx';
export { PageHeading, type PageHeadingProps } from './layout/page-heading.tsx';
export { Panel, type PanelProps } from './layout/panel.tsx';

export { EmptyState, type EmptyStateProps } from './states/empty-state.tsx';
export {
  ErrorState,
  ForbiddenState,
  NotFoundState,
  errorCode,
  type ReadingError,
} from './states/error-state.tsx';
export { LoadingState } from './states/loading-state.tsx';

export { CompletionRate, type CompletionRateProps } from './status/completion-rate.tsx';
export { DemoBanner, DemoTag } from './status/demo-tag.tsx';
export { OverdueTag } from './status/overdue-tag.tsx';
export { StatusTag, ToneTag, type ToneTagProps } from './status/status-tag.tsx';
export { toneOf, type Tone } from './status/status-tone.ts';

export {
  DataTable,
  type DataTableProps,
  type TableColumn,
  type TableSort,
} from './table/data-table.tsx';
