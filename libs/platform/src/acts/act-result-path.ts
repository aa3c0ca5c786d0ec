/** Where the hub sends the result of an act. */
export const actResultPath = (id: string) => `/acts/${id}/result.csv`;

const PATH = /^\/acts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/result\.csv$/;

/** The act whose result a path asks for; null where it asks for something else. */
export const actOfPath = (path: string): string | null => PATH.exec(path)?.[1] ?? null;
