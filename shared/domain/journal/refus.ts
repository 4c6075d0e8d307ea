import { citer } from '../../typographie'
import { champsCalcules, libelleChamp } from './champs'

/**
 * - modifiee: later changes took the same columns
 * - citee: other records designate it
 * - orpheline: it designates a record that is no more
 * - doublon: another record took a value that must be unique
 * - figee: the letter was signed since
 * - rattachee: the record that it belongs to stays
 */
export type RaisonDeRefus = 'modifiee' | 'citee' | 'orpheline' | 'doublon' | 'figee' | 'rattachee'

/** Why a record cannot be put back as it was. */
export interface CauseDeRefus {
  table: string
  libelle: string
  raison: RaisonDeRefus
  champs: readonly string[]
  /** Name of the other record in question, when there is one. */
  autre: string | null
}

/** « l’agent … a été modifié depuis (téléphone) »: one sentence without its full stop. */
export function phraseDeRefus({ table, libelle, raison, champs, autre }: CauseDeRefus): string {
  const noms = champs
    .filter((champ) => !champsCalcules.has(champ))
    .map((champ) => (libelleChamp(table, champ) ?? champ).toLocaleLowerCase('fr'))
  const detail = noms.length === 0 ? '' : ` (${noms.slice(0, 3).join(', ')}${noms.length > 3 ? '…' : ''})`
  if (raison === 'modifiee') return `${citer(libelle)} a changé depuis${detail}`
  if (raison === 'citee') return `${citer(libelle)} sert à ${citer(autre ?? 'une autre fiche')}`
  if (raison === 'figee') return `${citer(libelle)} : la lettre est signée depuis, son texte ne change plus`
  if (raison === 'rattachee') return `${citer(libelle)} reste avec ${citer(autre ?? 'sa fiche')}`
  if (raison === 'orpheline')
    return `${citer(libelle)} dépend de ${citer(autre ?? 'une fiche')}, qui n’est plus dans le registre`
  return `${citer(autre ?? 'une autre fiche')} a pris depuis la même valeur${detail} que ${citer(libelle)}`
}
