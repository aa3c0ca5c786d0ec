/** Where secrets stand in the archive. */
export const SECRETS = 'secrets/';

/** What only the data folder holds and nothing can make anew: it encrypts second factors. */
export const KEPT_SECRETS = ['hub.secret'];
