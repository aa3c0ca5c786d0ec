import type { DemoArea } from './demo-data.type.ts';

/** 方面四：既往问题. Facts follow the notice in the project's own words; days and states are invented. */
export const earlierFindings: DemoArea = {
  title: '以往巡视巡察和审计指出的问题改得不彻底',
  items: [
    {
      title: '以往巡视巡察指出问题的整改留有尾巴',
      type: 'TIME_BOUND',
      leader: 'leader-industry',
      unit: 'JC',
      supporting: ['BG', 'GF', 'DQ'],
      dueOn: '2025-11-30',
      manifestations: [
        '仍有采购项目供应商之间存在关联',
        '合同审核把关不严，付款条件未具备即列支预算',
      ],
      measuresAddedOn: '2025-02-20',
      measuresApprovedOn: '2025-02-26',
      history: [
        ['2025-02-10', 'ITEM_REGISTERED', 'inspection-register'],
        ['2025-02-12', 'ITEM_ASSIGNED', 'party-affairs'],
        ['2025-02-28', 'ITEM_PLANNED', 'secretary'],
        ['2025-03-05', 'ITEM_STARTED', 'contact-finance'],
        ['2025-12-16', 'ITEM_SUBMITTED', 'party-affairs', '第二次集中检查推迟，逾期报送'],
      ],
      measures: [
        {
          text: '对查实存在关联的项目终止合作、重新采购；每年集中检查采购两次，重点核对供应商关系，压实采购人责任。',
          unit: 'JC',
          dueOn: '2025-11-30',
          days: ['2025-03-05', '2025-12-10', '2025-12-15'],
          returned: {
            submittedOn: '2025-11-10',
            returnedOn: '2025-11-13',
            resumedOn: '2025-11-17',
            reason: '全年应查两次，下半年检查尚未开展',
          },
          progress: '关联项目已重新采购，两次集中检查记录齐全。',
        },
        {
          text: '归口管理、边查边改：建立合同法制审核、合同审批两项制度并运行，组织科室人员学习合同签订要求。',
          unit: 'BG',
          dueOn: '2025-09-30',
          days: ['2025-03-05', '2025-09-22', '2025-09-26'],
          progress: '两项制度已运行，合同流转单随卷归档。',
        },
        {
          text: '执行科室把好履约验收关，付款条件未到的项目提出预算调整；财务严审支付单据，防止同类问题再现。',
          unit: 'JC',
          dueOn: '2025-10-31',
          days: ['2025-03-10', '2025-10-23', '2025-10-29'],
          progress: '在执行合同全部复核，预算调整按程序报批。',
        },
      ],
    },
    {
      title: '审计指出的剧院履约和收益分配问题未改到位',
      type: 'TIME_BOUND',
      leader: 'leader-culture',
      unit: 'JY',
      supporting: ['JC', 'GF'],
      dueOn: '2025-12-31',
      manifestations: ['运营方未按年提交审计报告，利润分成没有按合同结算'],
      measuresAddedOn: '2025-02-20',
      measuresApprovedOn: '2025-02-26',
      history: [
        ['2025-02-10', 'ITEM_REGISTERED', 'inspection-register'],
        ['2025-02-12', 'ITEM_ASSIGNED', 'party-affairs'],
        ['2025-02-28', 'ITEM_PLANNED', 'secretary'],
        ['2025-03-07', 'ITEM_STARTED', 'contact-theatre'],
        ['2025-10-22', 'ITEM_SUBMITTED', 'party-affairs'],
        ['2025-10-24', 'ITEM_SIGNED', 'leader-culture'],
        ['2025-11-04', 'ITEM_VERIFICATION_STARTED', 'inspection-verify'],
        ['2025-11-19', 'ITEM_CLOSED', 'inspection-verify', '审计报告和分成结算单核对无误'],
      ],
      measures: [
        {
          text: '召集城市剧院运营团队开专题会，传达整改要求；第三方提交年度审计报告，分成一律按合同执行。',
          unit: 'JY',
          dueOn: '2025-09-30',
          days: ['2025-03-07', '2025-09-18', '2025-09-23'],
          progress: '审计报告已提交，结算按合同办理。',
        },
        {
          text: '修订《上海城市剧院项目运行服务年度考核办法》，把利润分成列为考核项。',
          unit: 'JY',
          dueOn: '2025-10-31',
          days: ['2025-03-07', '2025-10-15', '2025-10-20'],
          progress: '办法修订完成，列入年度考核。',
        },
      ],
    },
  ],
};
