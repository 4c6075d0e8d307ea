import { estBloque } from '../../../shared/constat'
import { aUnChampVide, estACorriger } from '../../../shared/domain/lettre-de-mission/a-corriger'
import { etatsSuivants } from '../../../shared/domain/lettre-de-mission/cycle'
import { attendSignature } from '../../../shared/domain/lettre-de-mission/etats'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { LettresChoisies } from '../../../shared/domain/lettre-de-mission/vie.contract'

/** From these a letter is sent to signature. */
const aEnvoyer = (etat: EtatLettre): boolean => etatsSuivants[etat].includes('aLaSignature')

/** What may be done with the letters chosen, and what they lack. */
export function resumerChoisies(lettres: readonly LettreListee[]): LettresChoisies {
  const parEtat: LettresChoisies['parEtat'] = {}
  for (const { etat } of lettres) parEtat[etat] = (parEtat[etat] ?? 0) + 1
  const attendus = new Map(lettres.flatMap(({ attendu }) => (attendu ? [[attendu.code, attendu] as const] : [])))
  const brouillons = lettres.filter(({ etat }) => aEnvoyer(etat))
  const prets = brouillons.filter(({ constats }) => !estBloque(constats))
  const sansDate = ({ etablieLe }: LettreListee): boolean => etablieLe === null
  return {
    ids: lettres.map(({ id }) => id),
    parEtat,
    attendus: [...attendus.values()],
    aCorriger: lettres.filter(({ constats }) => estACorriger(constats)).length,
    aEnvoyer: {
      bloquees: brouillons.length - prets.length,
      sansDate: prets.filter(sansDate).length,
      champVide: prets.filter(({ constats }) => aUnChampVide(constats)).length,
    },
    aDater: lettres.filter((lettre) => attendSignature(lettre.etat) && sansDate(lettre)).length,
  }
}
