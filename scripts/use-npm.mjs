// What .yarnrc.yml names as Yarn, which reads no package-lock.json: one version stops at a package’s wish for a newer
// Node, another installs what does not start. pnpm reads `devEngines` of package.json; with Bun the deck starts.
console.error('This deck is installed with npm, from package-lock.json: run npm start.')
process.exitCode = 1
