import type { ServerResponse } from 'node:http';
import type { BilingualText } from '@taizhang/platform/rules';

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f5f1; --surface: #fff; --border: #d5d3cc; --text: #1b2330; --faint: #616b7a; --ink: #24476b; --on-ink: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12151a; --surface: #1a1e25; --border: #3a414d; --text: #e8eaee; --faint: #96a0af; --ink: #8db8e6; --on-ink: #12151a }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text); font: 15px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
main { box-sizing: border-box; width: min(440px, calc(100vw - 32px)); padding: 36px 32px; background: var(--surface); border: 1px solid var(--border); border-radius: 10px }
h1 { margin: 20px 0 12px; font: 600 22px/1.4 "Noto Serif CJK SC", "Songti SC", SimSun, serif }
p { margin: 0 0 8px }
[lang=en] { color: var(--faint); font-size: 13px }
a { display: block; margin-top: 24px; padding: 9px; border-radius: 6px; background: var(--ink); color: var(--on-ink); text-align: center; text-decoration: none }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`;

const SEAL = `<svg width="40" height="40" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="5" fill="#b4301f"/><rect x="2.5" y="2.5" width="23" height="23" rx="3" fill="none" stroke="#fff" stroke-opacity=".55"/><path d="M14 6.5 8.2 12.4h11.2L17 9.6M9 16h10v5.5H9zM9 18.8h10" fill="none" stroke="#fff" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

/**
 * Answers a browser that comes back from elsewhere without being signed in: why, and the way back.
 *
 * @param message one of the hub's own texts; nothing that was sent stands on the page.
 */
export function answerFailure(res: ServerResponse, status: number, message: BilingualText): void {
  const [chinese, english] = message.split(' / ');
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  res.end(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>未能登录 · 台账 Taizhang</title>
<style>${STYLE}</style>
<main>
${SEAL}
<h1>未能登录</h1>
<p>${chinese}</p>
<p lang="en">${english}</p>
<a href="/admin/">返回登录 / Back to signing in</a>
</main>
</html>
`);
}
