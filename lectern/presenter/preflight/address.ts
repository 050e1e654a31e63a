/** Where the development server tells the preflight page what a page cannot see, below the base of the site. */
export const PREFLIGHT_DATA = '@lectern/preflight'
