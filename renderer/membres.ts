import type { SuiteDesMembres } from '../shared/domain/reseau/reseau.contract'
import { compte } from '../shared/nombres'
import { notify } from './ui/notice'

/** Sentences shown of those refused; the rest is counted. */
const refusMontres = 3

/** Says what came of several memberships: « 3 établissements rattachés… », then why some were left. */
export function direSuite({ faits, refus }: SuiteDesMembres, fait: { un: string; plusieurs: string }): void {
  if (faits > 0) notify.done(`${compte(faits, `établissement ${fait.un}`, `établissements ${fait.plusieurs}`)}.`)
  if (refus.length === 0) return
  const autres = refus.length - refusMontres
  const suite = autres > 0 ? [`Et ${compte(autres, 'autre')}.`] : []
  notify.info([...refus.slice(0, refusMontres).map(({ message }) => message), ...suite].join(' '))
}
