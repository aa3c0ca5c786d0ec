import {
  requestContext,
  type RequestMeans,
  type ServerRequest,
  type SignInContext,
} from '@taizhang/access';
import type { FileLinks } from '@taizhang/rectification';
import type { Introspection } from './guard-introspection.ts';

/** The hub's own means, the same for all requests. */
export interface HubMeans extends RequestMeans {
  linkToFile: (evidenceId: string, callerKey: string, now: Date) => string;
  /** The largest file taken, in bytes. */
  largestUpload: number;
  introspection: Introspection;
}

/** What every resolver gets, with what signing in and files need of the transport. */
export type HubContext = SignInContext & FileLinks;

/** Builds the context of one request: who calls, by what means, and where files are had. */
export function hubContext(means: HubMeans, request: ServerRequest): HubContext {
  return {
    ...requestContext(means, request),
    linkToFile: (evidenceId, callerKey) => means.linkToFile(evidenceId, callerKey, means.now()),
    largestUpload: means.largestUpload,
  };
}
