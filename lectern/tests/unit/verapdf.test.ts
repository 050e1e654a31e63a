import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findVeraPdf, formatVerdict, VERAPDF_VERSION } from '../../pdf/check/verapdf'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verapdf-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('findVeraPdf', () => {
  it('takes the jars of a folder that is named, of the version that was tried', async () => {
    const jar = join(folder, `validation-model-${VERAPDF_VERSION}.jar`)
    await writeFile(jar, '')
    await writeFile(join(folder, 'readme.txt'), '')
    expect(findVeraPdf({ VERAPDF_JARS: folder }, folder)).toBe(jar)
  })

  it('finds none where there is none, or another version', async () => {
    await writeFile(join(folder, 'validation-model-1.0.0.jar'), '')
    expect(findVeraPdf({ VERAPDF_JARS: folder }, folder)).toBeUndefined()
    expect(findVeraPdf({ VERAPDF_JARS: join(folder, 'nowhere') }, folder)).toBeUndefined()
    expect(findVeraPdf({}, folder)).toBeUndefined()
  })
})

describe('formatVerdict', () => {
  it('names the rules that are broken', () => {
    expect(formatVerdict({ file: 'a.pdf', isCompliant: true, checks: 12, broken: [] })).toBe(`✓ PDF/UA-1, says veraPDF ${VERAPDF_VERSION}: all 12 checks`)
    expect(formatVerdict({ file: 'a.pdf', isCompliant: false, checks: 12, broken: [{ rule: '7.1-3', count: 2, message: 'Tag it' }] }))
      .toBe(`✗ PDF/UA-1, says veraPDF ${VERAPDF_VERSION}: broken 7.1-3, in 12 checks\n            7.1-3, 2 times: Tag it`)
  })
})
