import { theme, type ThemeConfig } from 'antd';
import { darkPalette, lightPalette } from './palette.ts';

export type ThemeName = 'light' | 'dark';

const sans =
  "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

/** The antd theme of both web apps; everything antd does not draw reads the same colours as `--tz-*`. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const palette = name === 'dark' ? darkPalette : lightPalette;
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.inkButton,
      colorInfo: palette.inkButton,
      // The dark algorithm darkens its seed, and a button's text must keep 4.5:1.
      colorError: name === 'dark' ? '#ff8d7c' : palette.cinnabar,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorLink: palette.link,
      colorLinkHover: palette.ink,
      colorText: palette.text,
      colorTextSecondary: palette.textSecondary,
      colorTextTertiary: palette.textFaint,
      colorTextDescription: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.border,
      colorBorderSecondary: palette.borderSoft,
      controlItemBgActive: palette.inkSoft,
      borderRadius: 6,
      borderRadiusLG: 8,
      fontFamily: sans,
      fontSize: 14,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: {
        headerBg: name === 'dark' ? '#1f242c' : '#f2f1ec',
        headerColor: palette.textSecondary,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.hover,
        cellPaddingBlockSM: 9,
        cellPaddingInlineSM: 10,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Tabs: {
        itemSelectedColor: palette.ink,
        inkBarColor: palette.cinnabar,
        itemHoverColor: palette.ink,
      },
      Segmented: { itemSelectedColor: palette.ink },
      Select: { optionSelectedBg: palette.inkSoft, optionSelectedColor: palette.text },
      Modal: { titleFontSize: 17 },
    },
  };
}
