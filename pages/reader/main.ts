/**
 * What the pages beside the slides do once JavaScript runs. They are plain HTML before that, and no Vue is left in
 * them: everything here works on the document as it stands.
 */
export function startReader(): void {
}
