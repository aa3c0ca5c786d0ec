/** The most that one operation may cost, counted with its variables: about 100 rows with everything below them. */
export const COST_LIMIT = 25_000;
