export {
  COMPLETION_RULE,
  completionRate,
  total,
  type CompletionRate,
  type StatusCounts,
} from './completion-rate.ts';
