import type { Fenetre } from './fenetre'

export interface EcranMontre {
  nom: string
  /** What a test says of it. */
  titre: string
  adresse: string
  /** The record of the first row of that list, rather than the list. */
  fiche?: true
  /** The tab to open on it. */
  onglet?: string
}

/** Every screen of the window, as the tests of all of them and the captures go through them. */
export const ecrans: readonly EcranMontre[] = [
  { nom: 'aujourdhui', titre: 'aujourd’hui', adresse: '#/aujourdhui' },
  { nom: 'calendrier', titre: 'le calendrier', adresse: '#/aujourdhui/calendrier' },
  { nom: 'doublons', titre: 'les doublons', adresse: '#/doublons' },
  { nom: 'agents', titre: 'les agents', adresse: '#/agents' },
  { nom: 'agent', titre: 'un agent', adresse: '#/agents', fiche: true },
  { nom: 'etablissements', titre: 'les établissements', adresse: '#/etablissements' },
  { nom: 'etablissement', titre: 'un établissement', adresse: '#/etablissements', fiche: true },
  { nom: 'reseaux', titre: 'les réseaux', adresse: '#/reseaux' },
  { nom: 'reseau', titre: 'un réseau', adresse: '#/reseaux', fiche: true },
  { nom: 'couverture', titre: 'la couverture', adresse: '#/reseaux/couverture' },
  { nom: 'lettres', titre: 'les lettres', adresse: '#/lettres' },
  { nom: 'campagne', titre: 'la campagne', adresse: '#/lettres/campagne' },
  { nom: 'suivi-lettres', titre: 'le suivi des lettres', adresse: '#/lettres/suivi' },
  { nom: 'service', titre: 'le service', adresse: '#/lettres/service' },
  { nom: 'lettre', titre: 'une lettre', adresse: '#/lettres', fiche: true },
  { nom: 'fse', titre: 'les opérations FSE', adresse: '#/fse' },
  { nom: 'operation-fse', titre: 'une opération FSE', adresse: '#/fse', fiche: true },
  { nom: 'bilan', titre: 'le bilan', adresse: '#/bilan' },
  { nom: 'import-classeur', titre: 'l’import d’un classeur', adresse: '#/import' },
  { nom: 'import-annuaire', titre: 'l’import de l’annuaire', adresse: '#/etablissements/importer' },
  { nom: 'parametres', titre: 'les paramètres', adresse: '#/parametres' },
  { nom: 'modeles', titre: 'les modèles de lettres', adresse: '#/parametres?onglet=modeles' },
  { nom: 'modele', titre: 'un modèle de lettre', adresse: '#/parametres/modeles/coordonnateur' },
  { nom: 'journal', titre: 'le journal', adresse: '#/parametres/journal' },
  { nom: 'corbeille', titre: 'la corbeille', adresse: '#/parametres/journal?onglet=corbeille' },
  {
    nom: 'historique',
    titre: 'l’historique d’une fiche',
    adresse: '#/etablissements',
    fiche: true,
    onglet: 'Historique',
  },
  { nom: 'modeles-word', titre: 'les modèles Word', adresse: '#/parametres?onglet=modelesWord' },
  { nom: 'courriels', titre: 'les textes des courriels', adresse: '#/parametres?onglet=courriels' },
  { nom: 'preferences', titre: 'les préférences', adresse: '#/parametres?onglet=preferences' },
]

/** Shows a screen of `ecrans`, and waits until it is all there. */
export async function montrerEcran({ page }: Fenetre, { adresse, fiche, onglet }: EcranMontre): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, adresse)
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (fiche) {
    const titre = await page.getByRole('heading', { level: 1 }).innerText()
    await page.locator('[role=grid] [role=row][aria-rowindex="2"] [data-open]').click()
    await page.waitForFunction((liste) => {
      const lu = document.querySelector<HTMLElement>('h1')?.innerText
      return lu !== undefined && lu !== liste
    }, titre)
  }
  if (onglet !== undefined) await page.getByRole('tab', { name: onglet }).click()
  // What lies under the pointer would be shown, or said in a bubble, as when one comes to it.
  await page.mouse.move(0, 0)
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.waitForTimeout(250)
}
