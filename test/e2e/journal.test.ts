import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** What was changed, seen again and taken back, without the mouse. */
describe('le journal, de la fenêtre', () => {
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({
      dossier: await dossierDeDemonstration(),
      taille: { width: 1366, height: 768 },
    })
    fenetre.page.setDefaultTimeout(15_000)
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aller = (adresse: string) =>
    fenetre.page.evaluate((hash) => {
      location.hash = hash
    }, adresse)

  it('montre l’historique d’une valeur depuis le menu de sa cellule, au clavier', async () => {
    const { page } = fenetre
    await aller('#/etablissements')
    await page.getByRole('grid', { name: /^Établissements/ }).waitFor()
    const cellule = page.locator('[role=gridcell][data-row="0"][data-col="1"]')
    await cellule.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Historique de cette valeur' }).waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const dialogue = page.getByRole('dialog', { name: /historique/ })
    await dialogue.getByText('Création du registre de démonstration').waitFor()
    if (process.env['VOIR']) await page.screenshot({ path: '/tmp/journal/cellule.png' })
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\d{7}[A-Z]$/)
    expect(fenetre.plaintes).toEqual([])
  })

  const titre = () => fenetre.page.getByRole('heading', { level: 1 }).innerText()
  const annonce = (texte: RegExp) => fenetre.page.getByRole('alert').filter({ hasText: texte }).first()
  const voir = (nom: string) => fenetre.page.screenshot({ path: `/tmp/journal/${nom}.png` })

  it('annule une modification par Ctrl+Z depuis un autre écran, et retourne là où elle était', async () => {
    const { page } = fenetre
    await aller('#/agents')
    await page.getByRole('grid', { name: 'Agents' }).waitFor()
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    const champ = page.getByRole('textbox', { name: 'Téléphone' })
    const nom = await titre()
    const avant = await champ.inputValue()
    await champ.fill('06 11 22 33 44')
    // In the field that is being typed in, the undo is the field's.
    await page.keyboard.press('Control+z')
    await expect.poll(() => champ.inputValue()).not.toBe('06 11 22 33 44')
    await champ.fill('06 11 22 33 44')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Annuler : Modification de l’agent .* : téléphone/ }).waitFor()
    await aller('#/bilan')
    await page.getByRole('heading', { level: 1, name: /^Bilan/ }).waitFor()
    await page.keyboard.press('Control+z')
    await annonce(/Annulé : Modification de l’agent .* : téléphone/).waitFor()
    await expect.poll(titre).toBe(nom)
    await expect.poll(() => champ.inputValue()).toBe(avant)
    await page.locator('[data-shown] input[name="telephone"]').waitFor()
    await voir('annule')
    await page.keyboard.press('Control+y')
    await expect.poll(() => champ.inputValue()).toBe('06 11 22 33 44')
    await page.getByRole('button', { name: 'Rétablir : rien' }).waitFor()
  })

  it('montre l’historique de la fiche et y rétablit une valeur', async () => {
    const { page } = fenetre
    await page.getByRole('tab', { name: 'Historique' }).click()
    await page.getByText('06 11 22 33 44').first().waitFor()
    await voir('historique')
    await page.getByRole('button', { name: 'Rétablir cette valeur : Téléphone' }).last().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rétablir cette valeur' }).click()
    await annonce(/est rétabli/).waitFor()
  })

  it('liste les étapes, en montre une fiche par fiche, et l’annule', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: 'Journal' }).click()
    await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
    await page
      .getByRole('button', { name: /Restauration de l’agent/ })
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^\d+ h \d\d ?Modification/ })
      .first()
      .click()
    await page.getByRole('complementary').getByText('06 11 22 33 44').waitFor()
    await voir('etapes')
    await page
      .getByRole('button', { name: /^Annuler : Restauration/ })
      .last()
      .click()
    await annonce(/Annulé : Restauration/).waitFor()
  })

  it('fait revenir de la corbeille ce qui a été supprimé', async () => {
    const { page } = fenetre
    await aller('#/etablissements?filtre=sansReseau')
    await page.getByRole('grid', { name: 'Établissements' }).waitFor()
    await page.locator('[role=grid][aria-rowcount="4"]').waitFor()
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('button', { name: 'Supprimer…' }).click()
    const accord = page.getByRole('dialog', { name: /^Supprimer/ })
    await accord.getByText('Pendant 30 jours').waitFor()
    await accord.getByRole('button', { name: 'Supprimer la fiche' }).click()
    await annonce(/a été supprimé/).waitFor()
    await aller('#/parametres/journal?onglet=corbeille')
    await page.getByRole('checkbox').first().waitFor()
    await voir('corbeille')
    await page.getByRole('checkbox').first().click()
    await page.getByRole('button', { name: 'Faire revenir 1 fiche' }).click()
    await annonce(/^De retour : établissement/).waitFor()
    await page.getByText('La corbeille est vide').waitFor()
  })

  it('montre tout le registre tel qu’il était, sans rien laisser modifier', async () => {
    const { page } = fenetre
    await aller('#/agents')
    await page.getByRole('grid', { name: 'Agents' }).waitFor()
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    const champ = page.getByRole('textbox', { name: 'Téléphone' })
    const present = await champ.inputValue()
    await page.getByRole('button', { name: /^Registre vu à la date/ }).click()
    await voir('choix-du-jour')
    await page.getByRole('button', { name: 'Hier' }).click()
    await page.getByText(/^Registre tel qu’il était le .* au soir — lecture seule$/).waitFor()
    await expect.poll(() => champ.inputValue()).not.toBe(present)
    expect(await champ.isEditable()).toBe(false)
    expect(await page.getByRole('button', { name: 'Supprimer…' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Annuler : rien' }).waitFor()
    await voir('passe')
    await aller('#/bilan')
    await page.getByRole('button', { name: 'Exporter en Excel' }).waitFor()
    await voir('bilan-passe')
    await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click()
    await page.getByText('lecture seule').waitFor({ state: 'hidden' })
  })

  it('règle le journal, le vérifie et l’allège depuis les paramètres', async () => {
    const { page } = fenetre
    await aller('#/parametres?onglet=journal')
    await page.getByRole('textbox', { name: 'Auteur des changements' }).fill('Camille Durand')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Vérifier le journal' }).click()
    await page.getByText(/Journal intact/).waitFor()
    await page.getByRole('button', { name: 'Alléger maintenant…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Alléger maintenant' }).click()
    await page.getByText(/Mo avant, .* Mo après/).waitFor()
    await voir('reglages')
    expect(fenetre.plaintes).toEqual([])
  })
})
