import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { WRITES_PAST_THE_LOG } from './tools/checks/ledger-tables.mjs';

/** Which kind of project may use which: apps → domains → platform; apps of the web and commands only what is shared. */
const ARROWS = [
  {
    sourceTag: 'type:server-app',
    onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:demo'],
  },
  {
    sourceTag: 'type:web-app',
    onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:client', 'type:ui'],
  },
  { sourceTag: 'type:command', onlyDependOnLibsWithTags: ['type:client', 'type:domain'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain', 'type:platform'] },
  { sourceTag: 'type:demo', onlyDependOnLibsWithTags: ['type:domain', 'type:platform'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:client', 'type:platform'] },
  // Access is what the other domains stand on; it knows none of them.
  { sourceTag: 'domain:access', onlyDependOnLibsWithTags: ['type:platform'] },
];

const DOMAINS = [
  'access',
  'backup',
  'documents',
  'files',
  'integration',
  'mechanisms',
  'rectification',
  'registers',
  'reporting',
  'search',
  'trainings',
];

const COMMAND_LINES = ['annual-review', 'notice-import', 'audit-check'];

/** Doors through which rows are written with nobody asked for rights, nor any life cycle. */
const WRITING_DOORS = [
  { name: '@taizhang/platform/past', message: 'Only the demonstration writes a past.' },
  { name: '@taizhang/platform/bulk', message: 'Only the benchmark and imports load in bulk.' },
];

/** Refuses imports of a project's main door, leaving its named ones; of the writing doors all but the given. */
const onlyNamedDoors = (projects, message, writingDoor = '') => [
  'error',
  {
    paths: [
      ...projects.map((project) => ({ name: `@taizhang/${project}`, message })),
      ...WRITING_DOORS.filter(({ name }) => name !== writingDoor),
    ],
  },
];

const domainDoors = DOMAINS.map((domain) => ({
  files: [`libs/${domain}/src/**/*.ts`],
  rules: {
    'no-restricted-imports': onlyNamedDoors(
      DOMAINS.filter((other) => other !== domain),
      'A domain uses another one through its named doors such as /rules or /visibility, never through its commands or types.',
      domain === 'integration' ? '@taizhang/platform/bulk' : '',
    ),
  },
}));

const BARE_TEXT = {
  selector: "CallExpression[callee.object.name='z'][callee.property.name='string']",
  message: 'A text is a requiredText, requiredLine, requiredKey or another of the rules for texts.',
};

const WRITERS = '/^(change|create|createMany)$/';
const ASSIGNED_STATUS = {
  selector: `CallExpression:matches([callee.name=${WRITERS}], [callee.property.name=${WRITERS}]) > ObjectExpression > Property[key.name=/^(status|result|answer)$/]`,
  message: 'A status is set by a step of its life cycle, or by the event that bears the row.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/generated',
      '**/node_modules',
      '.nx',
      '**/*.mjs',
      '.data',
      '**/graphql-env.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: ARROWS }],
      'no-restricted-imports': onlyNamedDoors([], ''),
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in one file an app.' },
      ],
      // Chinese text is set with ideographic spaces.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipComments: true, skipRegExps: true, skipTemplates: true },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Where an app, a tool or a test reads its environment.
    files: [
      'apps/*/src/main.ts',
      'apps/*/src/command/*.ts',
      'libs/client/src/node/*.ts',
      'tools/**',
      '**/test/**',
      '**/*.spec.ts',
      '**/testing/**',
      'prisma.config.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Settings of tools come from tools/, which is no project.
    files: ['**/*.config.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    files: ['tools/bench/**/*.ts'],
    rules: { 'no-restricted-imports': onlyNamedDoors([], '', '@taizhang/platform/bulk') },
  },
  ...domainDoors,
  {
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts', 'apps/admin/src/**/*.tsx'],
    ignores: ['libs/platform/src/{rules,changes}/**', '**/*.spec.*', '**/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...WRITES_PAST_THE_LOG, BARE_TEXT],
    },
  },
  {
    files: ['libs/*/src/commands/**/*.ts', 'libs/*/src/jobs/**/*.ts'],
    ignores: [
      'libs/platform/**',
      // What a document is reported to be, others have decided.
      'libs/integration/**',
      'libs/documents/src/commands/add-document.ts',
      'libs/documents/src/commands/add-document-version.ts',
      // A copy of items as they are, no life cycle of its own.
      'libs/reporting/src/commands/take-snapshot.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...WRITES_PAST_THE_LOG, BARE_TEXT, ASSIGNED_STATUS],
    },
  },
  {
    // What is counted and noted while people sign in, and when the hub looks again, is housekeeping: columns that no event tells of.
    files: [
      'libs/access/src/api-clients.ts',
      'libs/access/src/commands/step-person.ts',
      'libs/access/src/sign-in/{count-attempt,second-factor,sign-in-by-oidc}.ts',
      'libs/mechanisms/src/commands/note-next-opening.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', BARE_TEXT] },
  },
  {
    files: ['libs/demo/src/**/*.ts'],
    rules: {
      'no-restricted-imports': onlyNamedDoors(
        DOMAINS,
        'The demonstration says what happened in the words of /rules; it runs no commands.',
        '@taizhang/platform/past',
      ),
    },
  },
  {
    files: ['apps/admin/src/**', 'apps/dashboard/src/**', 'libs/ui/src/**'],
    rules: {
      'no-restricted-imports': onlyNamedDoors(
        [...DOMAINS, 'platform'],
        'A web app reaches the hub through GraphQL, and libraries only through /rules.',
      ),
    },
  },
  {
    files: COMMAND_LINES.map((app) => `apps/${app}/src/**`),
    rules: {
      'no-restricted-imports': onlyNamedDoors(
        DOMAINS.filter((domain) => domain !== 'integration'),
        'A command line reaches the hub through GraphQL, and domains only through /rules.',
      ),
    },
  },
  {
    files: ['apps/admin/src/**', 'apps/dashboard/src/**', 'libs/ui/src/**'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
);
