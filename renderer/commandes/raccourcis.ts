import { afficherTouches, commande, menus, nomsCommandes, type MenuNatif } from '../../shared/commandes'

interface Raccourci {
  libelle: string
  touches: string
}

/** Keys that belong to a component rather than to a command: what a list, a form or a dialog does with the keyboard. */
const desComposants: readonly { titre: string; raccourcis: readonly Raccourci[] }[] = [
  {
    titre: 'Dans une liste',
    raccourcis: [
      { libelle: 'Aller d’une cellule à l’autre', touches: '← ↑ → ↓' },
      { libelle: 'Début ou fin de la ligne', touches: 'Début, Fin' },
      { libelle: 'Première ou dernière ligne', touches: 'Ctrl + Début, Ctrl + Fin' },
      { libelle: 'Ouvrir la fiche de la ligne', touches: 'Entrée' },
      { libelle: 'Sélectionner la ligne', touches: 'Espace' },
    ],
  },
  {
    titre: 'Dans une fiche ou une fenêtre',
    raccourcis: [
      { libelle: 'Champ suivant, champ précédent : ce qui est tapé s’enregistre', touches: 'Tab, Maj + Tab' },
      { libelle: 'Changer d’onglet', touches: '← →' },
      { libelle: 'Fermer la fenêtre, ou rendre au champ ce qu’il était', touches: 'Échap' },
    ],
  },
]

/** Every key of the application by subject: what the list of shortcuts and the help show. */
export function listeDesRaccourcis(): { titre: string; raccourcis: readonly Raccourci[] }[] {
  const parMenu = (Object.keys(menus) as MenuNatif[]).map((menu) => ({
    titre: menus[menu],
    raccourcis: nomsCommandes
      .map((nom) => commande(nom))
      .flatMap(({ menu: sien, libelle, touches }) =>
        sien === menu && touches !== undefined ? [{ libelle, touches: afficherTouches(touches) }] : [],
      ),
  }))
  return [...parMenu.filter(({ raccourcis }) => raccourcis.length > 0), ...desComposants]
}
