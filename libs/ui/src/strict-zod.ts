declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// The hub's content security policy forbids compiling code from text, which zod tries for speed as each schema
// is made. This is zod's own switch, set before any rule is loaded and without loading zod on the first page.
globalThis.__zod_globalConfig = { jitless: true };

export {};
