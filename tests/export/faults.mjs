// @ts-check
// Makes a machine fail in a way that no test can arrange from outside; for `node --import`.
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** @param {string} code such as `ENOSPC` */
const failure = code => Object.assign(new Error(`${code}: as a test asked for`), { code })

if (process.env.FAULT === 'no free port') {
  net.Server.prototype.listen = function () {
    setImmediate(() => this.emit('error', failure('EADDRINUSE')))
    return this
  }
}

if (process.env.FAULT === 'read-only folder') {
  const { mkdtemp } = fs
  Object.assign(fs, {
    mkdtemp: (/** @type {string} */ prefix) =>
      prefix.startsWith(process.env.FAULT_FOLDER ?? '-') ? Promise.reject(failure('EROFS')) : mkdtemp(prefix),
  })
  syncBuiltinESMExports()
}

if (process.env.FAULT === 'full disk') {
  fs.writeFile = () => Promise.reject(failure('ENOSPC'))
  syncBuiltinESMExports()
}
