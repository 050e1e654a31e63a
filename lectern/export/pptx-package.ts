import JSZip from 'jszip'

const TYPES = '[Content_Types].xml'

/** Width and height of a page of notes, in EMU: 7.5 by 10 inches, for which the notes master is drawn. */
const NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'

/** What is looked for in a part, and what takes its place. */
type Change = [found: RegExp, replacement: (...groups: string[]) => string]

/** What a picture has that says nothing, so that screen readers pass over it. PptxGenJS gives it the name of its file. */
const DECORATIVE = 'descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
  + '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** Of the slides, in order. */
export interface SlideParts {
  titles: readonly string[]
  /** Of the pictures; one that has none is there for its look. */
  altTexts: readonly string[]
  /** To set over the picture of each; one that has a title takes the place of the other. */
  shapes: readonly string[]
}

/**
 * Puts right what PptxGenJS 4.0.1 gets wrong in every file, and what PowerPoint therefore offers to repair: see lectern/UPSTREAM.md.
 * Writes the package anew, so that the same deck makes the same file.
 * @param bytes as PptxGenJS wrote them
 * @param date that the file bears
 * @throws Error where a part is not as that version writes it
 */
export async function mendPackage(bytes: Uint8Array, { altTexts, shapes, titles }: SlideParts, date: Date): Promise<Uint8Array> {
  const written = await JSZip.loadAsync(bytes)
  const zip = new JSZip()
  const put = (name: string, content: string | Uint8Array): unknown => zip.file(name, content, { createFolders: false, date })
  // The list of types comes first, and folders have no entries of their own, as in PowerPoint’s own files.
  const names = Object.values(written.files).filter(({ dir }) => !dir).map(({ name }) => name)
  for (const name of [TYPES, ...names.filter(name => name !== TYPES)])
    put(name, await written.file(name)!.async('uint8array'))

  const edit = async (name: string, ...changes: Change[]): Promise<void> => {
    let xml = await zip.file(name)?.async('string') ?? ''
    for (const [found, replacement] of changes) {
      if (xml.search(found) < 0)
        throw new Error(`${name}: expected ${found.source}, as PptxGenJS 4.0.1 writes it`)
      xml = xml.replace(found, replacement)
    }
    put(name, xml)
  }

  // The notes master has a theme of its own: two masters must not share one.
  put('ppt/theme/theme2.xml', await zip.file('ppt/theme/theme1.xml')!.async('string'))
  await edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', [/theme1\.xml/, () => 'theme2.xml'])
  const parts = Object.keys(zip.files)
  await edit(
    TYPES,
    // Types of slide masters that are not there, and of media that no slide has.
    [/<Override PartName="\/([^"]*)"[^>]*\/>/g, (type, name) => parts.includes(name!) ? type! : ''],
    [/<Default Extension="([^"]*)"[^>]*\/>/g, (type, extension) => parts.some(name => name.endsWith(`.${extension}`)) ? type! : ''],
    [/<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/, type => `${type}${type!.replace('theme1', 'theme2')}`],
  )
  await edit(
    'ppt/presentation.xml',
    // In the schema the notes master comes before the slides.
    [/(<p:sldIdLst>.*<\/p:sldIdLst>)(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)/s, (_, slides, notesMasters) => `${notesMasters}${slides}`],
    [/<p:notesSz [^>]*\/>/, () => NOTES_SIZE],
  )
  await edit(
    'docProps/app.xml',
    [/On-screen Show \(16:9\)/, () => 'Widescreen'],
    [/<vt:lpstr>Slide (\d+)<\/vt:lpstr>/g, (_, no) => `<vt:lpstr>${escapeXml(titles[Number(no) - 1]!)}</vt:lpstr>`],
  )
  await edit('docProps/core.xml', [/(<dcterms:\w+ [^>]*>)[^<]*/g, (_, tag) => `${tag}${date.toISOString().replace(/\.\d+/, '')}`])

  // One number for all of them is no identity.
  const dropId: Change = [/<p:extLst><p:ext [^>]*><p14:creationId [^>]*\/><\/p:ext><\/p:extLst>/, () => '']
  // Programs know a title by its having no number among the placeholders; only a layout has a prompt.
  const markTitle: Change = [/<p:ph\s+idx="100"\s+type="title"\s+hasCustomPrompt="1"\s*\/>/, () => '<p:ph type="title"/>']
  const dropTitle: Change = [/<p:sp>(?:(?!<\/p:sp>).)*type="title"(?:(?!<\/p:sp>).)*<\/p:sp>/s, () => '']
  await edit('ppt/notesMasters/notesMaster1.xml', dropId)
  await edit('ppt/slideLayouts/slideLayout2.xml', markTitle)
  for (let no = 1; no <= titles.length; no++) {
    await edit(
      `ppt/slides/slide${no}.xml`,
      shapes[no - 1]!.includes('type="title"') ? dropTitle : markTitle,
      ...altTexts[no - 1] ? [] : [[/descr="[^"]*">/, () => DECORATIVE] satisfies Change],
      [/<\/p:pic>/, end => `${end}${shapes[no - 1]!}`],
    )
    await edit(`ppt/notesSlides/notesSlide${no}.xml`, dropId, splitLines)
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}

/** Makes a paragraph of each line of the notes, which are one run of text with line feeds in it. */
const splitLines: Change = [
  /<a:p>(<a:r><a:rPr [^>]*\/><a:t>)([^<]*)(<\/a:t><\/a:r>)(<a:endParaRPr [^>]*\/>)<\/a:p>/,
  (_, open, text, close, end) => text!.split(/\r?\n/).map(line => `<a:p>${line ? `${open}${line}${close}` : ''}${end}</a:p>`).join(''),
]

/** A text without the characters that XML cannot have. */
export function legal(text: string): string {
  return text.replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])[\0-\x1F]/gu, '')
}

export function escapeXml(text: string): string {
  return legal(text).replace(/[&<>"]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!)
}
