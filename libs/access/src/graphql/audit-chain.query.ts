import {
  builder,
  CHAIN_FAULTS,
  checkChain,
  refuseCaller,
  type BadLink,
  type ChainCheck,
} from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { GraphQLError } from 'graphql';
import { mayCheckChain } from '../rules/index.ts';

const LARGEST_STRETCH = 10_000;

type Fault = (typeof CHAIN_FAULTS)[number];

const FAULTS: Record<Fault, { description: string; message: BilingualText }> = {
  CONTENT_CHANGED: {
    description: '内容被改。Content changed: the event is not what was written.',
    message: bilingual('事件内容被改动', 'The event is not what was written'),
  },
  EVENT_MISSING: {
    description: '事件缺失。Event missing: a change was removed, which never may be.',
    message: bilingual('变更事件被删除', 'An event that tells of a change was removed'),
  },
  EVENT_REMOVED_EARLY: {
    description: '提前删除。Removed early: before its retention time, or by no recorded purge.',
    message: bilingual(
      '事件未到保存期限即被删除',
      'The event was removed before its retention time, or by no recorded purge',
    ),
  },
  EVENT_NOT_LINKED: {
    description:
      '链外事件。Event not linked: an event that the hub did not write, or whose link is gone.',
    message: bilingual(
      '事件不在链上，非本系统写入',
      'The event is not linked: the hub did not write it',
    ),
  },
  LINK_MISSING: {
    description: '链环缺失。Link missing: a link was removed.',
    message: bilingual('链环被删除', 'A link was removed'),
  },
  LINK_CHANGED: {
    description:
      '链环被改。Link changed: a link is not what was written, or the one before it was replaced.',
    message: bilingual('链环被改动或接不上前一环', 'The link, or the one before it, was changed'),
  },
  END_CUT_OFF: {
    description: '链尾被截。End cut off: links after this place were removed.',
    message: bilingual('此处之后的链环被截去', 'The chain was cut off from here on'),
  },
  END_CHANGED: {
    description: '链尾被改。End changed: the end on record is not the end of the chain.',
    message: bilingual('所记链尾与链不符', 'The end on record is not the end of the chain'),
  },
  NOTE_CONTRADICTED: {
    description:
      '与留存不符。Contradicts the note: the link is not the one that was noted outside.',
    message: bilingual('与外部留存的链尾不符', 'The link is not the one that was noted outside'),
  },
  CHAIN_EMPTIED: {
    description: '链被清空。A chain that was started is empty, or its end on record is gone.',
    message: bilingual(
      '已启用的链被清空，或链尾记录缺失',
      'The chain was emptied, or the record of its end is gone',
    ),
  },
};

const ChainFaultType = builder.enumType('AuditChainFault', {
  description: '链的缺陷。Why a place of the chain is bad.',
  values: Object.fromEntries(
    Object.entries(FAULTS).map(([fault, { description }]) => [fault, { description }]),
  ) as Record<Fault, { description: string }>,
});

const BadLinkType = builder.objectRef<BadLink>('AuditChainBreak').implement({
  description: '链的断点。The first place at which the log is not what was written.',
  fields: (t) => ({
    fault: t.expose('fault', { type: ChainFaultType, description: '缺陷。Why it is bad.' }),
    position: t.int({
      description: '位置。The place in the chain, from 1.',
      resolve: ({ position }) => Number(position),
    }),
    eventId: t.id({
      nullable: true,
      description: '事件编号。The event; null when not even its number is known any more.',
      resolve: ({ eventId }) => eventId?.toString(),
    }),
    message: t.string({
      description: '说明。What is wrong, "中文 / English".',
      resolve: ({ fault }) => FAULTS[fault].message,
    }),
  }),
});

const ChainStateType = builder.enumType('AuditChainState', {
  description: '核验结果。What a check has found.',
  values: {
    UNFINISHED: { description: '未完。Unfinished: whole so far; go on after `checkedThrough`.' },
    WHOLE: { description: '完整。Whole: nothing was changed or removed.' },
    BROKEN: { description: '断裂。Broken: see `firstBad`.' },
  } as const,
});

const ChainCheckType = builder.objectRef<ChainCheck>('AuditChainCheck').implement({
  description: '事件链核验。What checking a stretch of the chain has found.',
  fields: (t) => ({
    state: t.field({
      type: ChainStateType,
      description: '结果。Whole, broken, or not finished.',
      resolve: ({ firstBad, isFinished }) => {
        if (firstBad) return 'BROKEN';
        return isFinished ? 'WHOLE' : 'UNFINISHED';
      },
    }),
    checkedThrough: t.int({
      description: '已核位置。The last place found whole; send it as `after` to go on.',
      resolve: ({ checkedThrough }) => Number(checkedThrough),
    }),
    endPosition: t.int({
      description: '链尾位置。How many events the chain holds.',
      resolve: ({ end }) => Number(end.position),
    }),
    endHash: t.string({
      description: '链尾哈希。Note it outside with `endPosition`, and send both as `noted` later.',
      resolve: ({ end }) => end.linkHash,
    }),
    firstBad: t.expose('firstBad', {
      type: BadLinkType,
      nullable: true,
      description: '首个断点。The first bad place; null when none was found.',
    }),
  }),
});

const NotedEnd = builder.inputType('AuditChainNote', {
  description: '留存的链尾。An end of the chain that was noted outside the hub.',
  fields: (t) => ({
    position: t.int({ required: true, description: '位置。Its `endPosition`.' }),
    hash: t.string({ required: true, description: '哈希。Its `endHash`.' }),
  }),
});

builder.queryField('auditChain', (t) =>
  t.field({
    type: ChainCheckType,
    authScopes: { signedIn: true },
    description:
      '核验事件链，限全局审计管理员。Recomputes a stretch of the chain over all events, for the audit administrator of the whole tree.',
    complexity: { field: 2_000, multiplier: 1 },
    args: {
      after: t.arg.int({
        defaultValue: 0,
        description: '起点。Go on after this place, the `checkedThrough` of the call before.',
      }),
      limit: t.arg.int({
        defaultValue: LARGEST_STRETCH,
        description: '环数，1–10000。How many links to check at most.',
      }),
      noted: t.arg({
        type: NotedEnd,
        description: '留存的链尾。An end noted before: the chain must still hold it.',
      }),
    },
    resolve: (_root, { after, limit, noted }, { db, caller }) => {
      if (!mayCheckChain(caller)) throw refuseCaller(caller);
      return checkChain(db, {
        after: BigInt(Math.max(0, after ?? 0)),
        limit: checkLimit(limit ?? LARGEST_STRETCH),
        noted: noted ? { position: BigInt(noted.position), linkHash: noted.hash } : null,
      });
    },
  }),
);

function checkLimit(limit: number): number {
  if (limit >= 1 && limit <= LARGEST_STRETCH) return limit;
  throw new GraphQLError(
    bilingual(`每次须为 1 至 ${LARGEST_STRETCH} 环`, `Check 1 to ${LARGEST_STRETCH} links a call`),
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}
