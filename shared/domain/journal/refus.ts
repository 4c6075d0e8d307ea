import { champsCalcules, libelleChamp } from './champs'

/** Why a record cannot be put back as it was. */
export interface CauseDeRefus {
  table: string
  libelle: string
  raison: 'modifiee' | 'citee' | 'orpheline' | 'doublon'
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
  if (raison === 'modifiee') return `« ${libelle} » a changé depuis${detail}`
  if (raison === 'citee') return `« ${libelle} » sert à « ${autre ?? 'une autre fiche'} »`
  if (raison === 'orpheline')
    return `« ${libelle} » dépend de « ${autre ?? 'une fiche'} », qui n’est plus dans le registre`
  return `« ${autre ?? 'une autre fiche'} » a pris depuis la même valeur${detail} que « ${libelle} »`
}
