export const HELP = `年度整改报告 / Annual review

用法 / Usage
  npm run annual-review -- --year 2025 [选项 / options]

选项 / Options
  --year YEAR            年度，必填 / the year, required
  --organization CODE    只报告该组织（含下级）；缺省为全部可见台账
                         only this organization and those below it; default: all that is visible
  --format LIST          docx,pdf,xlsx,html,json，逗号分隔，缺省全部 / comma-separated, default: all
  --out DIR              输出目录，缺省 annual-review / output folder, default: annual-review
  --url URL              枢纽地址（或环境变量 HUB_URL）/ the hub's address (or HUB_URL)
  --token TOKEN          访问令牌（或环境变量 HUB_ADMIN_TOKEN）/ its token (or HUB_ADMIN_TOKEN)
  --quiet                不显示进度 / no progress
  --help                 显示本说明 / this text

未给地址时，使用 DATA_DIR（缺省 .data）上正在运行的枢纽；没有则临时启动一个，用后关闭。
Without an address the hub running over DATA_DIR (default .data) is used; if there is none, one is
started and stopped again.

FONT_DIR 指定公文字体（仿宋、小标宋等）目录，PDF 优先使用；否则以 Noto Serif SC 代替仿宋。
FONT_DIR names a folder of official faces, which the PDF prefers; Noto Serif SC stands in for 仿宋.

退出码 / Exit codes
  0 完成 / done   1 失败 / failed   2 用法错误 / usage   3 该年度无数据 / nothing to report   130 已取消 / cancelled
`;
