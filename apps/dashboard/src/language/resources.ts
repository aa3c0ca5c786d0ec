import type { dashboardChinese } from './dashboard-chinese.ts';

declare module '@taizhang/ui/resources' {
  interface TextResources {
    dashboard: typeof dashboardChinese;
  }
}
