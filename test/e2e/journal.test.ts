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
    const cellule = page.locator('[role=gridcell][data-row="0"][data-col="0"]')
    await cellule.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Historique de cette valeur' }).waitFor()
    await page.keyboard.press('Enter')
    const dialogue = page.getByRole('dialog', { name: /historique/ })
    await dialogue.getByText('Création du registre de démonstration').waitFor()
    if (process.env['VOIR']) await page.screenshot({ path: '/tmp/journal/cellule.png' })
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\d{7}[A-Z]$/)
    expect(fenetre.plaintes).toEqual([])
  })
})
