declare module 'virtual:deck-search' {
  export const documents: import('../search/search').SearchDocument[]
}
