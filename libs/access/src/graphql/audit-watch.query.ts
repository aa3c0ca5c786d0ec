import {
  ANCHOR_FAULTS,
  builder,
  readLogState,
  refuseCaller,
  type AnchorsCheck,
  type BadAnchor,
  type LogFault,
  type LogState,
  type PlaceState,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { mayCheckChain } from '../rules/index.ts';

/** What a request's context has for whoever looks after the log. */
export interface AuditContext {
  /** Compares the chain with the anchors of this hub. */
  checkAnchors: () => Promise<AnchorsCheck>;
}

const LogFaultType = builder.objectRef<LogFault>('AuditFault').implement({
  description: '核验发现的异常。Something that a check of the log has found.',
  fields: (t) => ({
    fault: t.exposeString('fault', {
      description:
        '缺陷。A value of AuditChainFault, AuditRowFault or AuditAnchorFault, whichever check found it.',
    }),
    place: t.exposeString('place', {
      description:
        '所在：环的位置、记录 ID、锚点文件的行与位置。Where: the link, the record, or line and link of an anchor.',
    }),
  }),
});

const AnchorPlaceType = builder.objectRef<PlaceState>('AuditAnchorPlace').implement({
  description: '锚点去处。Somewhere outside the database that anchors go to.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '名称。The file, a server, a bucket.' }),
    lastAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: '最近送达时间。When one reached it last; null for none yet.',
      resolve: ({ lastAt }) => (lastAt ? new Date(lastAt) : null),
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: '最近一次的错误。What went wrong with the last one; null for nothing.',
    }),
  }),
});

const LogStateType = builder.objectRef<LogState>('AuditWatch').implement({
  description: '日志守护。What watching over the log has found last.',
  fields: (t) => ({
    checkedAt: t.expose('checkedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        '最近核验时间，每日一次。When it was checked last, once a day; null for not yet.',
    }),
    checkedEvents: t.exposeInt('checkedEvents', {
      description: '核验的事件数。How many events were found whole.',
    }),
    checkedRows: t.exposeInt('checkedRows', {
      description: '核对的记录数。How many records were compared with their events.',
    }),
    faults: t.expose('faults', {
      type: [LogFaultType],
      description: '异常，至多 20 项。What was not as it should be, at most 20.',
    }),
    anchoredAt: t.expose('anchoredAt', {
      type: 'DateTime',
      nullable: true,
      description: '最近锚定时间。When an end of the chain was anchored last.',
    }),
    anchoredTo: t.exposeInt('anchoredTo', {
      nullable: true,
      description: '已锚定的位置。Up to which link it is anchored.',
    }),
    places: t.expose('places', {
      type: [AnchorPlaceType],
      description: '锚点去处，至多 5 处。Where anchors go to, at most five.',
    }),
  }),
});

builder.queryField('auditWatch', (t) =>
  t.field({
    type: LogStateType,
    authScopes: { signedIn: true },
    description:
      '日志守护的最近结果，限全局审计管理员。What watching over the log has found last, for the audit administrator of the whole tree.',
    resolve: (_root, _args, { db, caller }) => {
      if (!mayCheckChain(caller)) throw refuseCaller(caller);
      return readLogState(db);
    },
  }),
);

const FAULTS: Record<BadAnchor['fault'], { description: string; message: BilingualText }> = {
  ANCHOR_UNREADABLE: {
    description: '无法识别。The line is no anchor.',
    message: bilingual('锚点文件此行无法识别', 'This line of the file is no anchor'),
  },
  ANCHOR_FORGED: {
    description: '签名不符。The signature is not of this hub’s key.',
    message: bilingual('锚点签名不是本系统密钥所作', 'The signature is not of this hub’s key'),
  },
  ANCHOR_MISSING: {
    description: '锚点缺失。The anchor before it was taken out.',
    message: bilingual('此行之前的锚点被删除', 'The anchor before this line was taken out'),
  },
  ANCHOR_CONTRADICTED: {
    description: '链与锚点不符。The chain no longer holds what was anchored.',
    message: bilingual(
      '链与锚点不符：被改写或截去，或还原未经声明',
      'The chain no longer holds what was anchored: it was rewritten or cut off, or put back without saying so',
    ),
  },
};

const AnchorFaultType = builder.enumType('AuditAnchorFault', {
  description: '锚点的缺陷。Why an anchor is bad.',
  values: Object.fromEntries(
    ANCHOR_FAULTS.map((fault) => [fault, { description: FAULTS[fault].description }]),
  ) as Record<BadAnchor['fault'], { description: string }>,
});

const BadAnchorType = builder.objectRef<BadAnchor>('AuditAnchorBreak').implement({
  description: '不符的锚点。The first anchor that is bad.',
  fields: (t) => ({
    fault: t.expose('fault', { type: AnchorFaultType, description: '缺陷。Why it is bad.' }),
    line: t.exposeInt('line', { description: '行。The line of the file, from 1.' }),
    position: t.exposeInt('position', {
      nullable: true,
      description: '位置。The link that it names; null where it cannot be read.',
    }),
    message: t.string({
      description: '说明。What is wrong, "中文 / English".',
      resolve: ({ fault }) => FAULTS[fault].message,
    }),
  }),
});

const AnchorsCheckType = builder.objectRef<AnchorsCheck>('AuditAnchorsCheck').implement({
  description: '锚点核验。What comparing the chain with its anchors has found.',
  fields: (t) => ({
    checked: t.exposeInt('checked', { description: '相符的锚点数。How many agree with it.' }),
    anchoredTo: t.exposeInt('anchoredTo', {
      nullable: true,
      description: '最后一个锚点的位置。The link that the last one names; null without any.',
    }),
    firstBad: t.expose('firstBad', {
      type: BadAnchorType,
      nullable: true,
      description: '首个不符的锚点。The first that is bad; null when all agree.',
    }),
  }),
});

builder.queryField('auditAnchors', (t) =>
  t.field({
    type: AnchorsCheckType,
    authScopes: { signedIn: true },
    description:
      '核验链与本系统在库外留下的锚点是否相符，限全局审计管理员。Compares the chain with the anchors that this hub has left outside the database, for the audit administrator of the whole tree.',
    complexity: { field: 2_000, multiplier: 1 },
    resolve: (_root, _args, context) => {
      if (!mayCheckChain(context.caller)) throw refuseCaller(context.caller);
      return (context as RequestContext & AuditContext).checkAnchors();
    },
  }),
);
