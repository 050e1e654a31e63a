/** Where the development server takes new minutes, below the base of the site. */
export const MINUTES_ADDRESS = '@lectern/minutes'
