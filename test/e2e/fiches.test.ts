import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** True once what the window keeps of its own (Chromium's local storage) holds a word on the disk. */
function surLeDisque(dossier: string, mot: string): boolean {
  const stockage = join(dossier, 'reglages', 'Local Storage', 'leveldb')
  return readdirSync(stockage).some((nom) => readFileSync(join(stockage, nom)).includes(mot))
}

/** One record in two windows, a form half typed, the links of a record, two records that are one. */
describe('les fiches', () => {
  let fenetre: Fenetre
  /** Address of the person that one test creates and another merges. */
  let soizic = ''
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ dossier: await dossierDeDemonstration(), taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(15_000)
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aller = (page: Page, adresse: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, adresse)

  /** Another window on the register, at the same place. */
  const secondeFenetre = async (): Promise<Page> => {
    const { app, page } = fenetre
    const [autre] = await Promise.all([
      app.waitForEvent('window'),
      app.evaluate(({ Menu }) => {
        const fichier = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Fichier')
        fichier?.submenu?.items.find(({ label }) => label === 'Nouvelle fenêtre')?.click()
      }),
    ])
    autre.setDefaultTimeout(15_000)
    await autre.getByRole('heading', { level: 1 }).waitFor()
    await aller(autre, await page.evaluate(() => location.hash))
    return autre
  }

  it('reprend un nouvel agent à moitié saisi quand le courant a été coupé', async () => {
    let { page } = fenetre
    await aller(page, '#/agents')
    await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nom', exact: true }).fill('TANGUY')
    await expect.poll(() => surLeDisque(fenetre.dossier, 'TANGUY'), { timeout: 10_000 }).toBe(true)
    await fenetre.couper()
    fenetre = await ouvrirFenetre({ dossier: fenetre.dossier, taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(10_000)
    page = fenetre.page
    await page.getByRole('heading', { level: 1, name: /^Agents/ }).waitFor()
    await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('button', { name: 'La reprendre' }).click()
    await expect.poll(() => dialogue.getByRole('textbox', { name: 'Nom', exact: true }).inputValue()).toBe('TANGUY')
    await dialogue.getByRole('textbox', { name: 'Prénom' }).fill('Soizic')
    await dialogue.getByRole('button', { name: 'Créer l’agent' }).click()
    await page.getByRole('heading', { level: 1, name: 'TANGUY Soizic' }).waitFor()
    soizic = await page.evaluate(() => location.hash)
    await aller(page, '#/agents')
    await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nom', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'La reprendre' }).count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('réconcilie deux fenêtres qui modifient le même agent', async () => {
    const { page: une } = fenetre
    await aller(une, '#/agents')
    await une.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await une.getByRole('textbox', { name: 'Grade' }).waitFor()
    const autre = await secondeFenetre()
    // Typed in one window and not left yet; meanwhile the other writes that field and another one.
    await une.getByRole('textbox', { name: 'Grade' }).fill('ma saisie')
    for (const [champ, valeur] of [
      ['Grade', 'leur valeur'],
      ['Discipline', 'CPIF essai'],
    ] as const) {
      await autre.getByRole('textbox', { name: champ }).fill(valeur)
      await autre.getByRole('textbox', { name: champ }).blur()
    }
    await expect.poll(() => une.getByRole('textbox', { name: 'Discipline' }).inputValue()).toBe('CPIF essai')
    expect(await une.getByRole('textbox', { name: 'Grade' }).inputValue()).toBe('ma saisie')
    await une.getByText('Modifié entre-temps').waitFor()
    await une.getByRole('button', { name: 'Grade : garder ma saisie' }).click()
    await expect.poll(() => autre.getByRole('textbox', { name: 'Grade' }).inputValue()).toBe('ma saisie')
    // The other way round: the other value is taken.
    await une.getByRole('textbox', { name: 'Grade' }).fill('encore la mienne')
    await autre.getByRole('textbox', { name: 'Grade' }).fill('encore la leur')
    await autre.getByRole('textbox', { name: 'Grade' }).blur()
    await une.getByRole('button', { name: 'Grade : prendre l’autre valeur' }).click()
    await expect.poll(() => une.getByRole('textbox', { name: 'Grade' }).inputValue()).toBe('encore la leur')
    await autre.close()
  })

  it('mène d’un agent à ses réseaux et à ses établissements, et en revient', async () => {
    const { page } = fenetre
    const agent = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('tab', { name: /^Réseaux et établissements/ }).click()
    await page.getByRole('grid', { name: 'Établissements de l’agent' }).locator('[aria-rowindex="2"]').dblclick()
    await page.getByRole('tab', { name: /^Réseaux et personnes/ }).click()
    await page.getByRole('gridcell', { name: agent }).first().waitFor()
  })

  it('dit ce qui retient un réseau avant de demander s’il faut le supprimer, et y mène', async () => {
    const { page } = fenetre
    await aller(page, '#/reseaux')
    await page.getByRole('grid', { name: 'Réseaux' }).locator('[data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('button', { name: 'Supprimer…' }).click()
    const refus = page.getByRole('dialog', { name: /^Impossible de supprimer le réseau/ })
    await refus.getByText(/il ne peut pas être supprimé/).waitFor()
    expect(await refus.getByRole('button', { name: /Supprimer/ }).count()).toBe(0)
    const premier = refus.getByRole('link').first()
    const nom = await premier.innerText()
    await premier.click()
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    await expect.poll(() => refus.count()).toBe(0)
  })

  it('fond deux agents en un, champ par champ', async () => {
    const { page } = fenetre
    await aller(page, '#/agents')
    await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('textbox', { name: 'Nom', exact: true }).fill('Tanguy')
    await dialogue.getByRole('textbox', { name: 'Prénom' }).fill('S.')
    await dialogue.getByRole('textbox', { name: 'Courriel professionnel' }).fill('soizic.tanguy@ac-valombre.example')
    await dialogue.getByRole('button', { name: 'Créer l’agent' }).click()
    await page.getByRole('heading', { level: 1, name: 'TANGUY S.' }).waitFor()
    await aller(page, '#/doublons?sujet=agent')
    // Undo names the two people too, at the top of the window.
    const paire = page.getByRole('navigation', { name: 'Paires à comparer' }).getByRole('button', { name: /TANGUY/ })
    await paire.click()
    await page.getByRole('radio', { name: /^Courriel : prendre soizic/ }).check()
    expect(await constatsAxe(page)).toEqual([])
    await page.getByRole('button', { name: /^Fusionner et garder TANGUY Soizic/ }).click()
    await page.getByText('Il n’y a plus qu’une fiche : TANGUY Soizic.').waitFor()
    await expect.poll(() => paire.count()).toBe(0)
    await aller(page, soizic)
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Courriel professionnel' }).inputValue())
      .toBe('soizic.tanguy@ac-valombre.example')
    expect(fenetre.plaintes).toEqual([])
  })

  it('réconcilie deux fenêtres qui modifient la part FSE d’une lettre', async () => {
    const { page: une } = fenetre
    await aller(une, '#/lettres?filtre=brouillons')
    await une.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await une.getByRole('tab', { name: 'FSE' }).click()
    await une.getByRole('combobox', { name: 'Opération' }).click()
    await une
      .getByRole('option', { name: /^\d+ – / })
      .first()
      .click()
    await une.getByRole('button', { name: 'Affecter à l’opération' }).click()
    const missions = 'Missions au titre de l’opération'
    await une.getByRole('textbox', { name: missions }).waitFor()
    const autre = await secondeFenetre()
    await autre.getByRole('tab', { name: 'FSE' }).click()
    await une.getByRole('textbox', { name: missions }).fill('Les miennes')
    await autre.getByRole('textbox', { name: missions }).fill('Les leurs')
    await autre.getByRole('textbox', { name: missions }).blur()
    await une.getByText('Modifié entre-temps').first().waitFor()
    await une.getByRole('textbox', { name: missions }).blur()
    expect(await autre.getByRole('textbox', { name: missions }).inputValue()).toBe('Les leurs')
    await une.getByRole('button', { name: `${missions} : garder ma saisie` }).click()
    await expect.poll(() => autre.getByRole('textbox', { name: missions }).inputValue()).toBe('Les miennes')
    await autre.close()
  })

  it('réconcilie deux fenêtres qui modifient le même établissement d’une lettre, et deux qui en modifient deux', async () => {
    const { page: une } = fenetre
    await une.getByRole('tab', { name: /^Établissements/ }).click()
    const autre = await secondeFenetre()
    await autre.getByRole('tab', { name: /^Établissements/ }).click()
    const ecrire = async (rang: number, volume: string): Promise<void> => {
      await autre.locator(`[role=gridcell][data-row="${String(rang)}"][data-col="3"]`).dblclick()
      await autre.keyboard.type(volume)
      await autre.keyboard.press('Enter')
    }
    const cellule = (rang: number) => une.locator(`[role=gridcell][data-row="${String(rang)}"][data-col="3"]`)
    await une.locator('[role=gridcell][data-row="0"] [data-open]').click()
    const volume = une.getByRole('textbox', { name: 'Volume' })
    await volume.fill('12')
    await ecrire(1, '40 h')
    await expect.poll(() => cellule(1).innerText()).toMatch(/^40.h\/an$/)
    expect(await une.getByText('Modifié entre-temps').count()).toBe(0)
    await ecrire(0, '2 j')
    await une.getByText('Modifié entre-temps').first().waitFor()
    expect(await volume.inputValue()).toBe('12')
    await une.getByRole('button', { name: 'Volume : garder ma saisie' }).click()
    await expect.poll(() => autre.locator('[role=gridcell][data-row="0"][data-col="3"]').innerText()).toMatch(/^12/)
    await autre.close()
    expect(fenetre.plaintes).toEqual([])
  })
})
