import type { DemoDocumentVersion } from './demo-data.type.ts';

/** Two versions each, invented from the first number to the last line, so that they can be compared. */
export const integrityListVersions: DemoDocumentVersion[] = [
  {
    addedOn: '2025-03-12',
    documentNumber: '闵文旅规〔2022〕901号（演示）',
    issuedOn: '2022-04-15',
    effectiveOn: '2022-05-01',
    summary: '演示文本：修订前的责任清单，责任只写到局领导。',
    text: [
      '（演示文本，并非真实文件）',
      '一、局党组对全局廉政建设负总责，每年专题研究一次。',
      '二、党组书记承担第一责任，遇重要事项亲自部署。',
      '三、班子成员按分工抓好所管科室。',
      '四、各科室每年报送一次廉政小结。',
      '五、本清单由党群科解释。',
    ].join('\n'),
  },
  {
    addedOn: '2025-06-27',
    documentNumber: '闵文旅规〔2025〕901号（演示）',
    issuedOn: '2025-06-27',
    effectiveOn: '2025-07-01',
    summary: '演示文本：修订后责任写到岗位，研究频次由每年一次改为每半年一次。',
    text: [
      '（演示文本，并非真实文件）',
      '一、局党组对全局廉政建设负总责，每半年专题研究一次。',
      '二、党组书记承担第一责任，遇重要事项亲自部署、过问和督办。',
      '三、班子成员按分工抓好所管科室和基层单位，每年与负责人谈话两次。',
      '四、各科室列出岗位风险点和防控办法，每季度更新。',
      '五、重点岗位人员每年签一份承诺，由党组审核存档。',
      '六、基层单位参照本清单制定本单位清单，报党群科备案。',
      '七、本清单由党群科解释。',
    ].join('\n'),
  },
];

export const collectionLoanVersions: DemoDocumentVersion[] = [
  {
    addedOn: '2025-03-19',
    documentNumber: '闵文旅规〔2021〕902号（演示）',
    issuedOn: '2021-09-10',
    effectiveOn: '2021-10-01',
    summary: '演示文本：修订前的办法，出借由馆长一人签批。',
    text: [
      '（演示文本，并非真实文件）',
      '第一条 馆藏品外借展览，借方应提出书面申请。',
      '第二条 出借经馆长批准后办理交接。',
      '第三条 借期一般不超过六个月。',
      '第四条 归还时由保管员清点。',
    ].join('\n'),
  },
  {
    addedOn: '2025-06-13',
    documentNumber: '闵文旅规〔2025〕902号（演示）',
    issuedOn: '2025-06-13',
    effectiveOn: '2025-07-01',
    summary: '演示文本：修订后增加风险评估、集体审议和双人点交。',
    text: [
      '（演示文本，并非真实文件）',
      '第一条 馆藏品外借展览，借方应提出书面申请，并附展陈和安保条件说明。',
      '第二条 出借前由馆内评估藏品状况和运输风险。',
      '第三条 出借经馆务会集体审议、馆长签批后办理交接，贵重藏品报局备案。',
      '第四条 借期一般不超过三个月，续借另行审批。',
      '第五条 借出和归还均由两人当面点交，拍照留存，登记入册。',
    ].join('\n'),
  },
];
