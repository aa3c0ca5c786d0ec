/** What GraphiQL offers to begin with: one tab an example. */
export const EXAMPLES = [
  `# 欢迎使用台账。先在 /admin 登录（演示人员一键登录），再运行这些例子。
# Welcome to Taizhang. Sign in at /admin first (one click in the demonstration), then run these.
query WhoAmI {
  me {
    name
    organization { name }
    roles { role organization { name } }
    allowedActions { action allowed reason }
  }
}`,
  `# 台账：逾期在前 / The ledger, the earliest due first
query Ledger {
  rectificationItems(first: 20, orderBy: { field: DUE_ON, direction: ASC }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        code title status isOverdue daysLate dueOn
        area { title }
        leadLeader { displayName }
        responsibleUnit { name }
        measureCount acceptedMeasureCount
      }
    }
  }
}`,
  `# 一个问题的全部：措施、文件、培训、佐证、历史
# One item in depth: measures, documents, trainings, evidence, history
query Item {
  rectificationItems(first: 1) {
    edges {
      node {
        code title description
        manifestations { text }
        measures { ordinal text status owner { displayName } }
        documentActions { action actedOn document { title status } }
        trainings { kind topic heldOn sessionCount attendanceCount }
        evidence { nodes { fileName status sha256 } }
        history(first: 10) { edges { node { occurredAt type actorName reason } } }
        allowedActions { action allowed reason }
      }
    }
  }
}`,
  `# 全文检索：各词都须出现，引号内为原文 / Search: all words have to be there, quotation marks keep a phrase
query Search {
  search(text: "公共文化", first: 10) {
    foundCount
    edges {
      node {
        kind title rank
        highlights { field text ranges { start end } }
        record { ... on RectificationItem { id code } ... on CorrectiveMeasure { id item { code } } }
      }
    }
  }
}`,
  `# 指标：每个数都带分子分母 / Figures, each with its numerator and denominator
query Metrics {
  rectificationMetrics(filter: { year: 2025 }) {
    rule
    completionRate { numerator denominator rate }
    overdueCount longTermCount
    byArea { area { title } completionRate { numerator denominator } }
    documents { action month count }
    trainings { kind month count sessions attendances }
  }
}`,
  `# 提交一项措施：换上您所读到的 id 和 version
# Submit a measure: put in the id and version that you read
mutation SubmitMeasure {
  submitMeasure(
    input: { idempotencyKey: "example-0001", id: "CorrectiveMeasure_…", expectedVersion: 1, progress: "已完成" }
  ) {
    __typename
    ... on CorrectiveMeasure { id status version }
    ... on Error { code message }
  }
}`,
];
