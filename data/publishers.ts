import { sources } from './sources'

type Publisher = typeof sources[keyof typeof sources]['publisher']

/**
 * Whose pages the lists of sources put under one language: the projects themselves, and who wrote about it alone.
 * `manuals` are those whose pages are read when needed, not when they come out. Everybody else is listed under both.
 */
export const publishersOn = {
  go: ['go.dev', 'The Go Blog', 'arXiv', 'HashiCorp'],
  rust: ['Rust project', 'Rust Blog', 'Rust Foundation', 'Rust Secure Code Working Group', 'Google Open Source Blog', 'LWN.net'],
  manuals: ['go.dev', 'Rust project'],
} as const satisfies Record<string, readonly Publisher[]>
