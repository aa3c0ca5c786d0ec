export const uiChinese = {
  product: '台账',
  productLong: '整改台账',
  skipToContent: '跳到正文',
  navigation: '主导航',
  more: '更多',
  language: { label: '语言', zh: '中文', en: 'English' },
  theme: { label: '外观', light: '浅色', dark: '深色', system: '跟随系统' },
  demo: {
    tag: '演示数据',
    hint: '这条记录的全部或部分内容为演示而设',
    banner:
      '您正在查看演示台账：问题与事项取自公开通报并经改写；状态、人员、期限和数量为演示而设，不代表真实情况。',
  },
  provenance: {
    NOTICE: '出自通报原文',
    ENTERED: '人工录入',
    DEMO: '演示数据',
  },
  overdue: { tag: '逾期', days_other: '逾期 {{count}} 天' },
  unknown: '未载明',
  loading: '正在加载',
  empty: { title: '暂无记录' },
  error: {
    title: '没有加载成功',
    network: '连不上台账服务。请检查网络，然后重试。',
    retry: '重试',
    details: '技术细节',
  },
  forbidden: {
    title: '您没有查看这里的权限',
    body: '如工作需要，请联系本单位党群科或系统管理员开通。',
  },
  notFound: { title: '没有找到', body: '地址可能有误，或者这条记录不在您可查看的范围内。' },
  completionRate: {
    label: '整改完成率',
    none: '尚无可计算的问题',
    fraction: '已销号 {{numerator}} / 应销号 {{denominator}}',
  },
};
