import {
  requestContext,
  type AuditContext,
  type RequestMeans,
  type ServerRequest,
  type SignInContext,
} from '@taizhang/access';
import type { FileLinks } from '@taizhang/rectification';
import { traceContext, type OperationReader, type TracedAnswer } from '@taizhang/platform';
import type { Introspection } from './guard-introspection.ts';

/** The hub's own means, the same for all requests. */
export interface HubMeans extends RequestMeans, AuditContext {
  linkToFile: (evidenceId: string, callerKey: string, now: Date) => string;
  /** The largest file taken, in bytes. */
  largestUpload: number;
  introspection: Introspection;
  reader: OperationReader;
}

/** What every resolver gets, with what signing in and files need of the transport. */
export type HubContext = SignInContext & FileLinks & AuditContext & { trace: TracedAnswer | null };

/** Builds the context of one request: who calls, by what means, and where files are had. */
export function hubContext(means: HubMeans, { trace, ...request }: ServerRequest): HubContext {
  const context = {
    ...requestContext(means, { ...request, trace }),
    linkToFile: (evidenceId: string, callerKey: string) =>
      means.linkToFile(evidenceId, callerKey, means.now()),
    largestUpload: means.largestUpload,
    checkAnchors: means.checkAnchors,
  };
  return { ...(trace ? traceContext(context, trace) : context), trace };
}
