import type { DecisionId } from '../../data/deck'
import { outcomeOf, readAnswers, writeAnswers, type Answers } from './decisionState'

/**
 * Lets the six questions be answered, by the form and by the address, which always say the same: a link keeps the
 * answers, and so does a page that is loaded anew, without network too.
 */
export function start(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-questions]')!
  const questions = [...form.querySelectorAll<HTMLElement>('[data-question]')]
  const ids = questions.map(({ dataset }) => dataset.question as DecisionId)
  const outcomes = [...form.querySelectorAll<HTMLElement>('[data-outcome]')]
  const watches = [...form.querySelectorAll<HTMLElement>('[data-watch]')]
  const watchList = form.querySelector<HTMLElement>('[data-watches]')!
  const clear = form.querySelector<HTMLElement>('[data-clear]')!

  function show(answers: Answers): void {
    form.classList.remove('waiting')
    for (const question of questions) {
      const choice = answers[question.dataset.question as DecisionId]
      question.dataset.choice = choice ?? ''
      for (const input of question.querySelectorAll('input'))
        input.checked = input.value === choice
      for (const reason of question.querySelectorAll<HTMLElement>('[data-reason]'))
        reason.hidden = choice !== 'between' && choice !== reason.dataset.reason
    }
    const outcome = outcomeOf(answers)
    for (const element of outcomes)
      element.hidden = element.dataset.outcome !== outcome
    // What speaks for Rust already needs no watching.
    for (const element of watches) {
      const choice = answers[element.dataset.watch as DecisionId]
      element.hidden = choice === undefined || choice === 'rust'
    }
    watchList.hidden = watches.every(({ hidden }) => hidden)
    clear.hidden = Object.keys(answers).length === 0
  }

  function write(answers: Answers): void {
    const search = writeAnswers(location.search, answers, ids)
    if (search !== location.search)
      history.replaceState(history.state, '', Object.assign(new URL(location.href), { search }))
    show(answers)
  }

  form.addEventListener('change', () => write(Object.fromEntries(new FormData(form)) as Answers))
  form.addEventListener('submit', event => event.preventDefault())
  clear.addEventListener('click', () => {
    write({})
    form.querySelector('input')?.focus()
  })
  addEventListener('popstate', () => show(readAnswers(location.search, ids)))
  write(readAnswers(location.search, ids))
}
