/** Searching across the records. */
export const searchChinese = {
  search: {
    title: '全文检索',
    subtitle: '在您有权查看的问题、措施、制度文件和培训里查找',
    label: '全文检索',
    placeholder: '编号、文号、词语',
    open: '打开全文检索',
    kinds: '种类',
    allKinds: '全部',
    found_other: '找到 {{formatted}} 条',
    foundMany: '找到 {{formatted}} 条以上',
    beginTitle: '输入要查找的内容',
    beginBody: '多个词用空格隔开，都须出现；原文放在引号里，如“第一议题”。按 / 键可随时检索。',
    noMatchTitle: '没有找到',
    noMatchBody: '换一个词，或少用几个词再试。这里只查找您有权查看的记录。',
    incomplete: '部分记录仍在建立索引，稍后再查会更完整。',
    next: '下一页',
    previous: '上一页',
    pages: '检索结果分页',
  },
};
