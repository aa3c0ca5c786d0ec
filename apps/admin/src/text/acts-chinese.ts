/** Long acts: imports and what undoes them. */
export const actsChinese = {
  acts: {
    title: '导入与撤销记录',
    empty: '还没有导入过',
    progress: '已办 {{done}} / {{total}} 步',
    counts: '新增 {{created}}，改动 {{changed}}，删除 {{removed}}，未写入 {{left}}',
    result: '下载结果',
    cancel: '取消',
    cancelTitle: '取消导入？',
    cancelBody: '已写入的内容会保留，可以随后撤销。',
    undo: '撤销',
    undoTitle: '撤销这次导入？',
    undoBody: '这次导入写入的内容会逐条恢复原状；此后又被改动过的不会动，撤销后会列出来。',
    undoing: '正在撤销，可在列表中查看进度。',
    nothingLeft: '全部恢复了原状。',
    left: '以下内容此后有变动，保留未动：',
    moreLeft_other: '还有 {{count}} 条，见结果文件。',
    columns: { kind: '类别', outcome: '结果', actions: '操作' },
  },
};
