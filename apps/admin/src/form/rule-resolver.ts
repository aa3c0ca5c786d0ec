import { zodResolver } from '@hookform/resolvers/zod';
import { config } from 'zod';

// The hub's content security policy forbids compiling code from text, which zod otherwise tries for speed.
config({ jitless: true });

/** Validates a form by the hub's own rule. */
export const ruleResolver: typeof zodResolver = zodResolver;
