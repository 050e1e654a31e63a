import type { Browser } from '@playwright/test'
import JSZip from 'jszip'

/** An element of a part, read by a browser’s XML parser. */
export interface XmlElement {
  /** With its usual prefix, such as `p:sp`. */
  name: string
  attributes: Record<string, string>
  /** Of this element alone. */
  text: string
  children: XmlElement[]
}

/** A package of Office Open XML. */
export interface Package {
  /** Names of the entries of the zip, in order. */
  entries: string[]
  /** Root element of each part that is XML, by its name. */
  parts: Map<string, XmlElement>
}

/**
 * Reads a package without the help of what wrote it.
 * @throws Error where a part is not well-formed
 */
export async function readPackage(browser: Browser, bytes: Uint8Array): Promise<Package> {
  const zip = await JSZip.loadAsync(bytes)
  const names = Object.keys(zip.files).filter(name => /\.(?:xml|rels)$/.test(name))
  const texts = await Promise.all(names.map(name => zip.file(name)!.async('string')))
  const page = await browser.newPage()
  try {
    const roots = await page.evaluate(([names, texts]) => texts.map((text, index) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'application/xml')
      if (documentElement.getElementsByTagName('parsererror').length > 0)
        throw new Error(`${names[index]} is not well-formed: ${documentElement.textContent}`)
      const toObject = (element: Element): XmlElement => ({
        name: element.nodeName,
        attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
        text: Array.from(element.childNodes, node => node instanceof Text ? node.data : '').join(''),
        children: Array.from(element.children, toObject),
      })
      return toObject(documentElement)
    }), [names, texts] as const)
    return { entries: Object.keys(zip.files), parts: new Map(names.map((name, index) => [name, roots[index]!])) }
  }
  finally {
    await page.close()
  }
}

/** All elements of a name below one, in document order. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap(child => [...child.name === name ? [child] : [], ...allOf(child, name)])
}

/** The paragraphs of a text body, and of all others below an element, with a line feed where a line ends. */
export const paragraphsOf = (element: XmlElement): string[] => allOf(element, 'a:p').map(({ children }) =>
  children.map(child => child.name === 'a:br' ? '\n' : allOf(child, 'a:t').map(({ text }) => text).join('')).join(''))

interface Relationship {
  id: string
  /** Last word of its type, such as `slideMaster`. */
  type: string
  /** Name of the part that it leads to, or an address outside the package. */
  target: string
  isOutside: boolean
}

/** What a part leads to; the package itself is the part ''. */
export function relationshipsOf({ parts }: Package, part: string): Relationship[] {
  const base = new URL(`http://package/${part}`)
  const rels = parts.get(new URL(`_rels/${part.split('/').at(-1)}.rels`, base).pathname.slice(1))
  return (rels?.children ?? []).map(({ attributes }) => ({
    id: attributes.Id!,
    type: attributes.Type!.split('/').at(-1)!,
    target: attributes.TargetMode === 'External' ? attributes.Target! : new URL(attributes.Target!, base).pathname.slice(1),
    isOutside: attributes.TargetMode === 'External',
  }))
}

/** Relationships that the XML of the part has to name. The others hold by being there. */
const NAMED: Record<string, string[]> = {
  'p:presentation': ['slideMaster', 'slide', 'notesMaster'],
  'p:sldMaster': ['slideLayout', 'image'],
  'p:sldLayout': ['image'],
  'p:sld': ['image', 'hyperlink'],
}

/**
 * Everything in a package that does not fit together, in words.
 * @throws Error where it has no parts
 */
export function findMisfits(pptx: Package): string[] {
  const { entries, parts } = pptx
  const TYPES = '[Content_Types].xml'
  const names = entries.filter(name => name !== TYPES && !name.endsWith('/'))
  if (!parts.has(TYPES) || names.length === 0)
    throw new Error('there are no parts to look at')
  const faults: string[] = []
  const expectOnce = (values: readonly string[], what: string): void =>
    values.forEach((value, index) => values.indexOf(value) < index && faults.push(`${what} ${value} stands twice`))

  if (entries[0] !== TYPES)
    faults.push(`${entries[0]} comes before the list of types`)
  faults.push(...entries.filter(name => name.endsWith('/')).map(name => `${name} is a folder`))

  const types = parts.get(TYPES)!
  const overrides = allOf(types, 'Override').map(({ attributes }) => attributes.PartName!.slice(1))
  const defaults = allOf(types, 'Default').map(({ attributes }) => attributes.Extension!)
  expectOnce(overrides, 'the type of')
  expectOnce(defaults, 'the type of')
  faults.push(...overrides.filter(name => !names.includes(name)).map(name => `${name} has a type and is not there`))
  faults.push(...defaults.filter(extension => !names.some(name => name.endsWith(`.${extension}`))).map(extension => `there is no .${extension} file`))
  faults.push(...names.filter(name => !overrides.includes(name)
    && (/\.xml$/.test(name) || !defaults.includes(name.split('.').at(-1)!))).map(name => `${name} has no type`))

  const reached = new Set<string>()
  const visit = (part: string): void => {
    if (reached.has(part))
      return
    reached.add(part)
    const relationships = relationshipsOf(pptx, part)
    expectOnce(relationships.map(({ id }) => id), `in ${part}, relationship`)
    const root = parts.get(part)
    if (root) {
      const all = [root, ...allElements(root)]
      const named = all.flatMap(({ attributes }) => Object.entries(attributes).flatMap(([name, value]) => name.startsWith('r:') ? value : []))
      const ids = relationships.map(({ id }) => id)
      faults.push(...named.filter(id => !ids.includes(id)).map(id => `${part} names ${id}, which is not there`))
      faults.push(...relationships.filter(({ id, type }) => NAMED[root.name]?.includes(type) && !named.includes(id)).map(({ id }) => `${part} does not name ${id}`))
      expectOnce(all.filter(({ name }) => name === 'p:cNvPr').map(({ attributes }) => attributes.id!), `in ${part}, shape`)
      expectOnce(all.filter(({ name }) => /^p:sld(?:Master|Layout)?Id$/.test(name)).map(({ attributes }) => attributes.id!), `in ${part}, id`)
    }
    for (const { isOutside, target, type } of relationships) {
      if (isOutside)
        continue
      if (!names.includes(target))
        faults.push(`${part} leads to ${target}, which is not there`)
      else
        visit(target)
      if (type === 'theme' && /Masters\//.test(part))
        themes.push(target)
    }
  }
  const themes: string[] = []
  visit('')
  expectOnce(themes, 'the theme')
  const relsOf = (name: string): string => name.replace(/_rels\/([^/]*)\.rels$/, '$1')
  faults.push(...names.filter(name => name.endsWith('.rels') ? !reached.has(relsOf(name)) : !reached.has(name)).map(name => `nothing leads to ${name}`))

  const ids = [...parts.values()].flatMap(root => ['p:sldMasterId', 'p:sldLayoutId'].flatMap(name => allOf(root, name))).map(({ attributes }) => attributes.id!)
  expectOnce(ids, 'master or layout')
  const creations = [...parts.values()].flatMap(root => allOf(root, 'p14:creationId')).map(({ attributes }) => attributes.val!)
  expectOnce(creations, 'creationId')
  return faults
}

function allElements(element: XmlElement): XmlElement[] {
  return element.children.flatMap(child => [child, ...allElements(child)])
}
