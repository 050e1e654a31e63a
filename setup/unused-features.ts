/**
 * Stands in for parts of Slidev’s client that no slide uses, so that slide 1 does not load them: `v-mark`, `v-motion`
 * and the pop-ups of twoslash, about 22 kB gzipped. vite.config.ts swaps them; a slide that wants one of them back
 * takes its alias out there.
 */
import type { Plugin } from 'vue'

const nothing = (): Plugin => ({ install() {} })

export const createVMarkDirective = nothing
export const createVMotionDirectives = nothing
export default nothing()
