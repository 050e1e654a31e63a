import stylistic from '@stylistic/eslint-plugin'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['**/dist/', '**/exports/', 'test-results/', 'lab/go/', 'lab/rust/'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  vue.configs['flat/strongly-recommended'],
  stylistic.configs.customize({ braceStyle: 'stroustrup', jsx: false, quoteProps: 'consistent-as-needed' }),
  {
    rules: {
      // `noUncheckedIndexedAccess` asks for a word where we know better.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    // A promise that nobody waits for hides its error.
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: { parserOptions: { projectService: true, parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
    },
  },
  // The wall between the two houses: nothing in lectern/ reaches out of it. tests/unit/wall.test.ts looks at what ESLint does
  // not, such as styles.
  ...[1, 2, 3, 4].map(depth => ({
    files: [`lectern/${'*/'.repeat(depth - 1)}*.{ts,vue,js,mjs}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{
        regex: `^(\\.\\./){${depth},}`,
        message: 'lectern/ is an addon for any deck: it knows nothing of the one around it. What that tells it stands in setup/lectern.ts.',
      }] }],
    },
  })),
  {
    // Facts depend on nothing but facts.
    files: ['data/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./(?!lab/results\\.json|public/)', message: 'data/ imports nothing of the project.' }] }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // An element of a few attributes reads best in one line.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      // A type says already which props may be missing.
      'vue/require-default-prop': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': 'error',
      'vue/define-props-declaration': 'error',
      'vue/no-ref-object-reactivity-loss': 'error',
      'vue/no-unused-emit-declarations': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/prefer-separate-static-class': 'error',
      'vue/require-macro-variable-name': 'error',
      'vue/require-typed-ref': 'error',
    },
  },
  {
    // Slidev names pages, layouts and global layers by their files.
    files: ['*.vue', 'lectern/**/*.vue', 'pages/**/*.vue', 'layouts/**/*.vue'],
    rules: { 'vue/multi-word-component-names': 'off' },
  },
)
