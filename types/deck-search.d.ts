declare module 'virtual:deck-search' {
  export const documents: import('../components/search/search').SearchDocument[]
}
