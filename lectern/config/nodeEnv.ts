let running = 0
let before: string | undefined

/**
 * Does work of Vite’s, and leaves `NODE_ENV` as it was. Vite tells the whole process, and what that starts, whether it
 * builds or develops: a build after the one would be slow, a server after the other shows empty pages.
 */
export async function keepNodeEnv<T>(work: () => Promise<T>): Promise<T> {
  // Of several at once the first knows how it was, and the last can put it back.
  if (running === 0)
    before = process.env.NODE_ENV
  running += 1
  try {
    return await work()
  }
  finally {
    running -= 1
    if (running === 0 && before === undefined)
      delete process.env.NODE_ENV
    else if (running === 0)
      process.env.NODE_ENV = before
  }
}
