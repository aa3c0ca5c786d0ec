import type { IFontAttributesProperties } from 'docx';

/** The faces that GB/T 9704 names, as Chinese offices have them installed. */
export const FACES = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
} as const;
export type Face = keyof typeof FACES;

/** Run property: one face for all scripts; the hint makes “” and — full width. */
export function face(name: Face): IFontAttributesProperties {
  const font = FACES[name];
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' };
}
