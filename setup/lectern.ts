import { defineLectern } from 'slidev-addon-lectern'
import { chapters } from '../data/chapters.ts'
import { pdfRules } from '../scripts/pdf-rules.ts'
import { searchDocuments } from '../scripts/search-documents.ts'

// What this deck tells the addon in lectern/: types and defaults of every field are in lectern/config/config.ts.
export default defineLectern({
  name: 'better-together',
  shortName: 'Go and Rust',
  chapters: Object.fromEntries(Object.entries(chapters).map(([id, { label }]) => [id, label])),
  stepQuery: 'quote',
  selfContained: true,
  pdfua: true,
  read: {
    title: 'Go and Rust, better together: the talk to read',
    description: 'What Go and Rust share, what they traded, and when to use which: the whole talk on one page, with its figures, all its quotations and its sources.',
  },
  pages: {
    quotes: {
      title: 'Go and Rust in practice: all 21 quotations',
      description: 'All the quotations of the talk, by language, company and topic, each with its source and an address of its own.',
      label: 'Quotations',
      component: 'pages/quotes.vue',
      script: 'pages/reader/quotes.ts',
    },
    questions: {
      title: 'Six questions tell where to start: Go or Rust, for a part of your own',
      description: 'Six questions about one part of a system, each answer with its reason and with somebody who found it so. No points, no winner; the address keeps your answers.',
      label: 'Decide',
      component: 'pages/questions.vue',
      script: 'pages/reader/decision.ts',
    },
    accessibility: {
      title: 'Accessibility of this deck',
      description: 'What was tested for keyboard, screen reader and zoom, how, and what is known to fall short.',
      component: 'pages/accessibility.vue',
    },
  },
  components: {
    pageMark: 'pages/PageMark.vue',
    pageFooter: 'pages/PageFooter.vue',
    chapterArt: 'pages/ChapterArt.vue',
    readSlideEnd: 'pages/ReadArgument.vue',
    readEnd: 'pages/readCitations.ts',
    handoutTop: 'pages/handout/HandoutTop.vue',
    handoutSummary: 'pages/handout/HandoutSummary.vue',
    handoutText: 'pages/handout/HandoutVoices.vue',
    handoutEnd: 'pages/handout/HandoutNotes.vue',
  },
  search: {
    kinds: { quotation: 'Quotation', source: 'Source' },
    hint: 'Finds headlines, narration, quotations, speakers, companies and sources. Typing errors are forgiven.',
    documents: searchDocuments,
  },
  pdfRules,
})
