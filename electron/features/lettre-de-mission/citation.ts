import type { TermeCite, VisaCite } from '../../../shared/domain/lettre-de-mission/dossier'
import type { LettreVisa } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { etatVisa, remplacantDe } from '../../../shared/domain/vocabulaire/visa'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'

/** A term of the lists as a letter cites it. */
export const cite = ({ code, libelle, libelleFeminin, abrege }: Vocabulaire): TermeCite => ({
  code,
  libelle,
  libelleFeminin,
  abrege,
})

/** A text of reference as a letter that takes effect on `jour` cites it. */
export function citerVisa(ligne: LettreVisa, termes: readonly Vocabulaire[], jour: string): VisaCite {
  const visa = termes.find(({ id }) => id === ligne.visaId)
  if (visa === undefined) throw new Error(`letter citing ${ligne.visaId}, which is not in the register`)
  const etat = etatVisa(visa, jour)
  const suivant = etat === 'enVigueur' ? null : remplacantDe(visa, termes, jour)
  return {
    ...cite(visa),
    ...ligne,
    actif: visa.actif,
    etat,
    finLe: visa.finLe,
    remplacant: suivant && { id: suivant.id, libelle: suivant.libelle, abrege: suivant.abrege },
  }
}
