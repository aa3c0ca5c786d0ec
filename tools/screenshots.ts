// Takes the pictures of the documentation anew, from the hub as built with its demonstration ledger:
//   npm run build && npx tsx tools/screenshots.ts
// It needs Chromium (CHROMIUM_PATH names another than Debian's) and a Chinese font; with pdftoppm the
// annual review is pictured from its PDF, without it from its HTML.
import { spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, openBrowser, signInAs } from './e2e/open-browser.ts';
import { root, startBuiltHub, type BuiltHub } from './e2e/start-built-hub.ts';

const IMAGES = join(root, 'docs/images');
const VIEWPORT = { width: 1280, height: 800 };
/** A picture heavier than this is taken again with fewer pixels, since it is kept in the repository. */
const HEAVIEST = 250_000;
const SCALES = [1.5, 1.25, 1];
const DOTS_PER_INCH = ['110', '90', '72'];

interface Picture {
  file: string;
  /** The post of the demo person who looks; absent: nobody signed in. */
  post?: string;
  /** Leads to the page and waits until everything on it is there. */
  open: (page: Page, hubUrl: string) => Promise<unknown>;
}

const PICTURES: Picture[] = [
  {
    file: 'sign-in.png',
    open: async (page, url) => {
      await page.goto(`${url}/admin/`);
      await page.getByRole('button', { name: '党群科科长' }).waitFor();
    },
  },
  {
    file: 'work.png',
    post: '党群科科长',
    open: (page) => page.getByRole('heading', { name: '我的工作' }).waitFor(),
  },
  {
    file: 'ledger.png',
    post: '党群科科长',
    open: async (page, url) => {
      await page.goto(`${url}/admin/items`);
      await page.getByText('共 11 条').waitFor();
    },
  },
  {
    file: 'item.png',
    post: '党群科科长',
    open: async (page, url) => {
      await page.goto(`${url}/admin/items`);
      await page.getByRole('link', { name: '公共文化服务能级' }).first().click();
      await page.getByRole('heading', { name: '公共文化服务能级' }).waitFor();
    },
  },
  {
    file: 'biweekly.png',
    post: '党群科科长',
    open: async (page, url) => {
      await page.goto(`${url}/admin/biweekly/compare`);
      await page.getByRole('heading', { name: /^变化/ }).waitFor();
    },
  },
  {
    file: 'dashboard.png',
    post: '党群科科长',
    open: async (page, url) => {
      await page.goto(`${url}/dashboard/`);
      await page.getByRole('link', { name: /逾期/ }).first().waitFor();
    },
  },
];

async function take(browser: Browser, hub: BuiltHub, picture: Picture, scale: number) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: VIEWPORT,
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (picture.post) await signInAs(page, hub.url, picture.post);
  await picture.open(page, hub.url);
  await page.waitForLoadState('networkidle');
  // Nothing under the pointer stands out.
  await page.mouse.move(0, 0);
  // A chart draws itself for a moment after its data came.
  await page.waitForTimeout(1_000);
  const image = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return image;
}

/** Keeps the sharpest of the pictures that is light enough. */
async function keep(file: string, takes: (() => Promise<Buffer>)[]) {
  for (const [index, picture] of takes.entries()) {
    const image = await picture();
    if (image.length > HEAVIEST && index < takes.length - 1) continue;
    if (image.length > HEAVIEST) throw new Error(`${file} is too heavy: ${image.length} bytes`);
    await writeFile(join(IMAGES, file), image);
    console.log(`docs/images/${file}  ${Math.round(image.length / 1000)} kB`);
    return;
  }
}

/** The first page of the demonstration's annual review for 2025. */
async function keepAnnualReview(browser: Browser, hub: BuiltHub) {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-screenshots-'));
  try {
    await writeAnnualReview(hub, folder);
    const names = await readdir(folder);
    const made = (ending: string) =>
      join(
        folder,
        names.find((name) => name.endsWith(ending))!,
      );
    await keep('annual-review.png', [
      ...(hasPdftoppm() ? DOTS_PER_INCH.map((dots) => () => firstPage(made('.pdf'), dots)) : []),
      () => photographFile(browser, made('.html')),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeAnnualReview(hub: BuiltHub, folder: string) {
  const program = join(root, 'apps/annual-review/dist/main.js');
  const scope = ['--year', '2025', '--organization', 'MH-WL'];
  const output = ['--format', 'pdf,html', '--out', folder, '--quiet'];
  const server = ['--url', hub.url, '--token', hub.token];
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, ...scope, ...output, ...server],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the annual review failed: ${stderr}`);
}

const hasPdftoppm = () => !spawnSync('pdftoppm', ['-v']).error;

async function firstPage(pdf: string, dots: string): Promise<Buffer> {
  const picture = pdf.replace(/\.pdf$/, `-${dots}`);
  const page = ['-png', '-r', dots, '-f', '1', '-l', '1', '-singlefile'];
  const { status, stderr } = spawnSync('pdftoppm', [...page, pdf, picture], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pdftoppm failed: ${stderr}`);
  return readFile(`${picture}.png`);
}

async function photographFile(browser: Browser, file: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(pathToFileURL(file).href);
  const image = await page.screenshot();
  await page.close();
  return image;
}

if (!hasBrowser) throw new Error('no Chromium: name one with CHROMIUM_PATH');
await mkdir(IMAGES, { recursive: true });
const hub = await startBuiltHub();
const browser = await openBrowser();
try {
  for (const picture of PICTURES)
    await keep(
      picture.file,
      SCALES.map((scale) => () => take(browser, hub, picture, scale)),
    );
  await keepAnnualReview(browser, hub);
} finally {
  await browser.close();
  await hub.stop();
}
