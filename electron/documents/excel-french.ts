import { typographier } from '../../shared/typographie'
import type { BlocDeTexte, ClasseurDecrit, FeuilleDecrite, PageDeChiffres, PageDeTexte } from './excel-description'

/**
 * French spaces in every text that a feature wrote: titles, headers, notes, definitions. Sheet names (links depend on
 * them) and rows (they come from the register, as typed) are left alone.
 */
export const typographierClasseur = (classeur: ClasseurDecrit): ClasseurDecrit => ({
  ...classeur,
  titre: typographier(classeur.titre),
  feuilles: classeur.feuilles.map((feuille) => {
    if (feuille.genre === 'chiffres') return pageDeChiffres(feuille)
    return feuille.genre === 'texte' ? pageDeTexte(feuille) : tableau(feuille)
  }),
})

/** The texts named, typographed; an absent one stays absent. */
function textes<T extends object>(objet: T, cles: readonly (keyof T)[]): T {
  const changes = cles.flatMap((cle) =>
    typeof objet[cle] === 'string' ? [[cle, typographier(objet[cle])] as const] : [],
  )
  return { ...objet, ...Object.fromEntries(changes) }
}

const tableau = (feuille: FeuilleDecrite): FeuilleDecrite => ({
  ...textes(feuille, ['titre', 'sousTitre', 'note']),
  colonnes: feuille.colonnes.map((colonne) => textes(colonne, ['titre', 'aide'])),
})

const pageDeChiffres = (page: PageDeChiffres): PageDeChiffres => ({
  ...textes(page, ['titre', 'sousTitre', 'note']),
  rubriques: page.rubriques.map(({ titre, chiffres }) => ({
    titre: typographier(titre),
    chiffres: chiffres.map((chiffre) => textes(chiffre, ['libelle', 'unite', 'definition'])),
  })),
})

const pageDeTexte = (page: PageDeTexte): PageDeTexte => ({
  ...textes(page, ['titre', 'sousTitre']),
  blocs: page.blocs.map((bloc): BlocDeTexte =>
    bloc.genre === 'definition' ? textes(bloc, ['terme', 'texte']) : textes(bloc, ['texte']),
  ),
})
