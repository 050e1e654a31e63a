/* Where the development server answers pages of the addon, below the base of the site. */

/** Tells the preflight page what a page cannot see. */
export const PREFLIGHT_DATA = '@lectern/preflight'

/** Takes new minutes. */
export const MINUTES_ADDRESS = '@lectern/minutes'
