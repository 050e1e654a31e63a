/** What a browser can be told: as WebDriver’s method and path, and by the name that Firefox has for the same. */
export const COMMANDS = {
  open: ['POST', '/url', 'WebDriver:Navigate'],
  reload: ['POST', '/refresh', 'WebDriver:Refresh'],
  tab: ['GET', '/window', 'WebDriver:GetWindowHandle'],
  newTab: ['POST', '/window/new', 'WebDriver:NewWindow'],
  showTab: ['POST', '/window', 'WebDriver:SwitchToWindow'],
  closeTab: ['DELETE', '/window', 'WebDriver:CloseWindow'],
  resize: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  run: ['POST', '/execute/async', 'WebDriver:ExecuteAsyncScript'],
  print: ['POST', '/print', 'WebDriver:Print'],
  picture: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
} as const

export type Send = (command: keyof typeof COMMANDS, body?: object) => Promise<unknown>

/** A browser that runs, and how it ends. */
export interface Running {
  send: Send
  /** In the front tab, each released at once: Slidev repeats a key that is held for a second, as long as a busy machine may take. */
  press: (keys: readonly string[], pause: number) => Promise<void>
  close: () => Promise<void>
}
