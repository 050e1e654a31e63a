import { plainLine } from '../narration/notes.ts'

/** A formula between two signs of one dollar, as Slidev finds it: “$5 and $6” has none. */
const FORMULA = /(?<![\\$])\$([^\s$](?:[^$]*[^\s$])?)\$(?![\d$])/g
/** A tag with a colon in its name, such as that of an icon, which is none in Markdown. An address has a slash there. */
const COLON_TAG = /<\/?[a-z][\w.-]*:\w[^>]*>/gi

/** A headline as its slide has it in Markdown, in plain words: of a link its text, of a picture its alternative text, of a formula what was typed for it. */
export function plainTitle(headline: string): string {
  return plainLine(headline.replace(COLON_TAG, '').replace(FORMULA, (_, formula: string) => `\`\` ${formula} \`\``))
}
