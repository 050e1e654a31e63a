/**
 * Takes the place of Fuse.js in Slidev’s dialog to go to a slide; plugin.ts swaps them. As Slidev asks for it, it finds
 * words near the beginning of a headline alone.
 */
import Fuse, { type IFuseOptions } from 'fuse.js'

export default class FuseAnywhere<T> extends Fuse<T> {
  constructor(list: readonly T[], options: IFuseOptions<T>) {
    super(list, { ...options, ignoreLocation: true, ignoreFieldNorm: true })
  }
}
