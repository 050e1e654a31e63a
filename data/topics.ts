import { quote, type Quote, type QuoteId } from './quotes'
import type { TopicId, TopicRecord } from './types'

/** Five similarities, then four trade-offs, in the article’s order and in our own words. */
export const topics = {
  'performance-and-concurrency': {
    kind: 'similarity',
    label: 'Performance and concurrency',
    claim: 'Both compile to fast code and put every core to work.',
    go: 'Compiled ahead of time; goroutines and channels spread work over all cores with little ceremony.',
    rust: 'Compiled ahead of time; threads and async tasks share work, and safe code rules out data races.',
    together: 'Moving work to either saves machines, so the choice can rest on other grounds.',
    quotes: ['mercadolibre', 'bala-natarajan', 'matt-asay', 'josh-hannaford-1'],
    spoken: ['bala-natarajan'],
    sources: ['new-stack', 'go-effective', 'rust-book-concurrency'],
  },
  'team-scale': {
    kind: 'similarity',
    label: 'Team scale and review',
    claim: 'Both settle style and builds in their own tools, so that reviews are about the code.',
    go: 'One gofmt style, one build command and a small language: strangers’ code reads like your own.',
    rust: 'One rustfmt style, one build command and explicit types: a signature says what code may do.',
    together: 'A team reviews both languages by the same routine: format, build, test, document.',
    quotes: ['sam-rose', 'daniel-reiter-horn-1'],
    spoken: ['sam-rose'],
    sources: ['new-stack', 'go-command', 'cargo-commands'],
  },
  'open-source': {
    kind: 'similarity',
    label: 'Open source and dependencies',
    claim: 'Both turn a short list of packages into a complete, checked build.',
    go: 'go.mod names the modules wanted, go.sum records a checksum for each, and go fetches them.',
    rust: 'Cargo.toml names the crates wanted, Cargo.lock records exact version and checksum, and cargo fetches them.',
    together: 'Both keep what was chosen; when to upgrade and whom to trust remain your decisions.',
    quotes: [],
    spoken: [],
    sources: ['new-stack', 'go-modules', 'cargo-lock'],
  },
  'safety': {
    kind: 'similarity',
    label: 'Safety',
    claim: 'Both rule out the classic memory bugs, Go mostly at run time, Rust mostly at compile time.',
    go: 'Bounds checks and garbage collection guard memory while the program runs; static types catch mix-ups earlier.',
    rust: 'Ownership and borrowing guard memory while the program compiles; bounds checks catch the rest at run time.',
    together: 'Whichever language a part is written in, buffer overflows and use-after-free stop being routine.',
    quotes: ['josh-hannaford-2', 'taylor-thomas', 'stefan-nilsson', 'daniel-reiter-horn-2'],
    spoken: ['stefan-nilsson'],
    sources: ['new-stack', 'go-spec', 'go-gc-guide', 'rust-book-ownership'],
  },
  'portability': {
    kind: 'similarity',
    label: 'Portability',
    claim: 'From one machine, both build for many systems and processors.',
    go: 'Set GOOS and GOARCH, and go build writes one binary for that system.',
    rust: 'Add a target, pass --target, and cargo build writes one binary for it.',
    together: 'One build machine can ship both halves of a system to the same platforms.',
    quotes: ['dewet-diener-1', 'brian-ketelsen', 'matt-ronge'],
    spoken: ['matt-ronge'],
    sources: ['new-stack', 'go-install-source', 'rustup-cross'],
  },
  'performance': {
    kind: 'trade-off',
    label: 'Performance',
    claim: 'Go is fast as it comes; Rust is as fast as you care to tune it.',
    go: 'Good speed arrives without tuning, and a garbage collector takes part of the machine in exchange.',
    rust: 'Top speed is within reach by choice of layout and allocation, and complexity is the exchange.',
    together: 'Start where speed is free; move the hot, memory-bound parts to where it can be worked for.',
    quotes: ['jesse-howarth', 'daniel-reiter-horn-3'],
    spoken: ['daniel-reiter-horn-3'],
    sources: ['new-stack', 'go-gc-guide'],
  },
  'adaptability': {
    kind: 'trade-off',
    label: 'Adaptability',
    claim: 'Go makes a change of mind cheap; Rust makes a settled design precise.',
    go: 'Quick builds and implicit interfaces let a team try new requirements, with fewer cases proven.',
    rust: 'Exhaustive matching and explicit errors let a team settle every case, with longer builds.',
    together: 'Explore in Go while requirements move, and refine in Rust what has come to rest.',
    quotes: ['daniel-reiter-horn-4', 'peter-bourgon'],
    spoken: ['peter-bourgon'],
    sources: ['new-stack', 'go-effective', 'rust-compile-survey'],
  },
  'learnability': {
    kind: 'trade-off',
    label: 'Learnability',
    claim: 'Go asks for weeks, Rust for a month or several; both repay the time.',
    go: 'A small language with one usual way to do things: teams report weeks until productive.',
    rust: 'A larger language whose compiler explains its rules: teams report one to several months until fluent.',
    together: 'A team can start in Go at once while some of its members grow into Rust.',
    quotes: ['jaime-garcia', 'glen-balliet', 'dewet-diener-2'],
    spoken: ['jaime-garcia'],
    sources: ['new-stack', 'msrc-safety-boat', 'google-rust-2022'],
  },
  'control': {
    kind: 'trade-off',
    label: 'Precise control',
    claim: 'Go takes machine-level decisions for you; Rust hands them to you.',
    go: 'The runtime frees memory and schedules work, which leaves attention for the problem itself.',
    rust: 'Memory layout, allocation and even the runtime are yours to choose, which makes costs visible.',
    together: 'Keep the parts that need such control small, and give them a clear border.',
    quotes: ['john-graham-cumming'],
    spoken: ['john-graham-cumming'],
    sources: ['new-stack', 'go-gc-guide', 'rust-no-std'],
  },
} as const satisfies Record<TopicId, TopicRecord>

/** The quotations of a topic, in the article’s order; none for a topic that the article left without. */
export function quotesOf(topicId: TopicId): Quote[] {
  return topics[topicId].quotes.map(quote)
}

/** The quotations of a topic as its carousel shows them: those that are spoken, then the others in the article’s order. */
export function carouselOf(topicId: TopicId): Quote[] {
  const spoken: readonly QuoteId[] = topics[topicId].spoken
  return [...spoken.map(quote), ...quotesOf(topicId).filter(({ id }) => !spoken.includes(id))]
}
