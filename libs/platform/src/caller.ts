/** A role held for a place in the organization tree and everything below it. */
export interface Grant {
  role: string;
  organizationId: string;
  /** The place's path: codes from the root, each closed by a slash. */
  path: string;
  /** The place and everything below it; null means the whole tree. */
  organizationIds: readonly string[] | null;
}

/** Who sends a request: a person with a session, or another system with a token. */
export interface Caller {
  /** Stable for the caller: idempotency keys and rate limits belong to it. */
  key: string;
  name: string;
  /** Null for an API client. */
  personId: string | null;
  isDemo: boolean;
  organizationId: string;
  grants: readonly Grant[];
  /** Another system: of what its grants allow it has only these permissions. Absent for a person. */
  client?: { id: string; scopes: readonly string[] };
}
