/** The organization tree of the demonstration: key, code and parent as officials would write them. */
export const organizations = {
  MH: { code: 'MH', name: '闵行区', shortName: null, kind: 'DISTRICT', parent: null },
  XC: { code: 'MH-XC', name: '闵行区委巡察办', shortName: '巡察办', kind: 'BUREAU', parent: 'MH' },
  WL: {
    code: 'MH-WL',
    name: '闵行区文化和旅游局',
    shortName: '区文旅局',
    kind: 'BUREAU',
    parent: 'MH',
  },
  BG: { code: 'MH-WL-BG', name: '办公室', shortName: null, kind: 'UNIT', parent: 'WL' },
  DQ: { code: 'MH-WL-DQ', name: '党群科', shortName: null, kind: 'UNIT', parent: 'WL' },
  JC: { code: 'MH-WL-JC', name: '计财科', shortName: null, kind: 'UNIT', parent: 'WL' },
  GF: { code: 'MH-WL-GF', name: '公共服务科', shortName: '公服科', kind: 'UNIT', parent: 'WL' },
  CY: { code: 'MH-WL-CY', name: '产业发展科', shortName: '产业科', kind: 'UNIT', parent: 'WL' },
  SC: { code: 'MH-WL-SC', name: '市场管理科', shortName: '市场科', kind: 'UNIT', parent: 'WL' },
  SP: { code: 'MH-WL-SP', name: '行政审批科', shortName: '审批科', kind: 'UNIT', parent: 'WL' },
  ZF: { code: 'MH-WL-ZF', name: '执法大队', shortName: null, kind: 'UNIT', parent: 'WL' },
  ZX: {
    code: 'MH-WL-ZX',
    name: '文化和旅游管理事务中心',
    shortName: '中心',
    kind: 'UNIT',
    parent: 'WL',
  },
  TSG: { code: 'MH-WL-TSG', name: '区图书馆', shortName: null, kind: 'UNIT', parent: 'WL' },
  BWG: { code: 'MH-WL-BWG', name: '区博物馆', shortName: null, kind: 'UNIT', parent: 'WL' },
  HP: { code: 'MH-WL-HP', name: '海派艺术馆', shortName: null, kind: 'UNIT', parent: 'WL' },
  JY: { code: 'MH-WL-JY', name: '城市剧院管理团队', shortName: '剧院', kind: 'UNIT', parent: 'WL' },
  // Invented, so that it can be shown what one bureau does not see of another.
  SF: { code: 'MH-SF', name: '示范局（演示）', shortName: '示范局', kind: 'BUREAU', parent: 'MH' },
  ZH: { code: 'MH-SF-ZH', name: '综合科', shortName: null, kind: 'UNIT', parent: 'SF' },
} as const;

export type OrganizationKey = keyof typeof organizations;

/**
 * People by the name of their post, keyed by login name. Nobody here is a real person: the notice
 * names none, and the demonstration invents none.
 */
export const people = {
  secretary: { name: '局党组书记', at: 'WL', roles: [['PARTY_SECRETARY', 'WL']] },
  'leader-culture': {
    name: '分管副局长（公共文化）',
    at: 'WL',
    roles: [['LEAD_LEADER', 'WL']],
  },
  'leader-industry': {
    name: '分管副局长（产业与财务）',
    at: 'WL',
    roles: [['LEAD_LEADER', 'WL']],
  },
  'leader-market': {
    name: '分管副局长（市场与执法）',
    at: 'WL',
    roles: [['LEAD_LEADER', 'WL']],
  },
  'leader-party': { name: '局党组成员（分管党建）', at: 'WL', roles: [['LEAD_LEADER', 'WL']] },
  'party-affairs': { name: '党群科科长', at: 'DQ', roles: [['PARTY_AFFAIRS', 'WL']] },
  'contact-party-affairs': { name: '党群科联络员', at: 'DQ', roles: [['SECTION_CONTACT', 'DQ']] },
  'contact-office': { name: '办公室联络员', at: 'BG', roles: [['SECTION_CONTACT', 'BG']] },
  'contact-finance': { name: '计财科联络员', at: 'JC', roles: [['SECTION_CONTACT', 'JC']] },
  'contact-public-services': {
    name: '公共服务科联络员',
    at: 'GF',
    roles: [['SECTION_CONTACT', 'GF']],
  },
  'contact-industry': { name: '产业发展科联络员', at: 'CY', roles: [['SECTION_CONTACT', 'CY']] },
  'contact-market': { name: '市场管理科联络员', at: 'SC', roles: [['SECTION_CONTACT', 'SC']] },
  'contact-licensing': { name: '行政审批科联络员', at: 'SP', roles: [['SECTION_CONTACT', 'SP']] },
  'contact-enforcement': { name: '执法大队联络员', at: 'ZF', roles: [['SECTION_CONTACT', 'ZF']] },
  'contact-centre': { name: '中心联络员', at: 'ZX', roles: [['SECTION_CONTACT', 'ZX']] },
  'contact-library': { name: '区图书馆联络员', at: 'TSG', roles: [['SECTION_CONTACT', 'TSG']] },
  'contact-museum': { name: '区博物馆联络员', at: 'BWG', roles: [['SECTION_CONTACT', 'BWG']] },
  'contact-gallery': { name: '海派艺术馆联络员', at: 'HP', roles: [['SECTION_CONTACT', 'HP']] },
  'contact-theatre': { name: '城市剧院联络员', at: 'JY', roles: [['SECTION_CONTACT', 'JY']] },
  // Registering and verifying are two people's work: who enters a finding does not close it.
  'inspection-register': {
    name: '巡察办登记人员',
    at: 'XC',
    roles: [['INSPECTION_OFFICE', 'MH']],
  },
  'inspection-verify': { name: '巡察办核验人员', at: 'XC', roles: [['INSPECTION_OFFICE', 'MH']] },
  viewer: { name: '区级看板浏览者', at: 'MH', roles: [['DASHBOARD_VIEWER', 'MH']] },
  admin: { name: '系统管理员', at: 'MH', roles: [['SYSTEM_ADMINISTRATOR', 'MH']] },
  security: { name: '安全管理员', at: 'MH', roles: [['SECURITY_ADMINISTRATOR', 'MH']] },
  audit: { name: '审计管理员', at: 'MH', roles: [['AUDIT_ADMINISTRATOR', 'MH']] },
  'model-leader': {
    name: '示范局党组书记',
    at: 'SF',
    roles: [
      ['PARTY_SECRETARY', 'SF'],
      ['LEAD_LEADER', 'SF'],
    ],
  },
  'model-party-affairs': {
    name: '示范局党群工作负责人',
    at: 'SF',
    roles: [['PARTY_AFFAIRS', 'SF']],
  },
  'model-contact': { name: '示范局综合科联络员', at: 'ZH', roles: [['SECTION_CONTACT', 'ZH']] },
} as const;

export type PersonKey = keyof typeof people;

/** The contact of a unit: who writes its measures, reports on them and hands in evidence. */
export function contactOf(unit: OrganizationKey): PersonKey {
  const contact = (Object.keys(people) as PersonKey[]).find((key) =>
    people[key].roles.some(([role, at]) => role === 'SECTION_CONTACT' && at === unit),
  );
  if (!contact) throw new Error(`The demo unit ${unit} has no contact`);
  return contact;
}
