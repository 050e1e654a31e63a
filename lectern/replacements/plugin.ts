import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const own = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Modules of Slidev's client that files here take the place of, by how it imports them, or how one file of it does. Tried with 52.20. */
const REPLACED: readonly [name: RegExp, file: string, importer?: RegExp][] = [
  // What only opens on request comes on request: dialogs, menus, tooltips, what draws on slides.
  [/\/Goto\.vue$/, own('GotoOnRequest.vue')],
  [/\/ContextMenu\.vue$/, own('contextMenuOnRequest.ts')],
  [/\/Settings\.vue$/, own('settingsOnRequest.ts')],
  [/\/DragControl\.vue$/, own('dragControlOnRequest.ts')],
  [/^drauu$/, own('drauuOnRequest.ts')],
  [/^floating-vue$/, own('floatingOnRequest.ts')],
  [/^fuse\.js$/, own('fuse.ts')],
  [/\/MenuButton\.vue$/, own('MenuButton.vue')],
  [/\/SelectList\.vue$/, own('SelectList.vue')],
  [/\/NoteDisplay\.vue$/, own('NoteDisplay.vue')],
  [/\/TimerBar\.vue$/, own('TimerBar.vue')],
  [/\/TimerInlined\.vue$/, own('TimerInlined.vue')],
  // Titles wait until the slide is there.
  [/^@unhead\/vue\/client$/, own('idleHead.ts')],
  // One place and one clock for all windows of a talk: Slidev’s own lets echoes and newcomers move them.
  [/\/state\/shared$/, own('sharedState.ts')],
  [/\/composables\/useWakeLock$/, own('useWakeLock.ts')],
  // What takes long is done in parts.
  [/\/setup\/main$/, own('setupInTurn.ts'), /\/client\/main\.ts/],
  [/^@vueuse\/core$/, own('elementSize.ts'), /\/SlideContainer\.vue/],
  [/\/NavControls\.vue$/, own('navControlsInTurn.ts'), /\/pages\/play\.vue/],
  // A deck may have another build of Vue: its aliases come first.
  [/^vue$|\/vue\.[\w.-]+\.js$/, own('slideTransition.ts'), /\/SlidesShow\.vue/],
]

/** Puts the files of this folder in place of modules of Slidev's client, for that client alone. */
export function replacementsPlugin(): Plugin {
  return {
    name: 'lectern:replacements',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = importer?.replaceAll('\\', '/') ?? ''
      if (path.includes('/@slidev/client/'))
        return REPLACED.find(([name, , by]) => name.test(source) && (by?.test(path) ?? true))?.[1]
    },
  }
}
