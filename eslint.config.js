import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import { imports } from './scripts/lint-rules/imports.mjs';
import { names } from './scripts/lint-rules/names.mjs';
import { vueScripts } from './scripts/lint-rules/vue-scripts.mjs';

const typed = ['packages/*/**/*.ts', 'packages/admin/src/**/*.vue', 'e2e/**/*.ts'];
const tests = ['**/*.test.ts', 'packages/server/test/**', 'e2e/**'];
const readonly = (globals) => Object.fromEntries(globals.split(' ').map((name) => [name, 'readonly']));
const nodeGlobals = readonly(
  'process console fetch URL URLSearchParams Buffer AbortSignal AbortController setTimeout clearTimeout setInterval clearInterval performance structuredClone TextDecoder TextEncoder',
);

const noSkipping = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fails)$/]',
  message: 'Every test runs, always: mend it or take it out.',
};
const noTry = {
  selector: 'TryStatement',
  message:
    'Errors pass through resolvers and services: one place maps violated constraints, another shows internal errors.',
};
const noMocks = {
  selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
  message: 'Own code is never mocked; hand the clock or the outside in.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/dist.new/',
      '**/.cache/',
      '**/.mutants/',
      '.data/',
      'packages/shared/src/generated/',
      'test-results/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals } },
  {
    files: ['packages/admin/public/**'],
    languageOptions: { globals: readonly('window document localStorage matchMedia') },
  },
  // What it gives to the browser runs there.
  {
    files: ['bench/scroll.mjs', 'bench/keystroke.mjs', 'bench/overview.mjs'],
    languageOptions: { globals: readonly('document requestAnimationFrame PerformanceObserver') },
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // Files of a default project, or more endings than these need, and nothing is read once for all.
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Classes that only carry decorators are how TypeORM and type-graphql are told things.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A caller that says what shape the rows of its own SQL have is the best that can be had.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An async function without await turns what is thrown into a rejection: that is a reason.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Object types of GraphQL are shapes: whatever has the fields is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['packages/shared/vitest*.config.ts'],
    languageOptions: { parserOptions: { projectService: false, project: 'packages/shared/tsconfig.vitest.json' } },
  },
  { files: ['packages/admin/**/*.ts'], languageOptions: { parser: vueScripts } },
  {
    files: ['packages/admin/src/**/*.vue'],
    extends: [vue.configs['flat/essential']],
    languageOptions: { parserOptions: { parser: vueScripts, extraFileExtensions: ['.vue'] } },
    rules: {
      'no-undef': 'off',
      // Our components are named by what they are: Button, Grid.
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // What a composable hands out may be written through; the prop itself may not.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      'vue/html-button-has-type': 'error',
      'vue/no-v-html': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-unused-properties': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/component-name-in-template-casing': [
        'error',
        'PascalCase',
        { registeredComponentsOnly: false, ignores: ['/^i-/', 'component'] },
      ],
    },
  },
  {
    // Only vue-tsc knows the types of *.vue files (npm test runs it): seen from here their exports are untyped.
    files: ['packages/admin/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Apollo Client 3 marks what version 4 will rename; 4 does not fit @vue/apollo-composable.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    plugins: { architecture: { rules: { imports, names } } },
    rules: {
      'architecture/imports': 'error',
      'architecture/names': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['packages/server/src/features/**/*.{resolver,service}.ts'],
    rules: { 'no-restricted-syntax': ['error', noTry] },
  },
  {
    files: tests,
    rules: {
      'no-restricted-syntax': ['error', noSkipping, noMocks],
      // A table of cases, or a whole describe, is as long as it is.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A property is an expectation in an arrow; letters of Vietnamese names are one code point each once composed.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);
