/**
 * Types what `setup/lectern.ts` says. Plain JavaScript: Node reads it inside node_modules as it is.
 * @param {import('./config/config.ts').LecternConfig} config
 */
export function defineLectern(config) {
  return config
}
