import { evidence } from './evidence.ts'
import { formatMeasure } from './format.ts'
import { labSeries, type SeriesId } from './lab.ts'
import { rewrites } from './rewrites.ts'
import { milestones } from './since.ts'
import { experience, surveys } from './surveys.ts'
import { toldFigures } from './told.ts'
import type { ExperienceGroup, Language, SurveyPoint } from './types'

/**
 * Figures that notes say aloud, by the name that stands there in double braces, such as `{{servers-before}}`: so that a
 * note and the slide that it belongs to have one number.
 */
export const spoken: Record<string, string> = {
  'year-first': String(surveys.used.go[0].year),
  'go-used-first': percent(surveys.used.go[0]),
  'go-used-last': percent(surveys.used.go.at(-1)!),
  'rust-used-first': percent(surveys.used.rust[0]),
  'rust-used-last': percent(surveys.used.rust.at(-1)!),
  'servers-before': String(evidence['mercadolibre-servers'].bars[0].value),
  'servers-after': String(evidence['mercadolibre-servers'].bars[1].value),
  'parsing-before': evidence['ibm-parsing'].bars[0].value.join(' and '),
  'parsing-after': evidence['ibm-parsing'].bars[1].value.join(' to '),
  'rust-newcomers': share(experience[0], 'rust'),
  'go-newcomers': share(experience[0], 'go'),
  'race-right': labSeries('race', 'go-atomic').median.toLocaleString('en-GB'),
  'race-lowest': labSeries('race', 'go-unsynchronised').low.toLocaleString('en-GB'),
  'race-runs': String(labSeries('race', 'go-unsynchronised').samples.length),
  'cache-go': milliseconds('go-default-p99'),
  'cache-tuned': milliseconds('go-tuned-p99'),
  'cache-rust': milliseconds('rust-p99'),
  'edit-go': formatMeasure(labSeries('service', 'go-rebuild').median),
  'edit-rust-debug': formatMeasure(labSeries('service', 'rust-rebuild-debug').median),
  'edit-rust-release': formatMeasure(labSeries('service', 'rust-rebuild-release').median),
  'call-cgo': formatMeasure(labSeries('brotli', 'cgo-call').median),
  'grab-before': String(rewrites[0].go),
  'grab-after': String(rewrites[0].rust),
  'tiktok-before': rewrites[1].go.toLocaleString('en-GB'),
  'tiktok-after': rewrites[1].rust.toLocaleString('en-GB'),
  'go-newest': newestRelease('go'),
  'rust-newest': newestRelease('rust'),
  ...Object.fromEntries(Object.entries(toldFigures).map(([name, { figure }]) => [name, figure])),
}

/**
 * Puts the figures into a note.
 * @param place what an error calls the note, such as `slides.md, cover, note`
 * @throws Error that names the place, where there is no figure of that name
 */
export function fillIn(note: string, place: string): string {
  return note.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const figure = Object.hasOwn(spoken, name) ? spoken[name] : undefined
    if (figure === undefined)
      throw new Error(`${place}: expected the name of a figure in data/spoken.ts (${Object.keys(spoken).join(', ')}), found “${name}”`)
    return figure
  })
}

function newestRelease(language: Language): string {
  return milestones.filter(({ language: of, release }) => of === language && /^(?:Go|Rust) /.test(release)).at(-1)!.release
}

/** A delay of the cache’s, in milliseconds. */
function milliseconds(id: SeriesId<'cache'>): string {
  return formatMeasure(labSeries('cache', id).median / 1000)
}

/** A share to one decimal, as it is said aloud. */
function percent({ value }: SurveyPoint): string {
  return value!.toFixed(1)
}

function share({ answers, ...users }: ExperienceGroup, language: Language): string {
  return (100 * users[language] / answers).toFixed(1)
}
