export interface EtapeDeVisite {
  titre: string
  texte: string
  /** The screen on which it is told; the present one by default. */
  adresse?: string
  /** What it speaks of; nothing: it speaks of the whole. */
  cible?: string
}

/** Two minutes: about fifteen seconds a step. Each one points at something that is really there. */
export const etapes: readonly EtapeDeVisite[] = [
  {
    titre: 'Bienvenue',
    texte:
      'Ce registre est un exemple : une académie fictive. Essayez tout, rien ne peut être abîmé. Vous pouvez quitter cette visite à tout moment, et la reprendre depuis l’aide.',
    adresse: '#/agents',
  },
  {
    titre: 'Les écrans',
    texte:
      'Chaque écran a son nombre de fiches. Ctrl + B replie cette colonne, et Alt + 1 à Alt + 9 mènent aux écrans.',
    cible: 'nav[aria-label="Écrans"]',
  },
  {
    titre: 'L’année scolaire',
    texte: 'Choisie une fois ici, elle vaut pour tous les écrans. Les années passées restent consultables.',
    cible: '[data-visite="annee"]',
  },
  {
    titre: 'La recherche',
    texte:
      'Ctrl + K trouve une fiche, un écran ou une action, même mal tapés. Essayez plus tard : commune:, réseau:, rôle:.',
    cible: '[data-visite="recherche"]',
  },
  {
    titre: 'Une liste',
    texte:
      'Elle se parcourt comme un tableur, avec les flèches. Entrée ouvre la fiche. Ce que vous tapez dans une fiche est écrit dès que vous quittez le champ.',
    adresse: '#/agents',
    cible: '#contenu [role="grid"]',
  },
  {
    titre: 'Les lettres de mission',
    texte: 'Une par personne et par an, reprises de ce que le registre sait déjà, suivies du brouillon à la signature.',
    adresse: '#/lettres',
    cible: '#contenu [role="grid"]',
  },
  {
    titre: 'Le bilan',
    texte: 'Il se calcule tout seul. Chaque chiffre est une porte : un clic montre ce qu’il compte.',
    adresse: '#/bilan',
    cible: '#contenu h1',
  },
  {
    titre: 'L’aide',
    texte: 'F1 ouvre l’aide de l’écran où vous êtes. Vous y retrouverez cette visite. Bonne découverte !',
    cible: '[data-visite="aide"]',
  },
]
