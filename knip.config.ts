import type { KnipConfig } from 'knip'

/** Packages that Slidev or a browser loads by their names in other files than modules. */
const namesPackages = {
  // The headmatter: `theme: default` is @slidev/theme-default.
  md: (text: string) => Array.from(text.matchAll(/^theme: (\w+)$/gm), ([, theme]) => `import '@slidev/theme-${theme}'`).join('\n'),
  css: (text: string) => Array.from(text.matchAll(/url\('(@[^']+)'\)/g), ([, file]) => `import '${file}'`).join('\n'),
}

// What nothing imports: Slidev finds it by its folder, npm by its name, Yarn or a test by its path.
export default {
  compilers: namesPackages,
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    '.': {
      entry: [
        'slides.md',
        'styles/{index.ts,*.css}',
        'scripts/{bench/bench,check,test}.ts',
        'scripts/use-npm.mjs',
        'lab/run/lab.ts',
        'setup/*.ts',
        'components/**/*.vue',
        'layouts/*.vue',
        'global-top.vue',
        'pages/**/*.{vue,ts}',
        'tests/export/faults.mjs',
      ],
      project: ['slides.md', '{components,data,lab/run,layouts,pages,scripts,setup,styles,tests,types}/**/*.{ts,vue,mjs,css}'],
      // Started by its path, of which knip knows nothing; the second deck of the addon's tests is installed with the theme.
      ignoreDependencies: ['vue-tsc', '@slidev/theme-seriph'],
    },
    'lectern': {
      entry: ['setup/*.ts', 'layouts/*.vue', '*.vue', 'styles/index.ts', 'replacements/*.{ts,vue}', 'reader/client/entry.ts', 'tests/decks/**/*.ts', 'tests/e2e/deck/{vite.config.ts,{pages,setup}/*.{ts,vue}}'],
      project: ['**/*.{ts,vue,mjs}'],
    },
  },
} satisfies KnipConfig
