import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Plugin } from 'vite'
import { UserError } from '../../cli/run.ts'
import { isFromHere } from '../place-plugin.ts'
import { MINUTES_ADDRESS } from './address.ts'
import { planMinutes } from './minutes.ts'

/** What a window asks for. */
export interface MinutesRequest {
  minutes: Record<string, number>
  /** Whether to write the files; without it, the answer says what would change. */
  write: boolean
}

/** Longest time of a slide, in minutes. */
const MOST = 240

function readRequest(body: string): MinutesRequest {
  const { minutes, write } = JSON.parse(body) as Partial<MinutesRequest>
  if (typeof minutes !== 'object' || !Object.values(minutes).every(value => value > 0 && value <= MOST))
    throw new UserError(`expected minutes above 0 and up to ${MOST} by the names of slides`)
  return { minutes, write: write === true }
}

/** A page of another site cannot send this type without being asked first, which it is not. */
const isOurs = (request: IncomingMessage): boolean =>
  request.method === 'POST' && request.headers['content-type'] === 'application/json' && isFromHere(request)

/** Writes new `minutes` into the deck’s source, for a window on this machine that asks for it. */
export function minutesPlugin(): Plugin {
  return {
    name: 'lectern:minutes',
    apply: 'serve',
    configureServer({ config, middlewares }) {
      middlewares.use(`${config.base}${MINUTES_ADDRESS}`, (request, response, next) => {
        if (!isOurs(request))
          return next()
        const answer = (status: number, data: object): void => {
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(data))
        }
        void text(request)
          .then((body) => {
            const { minutes, write } = readRequest(body)
            return planMinutes(config.root, minutes, write)
          })
          .then(changes => answer(200, changes), (error: Error) => answer(400, { error: error.message }))
      })
    },
  }
}
