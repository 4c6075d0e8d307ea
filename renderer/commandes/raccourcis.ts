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
      { libelle: 'Filtrer la liste', touches: 'Ctrl + F' },
      { libelle: 'Aller d’une cellule à l’autre', touches: '← ↑ → ↓' },
      { libelle: 'Début ou fin de la ligne', touches: 'Début, Fin' },
      { libelle: 'Première ou dernière cellule', touches: 'Ctrl + Début, Ctrl + Fin' },
      { libelle: 'Aller au bord de la liste', touches: 'Ctrl + ← ↑ → ↓' },
      { libelle: 'Un écran plus haut, plus bas', touches: 'Page ↑, Page ↓' },
      { libelle: 'Ouvrir la fiche de la ligne', touches: 'Ctrl + Entrée' },
      { libelle: 'Menu de la cellule', touches: 'Maj + F10' },
      { libelle: 'Sélectionner la ligne', touches: 'Espace' },
      { libelle: 'Sélectionner jusqu’à cette ligne', touches: 'Maj + Espace' },
      { libelle: 'Étendre le bloc de cellules', touches: 'Maj + ← ↑ → ↓' },
      { libelle: 'Tout sélectionner', touches: 'Ctrl + A' },
      { libelle: 'Ne plus rien sélectionner', touches: 'Échap' },
    ],
  },
  {
    titre: 'Écrire dans une liste',
    raccourcis: [
      { libelle: 'Écrire dans la cellule, ou ouvrir la fiche depuis le nom', touches: 'Entrée' },
      { libelle: 'Écrire à la suite de ce qu’elle contient', touches: 'F2' },
      { libelle: 'Enregistrer, et aller dessous ou à côté', touches: 'Entrée, Tab' },
      { libelle: 'Rendre sa valeur à la cellule', touches: 'Échap' },
      { libelle: 'Vider les cellules', touches: 'Suppr' },
      { libelle: 'Copier, coller un bloc', touches: 'Ctrl + C, Ctrl + V' },
      { libelle: 'Recopier vers le bas', touches: 'Ctrl + D' },
    ],
  },
  {
    titre: 'Sur le titre d’une colonne',
    raccourcis: [
      { libelle: 'Trier, puis à l’envers, puis comme la liste', touches: 'Entrée' },
      { libelle: 'Trier aussi par cette colonne', touches: 'Maj + Entrée' },
      { libelle: 'Menu de la colonne', touches: 'Alt + ↓' },
      { libelle: 'Déplacer la colonne', touches: 'Alt + ←, Alt + →' },
      { libelle: 'Élargir, rétrécir la colonne', touches: 'Alt + Maj + →, Alt + Maj + ←' },
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
