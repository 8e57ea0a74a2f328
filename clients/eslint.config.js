import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SRC = 'apps/web/src';
const features = readdirSync(`${SRC}/features`);

const forbid = (group, message) => ({ group, message });
const NO_APP = forbid(['**/app/*', '**/app'], 'The app stands above: nothing below may know it.');
const NO_MANTINE_REST = forbid(['@mantine/*/styles.css'], 'Import only the style sheets of the parts that are used.');

const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union type.' };
const BROWSER_ONLY = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location'];

// Floors: packages -> shared -> features -> app. One zone a feature, computed from the folders that exist.
const featureZones = features.map((feature) => ({
  files: [`${SRC}/features/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          NO_APP,
          NO_MANTINE_REST,
          forbid(
            [
              '**/features/*',
              ...features
                .filter((other) => other !== feature)
                .flatMap((other) => [`../${other}/*`, `../../${other}/*`]),
            ],
            'Features never import each other: lift what they share into shared/ or a package.',
          ),
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      NO_ENUM,
      {
        selector: `ImportExpression[source.value=/(features|\\.\\.\\u002F(${features
          .filter((other) => other !== feature)
          .join('|')}))\\u002F/]`,
        message: 'Features never import each other, not later either.',
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.build/**',
      '**/target/**',
      'packages/api-client/src/schema.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Enums do not erase; a union type says the same.
      'no-restricted-syntax': ['error', NO_ENUM],
      'no-restricted-properties': ['error', { object: 'document', property: 'write' }],
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['packages/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [forbid(['**/apps/**'], 'Packages know no app.')] }] },
  },
  {
    // A worker, an extension and a phone use these too.
    files: ['packages/{tokens,api-client,i18n,voice-client}/src/**'],
    // What joins microphone, loudspeaker and socket of a browser to the rest stands in one folder.
    ignores: ['**/*.test.ts', 'packages/voice-client/src/browser/**'],
    rules: {
      'no-restricted-globals': ['error', ...BROWSER_ONLY, 'self'],
      'no-restricted-properties': [
        'error',
        ...BROWSER_ONLY.map((property) => ({ object: 'globalThis', property, message: 'A worker has none.' })),
      ],
    },
  },
  {
    files: [`${SRC}/shared/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [NO_APP, forbid(['**/features/**'], 'shared/ stands below the features.')] },
      ],
    },
  },
  ...featureZones,
  {
    files: ['**/*.mjs', '**/*.config.{js,ts}', 'apps/web/dev/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        window: 'readonly',
        document: 'readonly',
        getComputedStyle: 'readonly',
        localStorage: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        AudioNode: 'readonly',
        AudioDestinationNode: 'readonly',
        MessagePort: 'readonly',
        Worker: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
);
