import { definePreparserSetup } from '@slidev/types'

/** Writes the length of the talk that `--cut` chose into the headmatter, for Slidev's clock and for the keys. */
export default definePreparserSetup(({ headmatter }) => {
  const cut = Number(process.env.LECTERN_CUT ?? 0)
  const own = JSON.stringify(headmatter)
  return cut === 0
    ? []
    : [{
        name: 'lectern:cut',
        async transformSlide(_, frontmatter) {
          if (JSON.stringify(frontmatter) === own)
            Object.assign(frontmatter, { cut, duration: `${cut}min` })
          return undefined
        },
      }]
})
