import type { Translated } from './resources.type.ts';
import type { uiChinese } from './ui-chinese.ts';

export const uiEnglish: Translated<typeof uiChinese> = {
  product: 'Taizhang',
  productLong: 'Rectification ledger',
  skipToContent: 'Skip to content',
  navigation: 'Main navigation',
  more: 'More',
  language: { label: 'Language', zh: '中文', en: 'English' },
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the device' },
  demo: {
    tag: 'Demo',
    hint: 'Some or all of this record was made up for the demonstration',
    banner:
      'This is the demonstration ledger: problems reworded from a published notice; statuses, people, dates and numbers made up.',
  },
  provenance: {
    NOTICE: 'From the notice',
    ENTERED: 'Entered by hand',
    DEMO: 'Demo data',
  },
  overdue: { tag: 'Overdue', days_one: '{{count}} day late', days_other: '{{count}} days late' },
  unknown: 'Not stated',
  loading: 'Loading',
  empty: { title: 'Nothing here yet' },
  error: {
    title: 'This did not load',
    network: 'The ledger service cannot be reached. Check the network and try again.',
    retry: 'Try again',
    details: 'Technical details',
  },
  forbidden: {
    title: 'You may not see this',
    body: 'If your work needs it, ask your party-affairs section or the system administrator.',
  },
  notFound: {
    title: 'Not found',
    body: 'The address may be wrong, or the record is outside what you may see.',
  },
  completionRate: {
    label: 'Completion rate',
    none: 'No items to count yet',
    fraction: '{{numerator}} closed of {{denominator}}',
  },
};
