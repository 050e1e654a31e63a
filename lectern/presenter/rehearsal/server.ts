import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Plugin } from 'vite'
import { UserError } from '../../cli/run.ts'
import { isFromHere } from '../place-plugin.ts'
import { MINUTES_ADDRESS } from '../serverAddresses.ts'
import { planMinutes } from './minutes.ts'
import { LONGEST } from './times.ts'

/** What a window asks for. */
export interface MinutesRequest {
  minutes: Record<string, number>
  /** Whether to write the files; without it, the answer says what would change. */
  write: boolean
}

function readRequest(body: string): MinutesRequest {
  const { minutes, write } = (JSON.parse(body) ?? {}) as { minutes?: Record<string, unknown> | null, write?: unknown }
  const isTime = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= LONGEST
  if (typeof minutes !== 'object' || !minutes || !Object.values(minutes).every(isTime))
    throw new UserError(`expected minutes above 0 and up to ${LONGEST} by the names of slides`)
  return { minutes: minutes as Record<string, number>, write: write === true }
}

/**
 * Whether a page of this server on this machine asks. A browser asks before it sends this type elsewhere, and Vite gives
 * leave to pages of other ports: they say where they are from.
 */
function isOurs(request: IncomingMessage): boolean {
  const { headers, method } = request
  return method === 'POST' && headers['content-type'] === 'application/json' && isFromHere(request)
    && (headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host))
}

/** Writes new `minutes` into the deck’s source, for a window on this machine that asks for it. */
export function minutesPlugin(): Plugin {
  return {
    name: 'lectern:minutes',
    apply: 'serve',
    configureServer({ config, middlewares }) {
      middlewares.use(`${config.base}${MINUTES_ADDRESS}`, (request, response) => {
        const answer = (status: number, data: object): void => {
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(data))
        }
        if (!isOurs(request))
          return answer(403, { error: 'only a window of this deck on the machine that serves may write' })
        void text(request)
          .then((body) => {
            const { minutes, write } = readRequest(body)
            return planMinutes(config.root, minutes, write)
          })
          .then(plan => answer(200, plan), (error: Error) => answer(400, { error: error.message }))
      })
    },
  }
}
