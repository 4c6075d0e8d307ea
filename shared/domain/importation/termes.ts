import { plier, similarite } from '../../text'
import type { ListeVocabulaire, Vocabulaire } from '../vocabulaire/vocabulaire'
import type { Lecteur } from './lecteur'

/** Looks for what a cell names among the académie's own terms. */
export interface Index {
  trouver: (liste: ListeVocabulaire, texte: string) => Vocabulaire | undefined
  /** The term that looks most like it, to be proposed; undefined when nothing does. */
  proche: (liste: ListeVocabulaire, texte: string) => Vocabulaire | undefined
}

/** « coordonnateur·trice », « formateur/trice », « chargé(e) » → the masculine, which every list has. */
const sansDoublet = (texte: string): string =>
  texte.replace(/(?<=\p{L})[·./(‧]-?(?:trice|euse|ière|ne|e)(?:·?s)?\)?(?!\p{L})/gu, '')

const ecritures = ({ code, libelle, libelleFeminin, abrege, synonymes }: Vocabulaire): string[] =>
  [code, libelle, libelleFeminin, abrege, ...synonymes.split(';')]
    .map((mot) => plier(mot ?? ''))
    .filter((mot) => mot !== '')

/** Labels, feminine, short forms, codes and synonyms; active terms before retired ones. */
export function indexerTermes(vocabulaires: readonly Vocabulaire[]): Index {
  const parListe = new Map<ListeVocabulaire, Map<string, Vocabulaire>>()
  const ordonnes = [...vocabulaires].sort((a, b) => b.actif - a.actif || a.ordre - b.ordre)
  for (const terme of ordonnes) {
    const index = parListe.get(terme.liste) ?? new Map<string, Vocabulaire>()
    for (const mot of ecritures(terme)) if (!index.has(mot)) index.set(mot, terme)
    parListe.set(terme.liste, index)
  }
  const motsDe = (liste: ListeVocabulaire): Map<string, Vocabulaire> =>
    parListe.get(liste) ?? new Map<string, Vocabulaire>()
  return {
    trouver: (liste, texte) => motsDe(liste).get(plier(texte)) ?? motsDe(liste).get(plier(sansDoublet(texte))),
    proche: (liste, texte) => {
      const notes = [...motsDe(liste)].map(([mot, terme]) => ({ terme, note: similarite(mot, texte) }))
      const meilleur = notes.sort((a, b) => b.note - a.note)[0]
      return meilleur !== undefined && meilleur.note >= 0.55 ? meilleur.terme : undefined
    },
  }
}

/** Short label of a term, with a capital: what the preview shows. */
export function libelleCourt({ abrege, libelle }: Pick<Vocabulaire, 'abrege' | 'libelle'>): string {
  const court = abrege ?? libelle
  return court.charAt(0).toLocaleUpperCase('fr') + court.slice(1)
}

/** The short label of a term by its identifier, a dash for none. */
export function nommerTerme(vocabulaires: readonly Vocabulaire[], id: string | null): string {
  const terme = vocabulaires.find((candidat) => candidat.id === id)
  return terme === undefined ? '—' : libelleCourt(terme)
}

/** Reads a cell as a term of a list; an unknown one is reported with the nearest. Null when empty or unknown. */
export function lireTerme(
  lecteur: Lecteur,
  index: Index,
  champ: string,
  { liste, nom, gravite }: { liste: ListeVocabulaire; nom: string; gravite: 'bloquant' | 'alerte' },
): Vocabulaire | null {
  const texte = lecteur.texte(champ)
  if (texte === '') return null
  const terme = index.trouver(liste, texte)
  if (terme !== undefined) {
    lecteur.comprendre(champ, libelleCourt(terme))
    return terme
  }
  const proche = index.proche(liste, texte)
  lecteur.signaler(champ, {
    regle: `agents.${champ}`,
    gravite,
    message:
      `« ${texte} » n’est pas dans la liste des ${nom} de l’académie.` +
      (proche
        ? ` Le plus proche est « ${proche.libelle} ».`
        : ' Ajoutez-le dans les paramètres ou corrigez la cellule.'),
    correction: proche?.libelle,
  })
  return null
}
