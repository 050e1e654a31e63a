/** Read from package-lock.json by scripts/locked-versions.ts; Vite and Vitest put it in. */
declare const __LOCKED_VERSIONS__: import('../data/types').LockedVersions
