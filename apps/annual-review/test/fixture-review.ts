import { readDetails } from '../src/review/item-details.ts';
import type { AnnualReview, ReviewItem, ReviewMeasure } from '../src/review/annual-review.type.ts';

const measure = (
  ordinal: number,
  text: string,
  status: ReviewMeasure['status'] = 'IN_PROGRESS',
): ReviewMeasure => ({ ordinal, text, status });

/** An item as a notice leaves it: no leader, no dates. What a test needs is given. */
export function fixtureItem(
  given: Partial<ReviewItem> & Pick<ReviewItem, 'code' | 'title'>,
): ReviewItem {
  return {
    id: given.code,
    ordinal: 1,
    type: null,
    fields: readDetails([]),
    status: 'IN_PROGRESS',
    dueOn: null,
    firstDueOn: null,
    closedOn: null,
    reviewOn: null,
    responsibleUnit: null,
    leadLeader: null,
    acceptedEvidenceCount: 0,
    measures: [],
    provenance: 'DEMO',
    ...given,
  };
}

/** Names of rare characters, titles in 《》, HTML, formula-like cells, a long measure, every outcome. */
export function fixtureReview(): AnnualReview {
  return {
    schema: 'taizhang.annual-review/1',
    year: 2025,
    asOf: '2025-12-31',
    readOn: '2026-01-16',
    organization: { code: 'SHILI', name: '示例区文化和旅游局' },
    isDemo: true,
    rounds: [
      {
        id: 'round',
        code: '2024-05',
        kind: 'INSPECTION',
        title: '2024年巡察',
        inspectedOrganization: { code: 'SHILI', name: '示例区文化和旅游局党组' },
        inspectionTeam: '区委第五巡察组',
        inspectedFrom: '2024-09-09',
        inspectedTo: '2024-12-31',
        feedbackOn: '2025-02-07',
        leadingGroup: [
          { post: 'HEAD', name: '党组书记', position: '党组书记、局长' },
          { post: 'MEMBER', name: '朱镕喆', position: '副局长' },
          { post: 'MEMBER', name: '堃昇', position: null },
        ],
        plans: [{ title: '巡察整改方案', isApproved: true, approvedOn: '2025-03-05' }],
        contacts: [
          { kind: 'PHONE', value: '021-00000000' },
          { kind: 'ADDRESS', value: '示例路1号党群科' },
          { kind: 'POSTCODE', value: '200000' },
        ],
        provenance: 'DEMO',
        areas: [
          {
            ordinal: 1,
            title: '关于学习贯彻上级文化和旅游工作部署不到位，推动融合发展不够有力方面的整改',
            items: [
              fixtureItem({
                code: '2024-05-1-1',
                title: '针对理论学习不够深入扎实，对融合发展的要求认识不深问题',
                status: 'CLOSED',
                closedOn: '2025-06-30',
                dueOn: '2025-06-30',
                firstDueOn: '2025-06-30',
                type: 'IMMEDIATE',
                responsibleUnit: '党群科',
                leadLeader: '朱镕喆',
                acceptedEvidenceCount: 3,
                fields: {
                  ...readDetails([]),
                  dueText: '立行立改，长期坚持',
                  duePrecision: 'MONTH_END',
                  isKeptUp: true,
                  amountInvolvedFen: 123_456_789,
                  isInCongressReport: false,
                  basis: '违反《示例区会议费管理办法》第五条',
                  cause: '=制度不健全\n监督不到位',
                  goal: '制度健全、执行到位',
                  unfinishedReason: '涉及历史遗留',
                  nextStep: '每季度复查一次',
                  leaderInstruction: '请抓紧落实',
                  description: '一是会议偏多。二是文件偏多。整改措施不细',
                },
                measures: [
                  measure(
                    1,
                    '修订《示例区文化和旅游局党组理论学习中心组学习制度》，学习内容、时间和人员逐次登记',
                    'ACCEPTED',
                  ),
                  measure(2, '每季度召开座谈会，听取住宿企业意见；对投诉逐件回复', 'ACCEPTED'),
                ],
              }),
              fixtureItem({
                code: '2024-05-1-2',
                ordinal: 2,
                title: '针对公共文化服务效能不足问题',
                status: 'CLOSED',
                closedOn: '2026-01-10',
                dueOn: '2025-11-30',
                firstDueOn: '2025-09-30',
                type: 'TIME_BOUND',
                fields: { ...readDetails([]), amountInvolvedFen: 11 },
                responsibleUnit: '公服科',
                leadLeader: '堃昇',
                measures: [
                  measure(1, '开展城市书房调研。'),
                  measure(2, '=SUM(A1:A9)不是公式'),
                  measure(3, '＝全角等号开头的措施'),
                ],
              }),
              fixtureItem({
                code: '2024-05-1-3',
                ordinal: 3,
                title: '针对<script>alert("整改")</script>类文本处理不严谨&不规范问题',
                status: 'LONG_TERM',
                type: 'LONG_TERM',
                reviewOn: '2026-06-30',
                responsibleUnit: '=办公室',
                measures: [
                  measure(
                    1,
                    `逐项核对${'公共文化设施运行情况，形成清单并按月更新，'.repeat(24)}纳入年度考核`,
                  ),
                ],
              }),
            ],
          },
          {
            ordinal: 2,
            title: '关于推动全面从严治党不够有力方面的整改',
            items: [
              fixtureItem({
                code: '2024-05-2-1',
                title: '针对责任清单不细化的问题',
                status: 'IN_PROGRESS',
                dueOn: '2025-10-31',
                firstDueOn: '2025-10-31',
                type: 'TIME_BOUND',
                responsibleUnit: '党群科',
                leadLeader: '局党组书记',
                measures: [
                  measure(1, '完成修订《示例区党风廉政建设责任清单》', 'ACCEPTED'),
                  measure(2, '开展廉政谈心谈话', 'SUBMITTED'),
                ],
              }),
              fixtureItem({
                code: '2024-05-2-2',
                ordinal: 2,
                title: '针对制度执行不到位的问题',
                status: 'CLOSED',
                closedOn: '2025-12-31',
                dueOn: '2025-12-31',
                firstDueOn: '2025-12-31',
                type: 'TIME_BOUND',
                responsibleUnit: '办公室',
                acceptedEvidenceCount: 1,
                measures: [
                  measure(1, '制定《礼品礼金登记办法》'),
                  measure(2, '作废的措施', 'CANCELLED'),
                  measure(3, '建立登记台账'),
                ],
              }),
              fixtureItem({
                code: '2024-05-2-3',
                ordinal: 3,
                title: '针对登记重复的问题',
                status: 'WITHDRAWN',
              }),
            ],
          },
          {
            ordinal: 3,
            title: '关于党的建设存在薄弱环节方面的整改',
            items: [
              fixtureItem({
                code: '2024-05-3-1',
                title: '针对主体责任扛得不牢问题',
                status: 'VERIFYING',
                dueOn: '2026-03-31',
                responsibleUnit: '党群科',
                measures: [
                  measure(1, '落实“三重一大”材料送达时限'),
                  measure(2, '召开党建工作座谈会'),
                ],
              }),
              fixtureItem({
                code: '2024-05-3-2',
                ordinal: 2,
                title: '针对内部管理不够规范问题',
                status: 'REGISTERED',
                measures: [],
              }),
              fixtureItem({
                code: '2024-05-3-3',
                ordinal: 3,
                title: '针对干部队伍建设存在短板问题',
                status: 'IN_PROGRESS',
                responsibleUnit: '组织人事科',
                measures: [measure(1, '统筹配备科级干部'), measure(2, '组织干部选拔任用工作培训')],
              }),
            ],
          },
          {
            ordinal: 4,
            title: '关于对巡视巡察、审计发现的问题整改落实不够彻底方面的整改',
            items: [
              fixtureItem({
                code: '2024-05-4-1',
                title: '针对巡察整改不彻底问题',
                status: 'CLOSED',
                closedOn: '2025-09-01',
                responsibleUnit: '计财科',
                measures: [
                  measure(
                    1,
                    '建立合同法制审核制度，每半年检查一次采购项目，重点核查供应商关联关系',
                    'ACCEPTED',
                  ),
                ],
              }),
              fixtureItem({
                code: '2024-05-4-2',
                ordinal: 2,
                title: '针对审计整改不到位问题',
                status: 'LONG_TERM',
                type: 'LONG_TERM',
                measures: [
                  measure(1, '完成修订《剧院运行服务年度考核办法》'),
                  measure(2, '按合同执行分成'),
                ],
              }),
            ],
          },
        ],
      },
    ],
    documents: [
      document(
        'REVISE',
        '示例区文化和旅游局党组理论学习中心组学习制度',
        '2025-05-20',
        '示文旅〔2025〕3号',
      ),
      document('REVISE', '示例区党风廉政建设责任清单', null, null),
      document('REVISE', '剧院运行服务年度考核办法', '2025-08-01', null),
      document('ESTABLISH', '礼品礼金登记办法', '2025-07-02', '示文旅〔2025〕9号'),
      document('DRAFT', '+1专家委员会章程（征求意见稿）', null, null),
      document('MENTION', '区党风廉政建设责任指导清单', null, null),
    ],
    trainings: [
      training('TRAINING', '采购业务培训', '2025-04-11', 46, 3),
      training('TRAINING', '@选拔任用工作培训', '2025-09-18', null, null),
      training('SYMPOSIUM', '重点酒店座谈会', '2025-05-06', 18, null),
      { ...training('MEETING', '党风廉政建设工作会议', null, 60, 2), direction: 'ATTENDED' },
    ],
  };
}

