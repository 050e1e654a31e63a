import { defineLectern } from 'slidev-addon-lectern'

export default defineLectern({
  name: 'trial',
  chapters: { opening: 'Opening', numbers: 'In numbers', shared: 'What they share', advice: 'Advice' },
  pages: {
    glossary: {
      title: 'Words of this deck',
      description: 'A page of the deck’s own.',
      label: 'Words',
      component: 'pages/glossary.vue',
    },
  },
})
