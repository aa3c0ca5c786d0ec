import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import { bilingual } from '../rules/index.ts';

/** The most that a document may hold: several times what the largest one of our own apps does. */
export const DOCUMENT_LIMITS = {
  characters: 40_000,
  tokens: 4_000,
  nesting: 40,
  aliases: 100,
  directives: 60,
  directivesInOnePlace: 4,
  variables: 400,
  spreads: 200,
  repeatsInOnePlace: 20,
  repeats: 300,
};

type Limited = keyof typeof DOCUMENT_LIMITS;

const WORDS: Record<Limited, [chinese: string, english: string]> = {
  characters: ['字符', 'characters'],
  tokens: ['词法单元', 'tokens'],
  nesting: ['嵌套层数', 'levels of nesting'],
  aliases: ['别名', 'aliases'],
  directives: ['指令', 'directives'],
  directivesInOnePlace: ['同一处的指令', 'directives in one place'],
  variables: ['变量', 'mentions of variables'],
  spreads: ['片段展开', 'spreads of fragments'],
  repeatsInOnePlace: ['同一处重复的字段', 'repeats of a field in one place'],
  repeats: ['重复的字段', 'repeats of a field'],
};

/** What of a document is beyond its limit; null when it may be parsed. */
export function findExcess(document: string): Limited | null {
  if (document.length > DOCUMENT_LIMITS.characters) return 'characters';
  const counter = countTokens();
  try {
    const lexer = new Lexer(new Source(document));
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      const excess = counter(token);
      if (excess) return excess;
    }
    return null;
  } catch {
    // What is no token is for the parser to tell, and it stands within the limits so far.
    return null;
  }
}

/** The error for a document that is too large in some respect, before it is parsed. */
export function refuseDocument(excess: Limited): GraphQLError {
  const most = DOCUMENT_LIMITS[excess];
  const [chinese, english] = WORDS[excess];
  return new GraphQLError(
    bilingual(
      `请求文档过大：${chinese}超过 ${most}，请拆分或改用变量`,
      `The document is too large: more than ${most} ${english}. Split it, or use variables`,
    ),
    { extensions: { code: 'DOCUMENT_LIMIT', limit: { of: excess, most }, http: { status: 400 } } },
  );
}

const OPENS = new Set<string>([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSES = new Set<string>([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/**
 * Counts the tokens of a document as they come, in one pass. The parser and the rules of validation
 * go down by recursion and compare by pairs: what they cannot bear must not reach them.
 */
function countTokens(): (token: Token) => Limited | null {
  const counts = { tokens: 0, aliases: 0, directives: 0, variables: 0, spreads: 0 };
  const everywhere = new Map<string, number>();
  /** For each bracket that is open the names in it; null where no fields are selected. */
  const open: (Map<string, number> | null)[] = [];
  let directivesHere = 0;

  const beyond = (of: keyof typeof counts) => (++counts[of] > DOCUMENT_LIMITS[of] ? of : null);
  const place = () => open.at(-1) ?? null;

  return (token) => {
    const excess = beyond('tokens');
    if (excess) return excess;
    const { kind } = token;
    if (kind === TokenKind.DOLLAR) return beyond('variables');
    if (kind === TokenKind.SPREAD) {
      directivesHere = 0;
      return beyond('spreads');
    }
    if (kind === TokenKind.AT) {
      if (++directivesHere > DOCUMENT_LIMITS.directivesInOnePlace) return 'directivesInOnePlace';
      return beyond('directives');
    }
    if (OPENS.has(kind)) {
      // Within arguments and lists braces hold literals, not fields.
      const selects = kind === TokenKind.BRACE_L && (open.length === 0 || place() !== null);
      open.push(selects ? new Map() : null);
      if (selects) directivesHere = 0;
      return open.length > DOCUMENT_LIMITS.nesting ? 'nesting' : null;
    }
    if (CLOSES.has(kind)) open.pop();
    const fields = place();
    if (!fields) return null;
    if (kind === TokenKind.COLON) return beyond('aliases');
    if (kind !== TokenKind.NAME || !isField(token)) return null;
    directivesHere = 0;
    const repeats = count(everywhere, token.value);
    if (repeats > DOCUMENT_LIMITS.repeats) return 'repeats';
    return count(fields, token.value) > DOCUMENT_LIMITS.repeatsInOnePlace
      ? 'repeatsInOnePlace'
      : null;
  };
}

/** Whether a name in a selection is that by which a field is answered: no type, directive or aliased field. */
function isField({ prev }: Token): boolean {
  if (prev?.kind === TokenKind.NAME && prev.value === 'on') return !isSpread(prev.prev);
  return prev?.kind !== TokenKind.AT && prev?.kind !== TokenKind.COLON && !isSpread(prev);
}

const isSpread = (token: Token | null) => token?.kind === TokenKind.SPREAD;

function count(names: Map<string, number>, name: string): number {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return times;
}
