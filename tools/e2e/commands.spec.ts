import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, startBuiltHub, type BuiltHub } from './start-built-hub.ts';

const NOTICE = join(root, 'libs/integration/src/notice/fixtures/audit-rectification.txt');

/** Runs a built program and waits for its end. */
function runProgram(app: string, args: string[], env: Record<string, string> = {}) {
  const program = spawn(process.execPath, [join(root, 'apps', app, 'dist/main.js'), ...args], {
    env: { ...process.env, HUB_URL: '', HUB_ADMIN_TOKEN: '', ...env },
  });
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    program.on('exit', (code) => resolve({ code, stdout, stderr })),
  );
}

describe('the commands beside a running hub', () => {
  let hub: BuiltHub;
  let folder: string;

  beforeAll(async () => {
    hub = await startBuiltHub();
    folder = await mkdtemp(join(tmpdir(), 'taizhang-commands-'));
  });
  afterAll(async () => {
    await hub?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const importNotice = (file: string, ...options: string[]) =>
    runProgram('notice-import', [file, ...options], { DATA_DIR: hub.dataDir });

  test('the web apps are sent as the build compressed them', async () => {
    for (const app of ['admin', 'dashboard']) {
      const first = await fetch(`${hub.url}/${app}/`);
      const again = await fetch(`${hub.url}/${app}/`, {
        headers: { 'if-none-match': first.headers.get('etag')! },
      });
      expect(again.status).toBe(304);
      // A browser takes these over for the page that it has kept.
      for (const name of ['content-security-policy', 'cache-control'])
        expect(again.headers.get(name), name).toBe(first.headers.get(name));
      const page = await first.text();
      const [script] = /\/\w+\/assets\/[^"]+\.js/.exec(page)!;
      const plain = await readFile(join(root, 'apps', app, 'dist', script.slice(app.length + 2)));
      for (const [encoding, suffix] of [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const) {
        const answer = await fetch(`${hub.url}${script}`, {
          headers: { 'accept-encoding': encoding },
        });
        const { headers } = answer;
        expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
          encoding,
          'public, max-age=31536000, immutable',
        ]);
        const sent = Number(headers.get('content-length'));
        const built = join(root, 'apps', app, 'dist', `${script.slice(app.length + 2)}${suffix}`);
        expect(sent).toBe((await readFile(built)).length);
        expect(sent).toBeLessThan(plain.length / 2);
        expect(Buffer.from(await answer.arrayBuffer()).equals(plain)).toBe(true);
      }
    }
  });

  test('a notice goes in, a second run changes nothing, an edited text shows the difference', async () => {
    const organization = ['--organization', 'MH-SF'];
    const first = await importNotice(NOTICE, ...organization);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/措施 measures：新增 14/);

    const second = await importNotice(NOTICE, ...organization);
    expect(second.stdout).toMatch(/措施 measures：新增 0，改动 0，未变 14/);

    const edited = join(folder, 'edited.txt');
    const text = await readFile(NOTICE, 'utf8');
    const words = (await firstMeasure()).slice(4, 10);
    await writeFile(edited, text.replace(words, `${words}（已改）`));
    const third = await importNotice(edited, ...organization, '--dry-run');
    expect(third.stdout).toMatch(/措施 measures：新增 0，改动 1/);
    expect(third.stdout).toContain(`${words}（已改）`);
    expect(third.stderr).toMatch(/未写入/);
  });

  async function firstMeasure(): Promise<string> {
    const { stdout } = await importNotice(NOTICE, '--dry-run', '--json');
    const notice = JSON.parse(stdout) as { areas: { items: { measures: { text: string }[] }[] }[] };
    return notice.areas[0]!.items[0]!.measures[0]!.text;
  }

  test('the structure of a notice is printed as JSON without any hub', async () => {
    const { code, stdout } = await importNotice(NOTICE, '--dry-run', '--json');
    const notice = JSON.parse(stdout) as { areas: unknown[]; contacts: unknown[] };
    expect(code).toBe(0);
    expect(notice.areas).toHaveLength(3);
  });

  test.each([
    ['a file that is not there', () => join(folder, 'none.txt')],
    ['a folder', () => folder],
    ['an empty file', () => join(folder, 'empty.txt')],
    ['a binary file', () => join(folder, 'binary.txt')],
    ['a file of 50 MB', () => join(folder, 'large.txt')],
  ])('%s is refused in one line and changes nothing', async (_title, file) => {
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(
      join(folder, 'binary.txt'),
      Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 0, 9, 200]),
    );
    await writeFile(join(folder, 'large.txt'), Buffer.alloc(50 * 1024 * 1024, 0x61));
    const { code, stdout, stderr } = await importNotice(file());
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/[一-鿿].* \/ .*[a-z]/);
  });

  test('an unknown option is refused in one line', async () => {
    const { code, stderr } = await importNotice(NOTICE, '--overwrite');
    expect(code).toBe(2);
    expect(stderr).toMatch(/--overwrite/);
  });

  test('the annual review is written in all its formats', async () => {
    const { code, stderr } = await runProgram(
      'annual-review',
      [
        '--year',
        '2025',
        '--organization',
        'MH-WL',
        '--format',
        'docx,pdf,xlsx,html,json',
        '--out',
        folder,
      ],
      { DATA_DIR: hub.dataDir },
    );
    expect(code, stderr).toBe(0);
    const endings = (await readdir(folder)).map((name) => name.split('.').at(-1));
    expect(endings).toEqual(expect.arrayContaining(['docx', 'pdf', 'xlsx', 'html', 'json']));
  });

  test('an occupied port and a folder in use stop a second hub in one line each', async () => {
    const port = new URL(hub.url).port;
    const samePort = await runProgram('hub', [], { PORT: port, DATA_DIR: join(folder, 'other') });
    expect(samePort).toMatchObject({ code: 1 });
    expect(samePort.stderr).toMatch(new RegExp(`端口 ${port} 已被占用`));
    const sameFolder = await runProgram('hub', [], { PORT: '0', DATA_DIR: hub.dataDir });
    expect(sameFolder).toMatchObject({ code: 1 });
    expect(sameFolder.stderr).toMatch(/正被进程 \d+ 使用/);
  });
});
