import { zodResolver } from '@hookform/resolvers/zod';

/** Validates a form by the hub's own rule. */
export const ruleResolver: typeof zodResolver = zodResolver;
