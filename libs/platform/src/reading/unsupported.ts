/**
 * What is asked for cannot be compiled, or what came of it is no plain answer: the resolvers answer instead. It says
 * what it was, never why to the caller.
 */
export class Unsupported extends Error {}
