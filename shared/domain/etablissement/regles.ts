import type { Constat } from '../../constat'
import { formatJour } from '../../dates'
import { compte } from '../../nombres'
import { enumerer } from '../../text'
import { typographier } from '../../typographie'
import { departementDeUai } from '../../uai'
import { nomDepartement } from '../../departements'
import type { Etablissement } from './etablissement'

/** What stands on an établissement: it is closed rather than deleted. Counts of records. */
export interface UsagesEtablissement {
  /** Memberships of a network, ended ones included, and networks it is the head of. */
  reseaux: number
  /** Letters that name it, as résidence or as place of intervention. */
  lettres: number
  /** Services whose résidence it is. */
  affectations: number
}

/** « 2 réseaux et 1 lettre de mission », or '' when nothing stands on it. */
export function direUsages({ reseaux, lettres, affectations }: UsagesEtablissement): string {
  return enumerer([
    ...(reseaux > 0 ? [compte(reseaux, 'réseau', 'réseaux')] : []),
    ...(lettres > 0 ? [compte(lettres, 'lettre de mission', 'lettres de mission')] : []),
    ...(affectations > 0 ? [compte(affectations, 'affectation d’agent', 'affectations d’agents')] : []),
  ])
}

/** Why an établissement cannot be deleted; undefined when it can. */
export function refusDeSupprimer(nom: string, usages: UsagesEtablissement): string | undefined {
  const dits = direUsages(usages)
  if (dits === '') return undefined
  return typographier(
    `« ${nom} » est utilisé par ${dits} : il ne peut pas être supprimé. Vous pouvez le marquer comme fermé ; il ne sera plus proposé.`,
  )
}

/** What deserves a look in an établissement’s record; `reseauxEnCours` counts its memberships of the day. */
export function controlerEtablissement(
  etablissement: Pick<Etablissement, 'uai' | 'departement' | 'etat' | 'fermeLe'>,
  reseauxEnCours: number,
): Constat[] {
  const constats: Constat[] = []
  const { uai, departement, etat, fermeLe } = etablissement
  if (/^\d{7}/.test(uai) && departementDeUai(uai) !== departement) {
    constats.push({
      regle: 'etablissement.departement',
      gravite: 'alerte',
      champ: 'departement',
      message: `Le code UAI commence comme ceux du département ${nomDepartement(departementDeUai(uai))}.`,
    })
  }
  if (etat === 'ferme' && reseauxEnCours > 0) {
    const depuis = fermeLe === null ? '' : ` depuis le ${formatJour(fermeLe)}`
    constats.push({
      regle: 'etablissement.fermeMembre',
      gravite: 'alerte',
      message: `Cet établissement est fermé${depuis} mais il est encore membre de ${compte(reseauxEnCours, 'réseau', 'réseaux')}.`,
    })
  }
  return constats
}
