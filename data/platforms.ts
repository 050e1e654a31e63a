import type { PlatformRecord } from './types'

/** Systems that both compilers can build for, out of many more. */
export const platforms = {
  names: ['Linux', 'Windows', 'macOS', 'WebAssembly'],
  go: { needs: 'With C libraries: a C cross-compiler too.', source: 'go-install-source' },
  rust: { needs: 'A linker too; with C libraries, still more.', source: 'rustup-cross' },
} as const satisfies PlatformRecord
