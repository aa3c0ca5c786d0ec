import { zodResolver } from '@hookform/resolvers/zod';
import { bilingual } from '@taizhang/platform/rules';

/** What zod itself says only in English: nothing was chosen yet. A rule's own message comes before it. */
const sayMissing = ({ code, input }: { code?: string; input?: unknown }) =>
  (code === 'invalid_value' || code === 'invalid_type') && (input ?? '') === ''
    ? bilingual('必填', 'Required')
    : undefined;

type Given = [schema: never, params?: object, options?: never];

/** Validates a form by the hub's own rule. An overloaded function cannot be wrapped without a cast. */
export const ruleResolver = ((...[schema, params, options]: Given) =>
  zodResolver(schema, { error: sayMissing, ...params }, options)) as unknown as typeof zodResolver;
