import { describe, expect, it } from 'vitest'
import { handoutForm } from '../../setup/handoutForm'

describe('handoutForm', () => {
  it.each([
    [{ layout: 'cover', routeAlias: 'cover' }, 'none'],
    [{ routeAlias: 'contents' }, 'none'],
    [{ routeAlias: 'sources-facts-2' }, 'none'],
    [{ layout: 'voices', routeAlias: 'safety-voices' }, 'text'],
    [{ layout: 'section', routeAlias: 'together' }, 'words'],
    [{ layout: 'end', routeAlias: 'end' }, 'words'],
    [{ layout: 'versus', routeAlias: 'race' }, 'picture'],
    [{ routeAlias: 'measured' }, 'picture'],
    [{}, 'picture'],
  ])('makes of %j: %s', (frontmatter, form) => {
    expect(handoutForm(frontmatter)).toBe(form)
  })
})
