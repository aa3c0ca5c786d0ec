import type { Request } from './request.ts';

/** A part of a statement's text: the same for everybody, or made for each request. */
export type Part = string | ((request: Request) => string);

export const written = (part: Part, request: Request): string =>
  typeof part === 'string' ? part : part(request);
