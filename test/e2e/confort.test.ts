import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirDemonstration } from '../helpers/demonstration'
import { montrerEcran } from '../helpers/ecrans'
import type { Fenetre } from '../helpers/fenetre'
import { animationsDesFeuilles, noterLesMouvements } from '../helpers/mouvements'

/** The window as each person sets it: with or without motion, at 200 %, its navigation folded. */
describe('le confort de la fenêtre', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirDemonstration({ taille: { width: 1366, height: 768 } })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const touche = (key: string): Promise<void> => fenetre.page.keyboard.press(key)
  const bouton = (nom: string | RegExp): Locator => fenetre.page.getByRole('button', { name: nom })
  const nomDuFocus = (): Promise<string> =>
    fenetre.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      return element?.getAttribute('aria-label') ?? element?.innerText.trim() ?? ''
    })
  const aller = (adresse: string): Promise<void> => montrerEcran(fenetre, { nom: '', titre: '', adresse })
  const focaliser = async (element: Locator): Promise<void> => {
    await element.focus()
    await expect.poll(() => element.evaluate((each) => each === document.activeElement)).toBe(true)
  }
  /** Opens by the keyboard, closes with Escape, and the focus is back on what opened it. */
  async function ouvrirEtFermer(ouvre: Locator, cle: string, ouvert: Locator): Promise<void> {
    await focaliser(ouvre)
    await touche(cle)
    await ouvert.waitFor()
    await touche('Escape')
    await expect.poll(() => ouvert.count()).toBe(0)
    await expect.poll(() => ouvre.evaluate((each) => each === document.activeElement)).toBe(true)
  }

  /** All that opens, closes, comes and goes: the same way through the window, whatever moves in it. */
  async function parcourir(): Promise<void> {
    const { page } = fenetre
    const menu = page.getByRole('menu')
    const dialogue = page.getByRole('dialog')
    await aller('#/agents')
    await ouvrirEtFermer(bouton('Exporter'), 'Enter', menu)
    await ouvrirEtFermer(bouton('Nouvel agent').first(), 'Enter', dialogue)
    await ouvrirEtFermer(bouton('Filtrer…'), 'Enter', dialogue)
    await ouvrirEtFermer(bouton(/^Registre vu à la date/), 'Enter', dialogue)
    const cellule = page.locator('[role=gridcell][data-row="1"][data-col="3"]')
    await cellule.click()
    await page.getByRole('complementary').waitFor()
    await ouvrirEtFermer(cellule, 'Shift+F10', menu)
    await ouvrirEtFermer(page.getByRole('columnheader', { name: 'Rôle' }), 'Alt+ArrowDown', dialogue)
    await bouton('Fermer le volet').click()
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)

    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/agents', fiche: true })
    for (const onglet of ['Affectations', 'Historique', 'Fiche']) {
      await page.getByRole('tab', { name: onglet }).click()
      await page.getByRole('tabpanel', { name: onglet }).waitFor()
    }
    const civilite = page.getByRole('combobox', { name: 'Civilité' })
    await ouvrirEtFermer(civilite, 'ArrowDown', page.getByRole('option', { name: 'Madame' }))
    await ouvrirEtFermer(bouton(/calendrier/).first(), 'Enter', dialogue)
    await ouvrirEtFermer(bouton('Supprimer…'), 'Enter', dialogue)
    const telephone = page.getByRole('textbox', { name: 'Téléphone professionnel' })
    const avant = await telephone.inputValue()
    await telephone.fill('02 99 00 00 42')
    await telephone.press('Tab')
    await page
      .getByText(/^Enregistré à/)
      .first()
      .waitFor()
    await bouton(/^Annuler : Modification/).click()
    await expect.poll(() => telephone.inputValue()).toBe(avant)
    const avis = page.locator('.notices').getByText(/^Annulé/)
    await avis.waitFor()
    await page.locator('.notices').getByRole('button', { name: 'Fermer' }).click()
    await expect.poll(() => avis.count()).toBe(0)
    await bouton('Aide de cet écran').hover()
    await page.getByRole('tooltip').waitFor()

    await focaliser(bouton('Supprimer…'))
    await touche('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('re')
    await page.getByRole('listbox', { name: 'Résultats' }).getByRole('option').first().waitFor()
    await touche('Escape')
    await expect.poll(() => dialogue.count()).toBe(0)
    await expect.poll(nomDuFocus).toBe('Supprimer…')
    await touche('?')
    await dialogue.waitFor()
    await touche('Escape')
    await expect.poll(() => dialogue.count()).toBe(0)
    const aide = page.getByRole('complementary', { name: 'Aide' })
    await touche('F1')
    await aide.getByRole('heading', { level: 2, name: 'La fiche d’un agent' }).waitFor()
    await touche('Escape')
    await expect.poll(() => aide.count()).toBe(0)
    await touche('Control+b')
    await bouton('Déplier la navigation').waitFor()
    await touche('Control+b')
    await bouton('Replier').waitFor()

    await aller('#/aujourdhui')
    await page.locator('#contenu summary').first().click()
    await page.locator('#contenu details[open]').waitFor()
    await page.locator('#contenu summary').first().click()
    await expect.poll(() => page.locator('#contenu details[open]').count()).toBe(0)
  }

  async function visiter(): Promise<void> {
    const { page } = fenetre
    await page.evaluate(() => localStorage.removeItem('registre.visite'))
    await touche('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).fill('visite')
    await page.getByRole('option', { name: /Visite de deux minutes/ }).click()
    for (const titre of ['Bienvenue', 'Les écrans', 'L’année scolaire']) {
      await page.getByRole('dialog', { name: titre }).waitFor()
      await bouton('Suivant').click()
    }
    await touche('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  }

  it('ne bouge pas quand le système demande moins de mouvements', async () => {
    const { page } = fenetre
    const mouvements = await noterLesMouvements(page)
    await parcourir()
    await visiter()
    expect(await mouvements()).toEqual([])
    const animations = await animationsDesFeuilles(page)
    expect(animations.length).toBeGreaterThan(4)
    expect(animations.filter((une) => une.endsWith('bouge'))).toEqual([])
  })

  it('fait de même quand les mouvements sont permis', async () => {
    const { page } = fenetre
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    const mouvements = await noterLesMouvements(page)
    await parcourir()
    await visiter()
    // What listens hears: the test above could fail.
    expect((await mouvements()).length).toBeGreaterThan(4)
    expect((await animationsDesFeuilles(page)).filter((une) => une.endsWith('bouge')).length).toBeGreaterThan(4)
    await page.emulateMedia({ reducedMotion: 'reduce' })
  })

  it('écrit une condition sur une ligne, et dit en entier le choix que son champ coupe', async () => {
    const { page } = fenetre
    await aller('#/agents')
    await bouton('Filtrer…').click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('button', { name: 'Ajouter une condition' }).click()
    const champs = ['Colonne', 'Condition sur Agent', 'Agent : valeur'].map((nom) =>
      dialogue.getByLabel(nom, { exact: true }).evaluate((each) => Math.round(each.getBoundingClientRect().top)),
    )
    expect(new Set(await Promise.all(champs)).size).toBe(1)
    await touche('Escape')
    await expect.poll(() => dialogue.count()).toBe(0)
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/parametres/modeles/coordonnateur' })
    const montree = page.getByRole('combobox', { name: 'Lettre montrée' })
    await montree.hover()
    await page.getByRole('tooltip', { name: await montree.inputValue() }).waitFor()
  })

  it('à 200 %, déplie la navigation sur le contenu le temps d’y choisir un écran', async () => {
    const { page, app } = fenetre
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
    await aller('#/agents')
    const entree = page.getByRole('navigation', { name: 'Écrans' }).getByRole('link', { name: 'Réseaux' })
    const largeur = () => entree.evaluate((each) => Math.round(each.getBoundingClientRect().width))
    await expect.poll(largeur).toBeLessThan(60)
    await bouton('Déplier la navigation').click()
    await expect.poll(largeur).toBeGreaterThan(150)
    await touche('Escape')
    await expect.poll(largeur).toBeLessThan(60)
    await bouton('Déplier la navigation').click()
    await entree.click()
    await page.getByRole('heading', { level: 1, name: /^Réseaux/ }).waitFor()
    await expect.poll(largeur).toBeLessThan(60)
  })

  it('à 200 %, laisse à une liste, seule ou sous la fiche qui la porte, presque toute la hauteur', async () => {
    const { page } = fenetre
    const part = (nom: string) =>
      page.getByRole('grid', { name: nom }).evaluate((grille) => {
        const vue = document.querySelector('#contenu')?.clientHeight ?? 0
        return grille.clientHeight / vue
      })
    await expect.poll(() => part('Réseaux')).toBeGreaterThan(0.7)
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await expect.poll(() => part('Membres du réseau')).toBeGreaterThan(0.7)
  })

  it('à 200 %, ne couvre d’un avis ni la fiche, ni le dialogue', async () => {
    const { page } = fenetre
    await montrerEcran(fenetre, { nom: '', titre: '', adresse: '#/agents', fiche: true })
    const telephone = page.getByRole('textbox', { name: 'Téléphone professionnel' })
    await telephone.fill('02 99 00 00 43')
    await telephone.press('Tab')
    await bouton(/^Annuler : Modification/).click()
    const avis = page.locator('.notices').getByText(/^Annulé/)
    await avis.waitFor()
    const haut = () => page.locator('.notices-row').evaluate((each) => each.getBoundingClientRect().top)
    const bas = (quoi: string) => page.locator(quoi).evaluate((each) => each.getBoundingClientRect().bottom)
    await expect.poll(async () => (await bas('#contenu')) <= (await haut())).toBe(true)
    await touche('Control+Shift+N')
    await page.getByRole('dialog').waitFor()
    await expect.poll(async () => (await bas('.mantine-Modal-content')) <= (await haut())).toBe(true)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nom', exact: true }).fill('Essai')
    await touche('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('et la page ne s’est plainte de rien', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
