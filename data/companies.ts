import type { CompanyRecord } from './types'

/** Companies that the article interviewed about using both, with the words of their quotation about either language. */
export const companies = [
  {
    quote: 'daniel-reiter-horn-3',
    go: ['often see 5x performance and latency improvements by porting line-for-line Python code into Go'],
    rust: ['when we are memory constrained', 'we move over to Rust'],
  },
  {
    quote: 'peter-bourgon',
    go: ['the cost of continuous refactor is a lot cheaper'],
    rust: [],
  },
  {
    quote: 'john-graham-cumming',
    go: [],
    rust: ['strong memory safety', 'a good choice for processing at the edge'],
  },
] as const satisfies readonly CompanyRecord[]
