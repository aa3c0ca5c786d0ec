import { darkPalette, lightPalette } from '../theme/palette.ts';
import type { ThemeName } from '../theme/antd-theme.ts';

/**
 * Colours that only tell series apart. Cinnabar is not among them: in this product it means late. The order
 * puts hues that stand far apart next to each other, for stacked bars.
 */
const series: Record<ThemeName, readonly string[]> = {
  light: [
    '#2f5f8f',
    '#c08a2e',
    '#3d8372',
    '#7a63ad',
    '#93a7bd',
    '#a4694f',
    '#6f9a4e',
    '#4b9cc2',
    '#b0899f',
  ],
  dark: [
    '#7fb0e0',
    '#e2b866',
    '#6fc3ad',
    '#b29be6',
    '#6f8299',
    '#d79a7f',
    '#a3cf7f',
    '#5fb6d9',
    '#d3a9c1',
  ],
};

export function seriesColor(theme: ThemeName, index: number): string {
  const colors = series[theme];
  return colors[index % colors.length] ?? chartTokens(theme).ink;
}

export function chartTokens(theme: ThemeName) {
  return theme === 'dark' ? darkPalette : lightPalette;
}
