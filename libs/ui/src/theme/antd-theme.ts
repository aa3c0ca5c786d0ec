import { theme, type ThemeConfig } from 'antd';
import { darkPalette, lightPalette } from './palette.ts';

export type ThemeName = 'light' | 'dark';

const sans =
  "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

/** The grounds of notes: what antd derives from colours that are dark enough for text is murky. */
const LIGHT_NOTES = {
  colorSuccessBg: '#e1f1e8',
  colorSuccessBorder: '#a9d3bb',
  colorWarningBg: '#faefd8',
  colorWarningBorder: '#e0c48c',
  colorErrorBg: '#fbe7e3',
  colorErrorBorder: '#e8b4aa',
  colorInfoBg: '#e5edf6',
  colorInfoBorder: '#b4c9e0',
};

/**
 * The antd theme of both web apps; everything antd does not draw reads the same colours as `--tz-*`.
 *
 * @param motion false where the viewer asked for none, so that antd waits for no end of a transition.
 */
export function antdTheme(name: ThemeName, { motion }: { motion: boolean }): ThemeConfig {
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
      ...(name === 'light' ? LIGHT_NOTES : {}),
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
      motion,
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
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // White on the dark theme's light red would be 3:1.
        ...(name === 'dark' ? { dangerColor: palette.ground } : {}),
      },
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
