import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ReviewError } from '../../review-error.ts';
import { familyNames } from './family-names.ts';
import { readWoff } from './read-woff.ts';

/** The roles of GB/T 9704: title 小标宋, body 仿宋, headings 黑体 and 楷体, page number 宋体. */
export const ROLES = ['title', 'body', 'hei', 'kai', 'song'] as const;
export type FontRole = (typeof ROLES)[number];

export interface FontSet {
  readonly blobs: readonly Buffer[];
  /** Families of each role, most wanted first; the last ones hold every sign of GBK and the rare names. */
  readonly faces: Readonly<Record<FontRole, readonly string[]>>;
  /** Families that stand in for an official face, to be told in the document; null when none does. */
  readonly note: string | null;
}

/** Names under which the official faces are sold or come with Windows, macOS and TeX. */
const OFFICIAL: Readonly<Record<FontRole, readonly string[]>> = {
  title: [
    'FZXiaoBiaoSong-B05S',
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05',
    '方正小标宋_GBK',
    '小标宋体',
  ],
  body: [
    'FangSong_GB2312',
    '仿宋_GB2312',
    'FangSong',
    '仿宋',
    'STFangsong',
    '华文仿宋',
    'FandolFang R',
    'FandolFang',
  ],
  hei: ['SimHei', '黑体', 'STHeiti', 'FandolHei'],
  kai: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'FandolKai'],
  song: ['SimSun', '宋体', 'STSong', 'FandolSong'],
};

const SERIF = 'Noto Serif SC';
const SANS = 'Noto Sans SC';
const KAI = 'LXGW WenKai';
const PACKAGED: Readonly<Record<FontRole, readonly string[]>> = {
  title: [SERIF],
  body: [SERIF],
  hei: [SANS, SERIF],
  kai: [KAI, SERIF],
  song: [SERIF],
};
const FILES = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
];

/**
 * Loads the packaged fonts and, before them, those of `fontDirectory` (FONT_DIR) that bear an official name.
 *
 * @throws ReviewError when a packaged font is missing, or the directory cannot be read or holds no official face.
 */
export function loadFonts(fontDirectory: string | null): FontSet {
  const packaged = FILES.map(readPackaged);
  const own = fontDirectory === null ? [] : readDirectory(fontDirectory);
  const names = new Set(own.flatMap(({ families }) => families));
  const faces = Object.fromEntries(
    ROLES.map((role) => [
      role,
      [...OFFICIAL[role].filter((name) => names.has(name)), ...PACKAGED[role]],
    ]),
  ) as Record<FontRole, string[]>;
  if (
    fontDirectory !== null &&
    ROLES.every((role) => faces[role].length === PACKAGED[role].length)
  ) {
    throw new ReviewError(
      `字体目录 ${fontDirectory} 中没有可识别的公文字体`,
      `no official face was recognized in the font directory ${fontDirectory}`,
    );
  }
  const isReplaced = faces.body.length === PACKAGED.body.length;
  return {
    blobs: [...own.map(({ blob }) => blob), ...packaged],
    faces,
    note: isReplaced ? NOTE : null,
  };
}

const NOTE =
  '字体说明：未提供仿宋等公文字体，正文以 Noto Serif SC 代替，可用 FONT_DIR 指定字体目录。 / Set in Noto Serif SC, Noto Sans SC and LXGW WenKai for want of the official faces; FONT_DIR may name a folder of them.';

function readPackaged(file: string): Buffer {
  try {
    const blob = readFileSync(createRequire(import.meta.url).resolve(file));
    return file.endsWith('.woff') ? readWoff(blob) : blob;
  } catch (cause) {
    throw new ReviewError(
      `缺少字体 ${file}，请重新安装依赖`,
      `font ${file} is missing: install the dependencies again`,
      { cause },
    );
  }
}

function readDirectory(directory: string): { blob: Buffer; families: string[] }[] {
  try {
    return readdirSync(directory)
      .filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name))
      .sort()
      .map((name) => readFileSync(join(directory, name)))
      .map((blob) => ({ blob, families: familyNames(blob) }));
  } catch (cause) {
    throw new ReviewError(
      `无法读取字体目录 ${directory}`,
      `the font directory ${directory} cannot be read`,
      { cause },
    );
  }
}