const document = (
  action: AnnualReview['documents'][number]['action'],
  title: string,
  actedOn: string | null,
  documentNumber: string | null,
): AnnualReview['documents'][number] => ({
  action,
  title,
  documentNumber,
  actedOn,
  issuedOn: documentNumber ? actedOn : null,
  itemCodes: ['2024-05-1-1'],
  responsibleUnit: '党群科',
  provenance: 'DEMO',
});

const training = (
  kind: AnnualReview['trainings'][number]['kind'],
  topic: string,
  heldOn: string | null,
  attendanceCount: number | null,
  hours: number | null,
): AnnualReview['trainings'][number] => ({
  kind,
  topic,
  direction: 'HELD',
  heldOn,
  sessionCount: 1,
  attendanceCount,
  hours,
  itemCode: '2024-05-3-3',
  responsibleUnit: '组织人事科',
  provenance: 'DEMO',
});

/** The fixture's items over and over, with codes of their own, until there are `count`. */
export function largeReview(count: number): AnnualReview {
  const base = fixtureReview();
  const round = base.rounds[0];
  if (!round) throw new Error('the fixture has a round');
  const perArea = Math.ceil(count / round.areas.length);
  const pool = round.areas.flatMap((area) => area.items);
  let made = 0;
  const areas = round.areas.map((area) => ({
    ...area,
    items: Array.from({ length: Math.min(perArea, count - made) }, (_, index) => {
      made += 1;
      const source = pool[made % pool.length] ?? pool[0];
      if (!source) throw new Error('the fixture has items');
      return {
        ...source,
        id: `i${made}`,
        code: `2024-05-${area.ordinal}-${index + 1}`,
        ordinal: index + 1,
      };
    }),
  }));
  return { ...base, rounds: [{ ...round, areas }] };
}
