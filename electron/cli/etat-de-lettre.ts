import { libellesEtatLettre } from '../../shared/domain/lettre-de-mission/etats'
import { etatsLettre, type EtatLettre } from '../../shared/domain/lettre-de-mission/lettre-de-mission'
import { plier } from '../../shared/text'
import { UsageError } from './command'

/** What the words of `--etat` mean: « signée », « À la signature », `aLaSignature`. */
export function etatNomme(mot: string | null): EtatLettre | null {
  if (mot === null) return null
  const cle = plier(mot).replaceAll(/[^a-z]/g, '')
  const etat = etatsLettre.find((etat) =>
    [etat, libellesEtatLettre[etat]].some((nom) => plier(nom).replaceAll(/[^a-z]/g, '') === cle),
  )
  if (etat !== undefined) return etat
  const connus = etatsLettre.map((etat) => libellesEtatLettre[etat].toLocaleLowerCase('fr')).join(', ')
  throw new UsageError(`« ${mot} » n’est pas un état de lettre. États connus : ${connus}.`)
}
