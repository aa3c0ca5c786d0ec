import { v5 } from 'uuid';

const NAMESPACE = '5f6c9a0e-0f0b-4a55-8f2f-0c6c0d6f2b1d';

/** The key of what is known by a name of its own: whoever tells of it twice at once names the same row. */
export const namedKey = (...name: readonly (string | number)[]): string =>
  v5(JSON.stringify(name), NAMESPACE);
