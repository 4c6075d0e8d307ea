import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** From the first start to a changed field, with the keyboard alone: no call of the mouse in this file. */
describe('tout se fait sans souris', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-clavier-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  const touche = (key: string): Promise<void> => fenetre.page.keyboard.press(key)
  const nomDuFocus = (): Promise<string> =>
    fenetre.page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return (element?.getAttribute('aria-label') ?? element?.labels?.[0]?.innerText ?? element?.innerText ?? '').trim()
    })
  /** Tab until the focus is on what has that name: what cannot be reached so fails. */
  const tabJusqua = async (nom: string | RegExp, max = 60): Promise<void> => {
    const vus: string[] = []
    for (let n = 0; n < max; n += 1) {
      await touche('Tab')
      const focus = await nomDuFocus()
      if (typeof nom === 'string' ? focus === nom : nom.test(focus)) return
      vus.push(focus)
    }
    throw new Error(`${String(nom)} is not reached by Tab: ${vus.join(' | ')}`)
  }

  it('crée la démonstration depuis l’accueil', async () => {
    const { page } = fenetre
    await page.getByRole('heading', { level: 1 }).waitFor()
    await fenetre.enregistrerSous(join(documents, 'demo.mlds'))
    await tabJusqua('Créer la démonstration…')
    await touche('Enter')
    await page.getByRole('navigation', { name: 'Écrans' }).waitFor({ timeout: 30_000 })
    await touche('Alt+2')
    await page.locator('[role=grid] [role=row][aria-rowindex="2"]').waitFor()
  })

  it('cherche une fiche, l’ouvre, change un champ, revient', async () => {
    const { page } = fenetre
    await touche('Control+k')
    await page.getByRole('combobox', { name: /^Rechercher/ }).waitFor()
    await page.keyboard.type('rôle:formateur ')
    await page.getByRole('group', { name: /^Agents/ }).waitFor()
    await touche('Enter')
    await page.getByRole('tab').first().waitFor()
    const fiche = await page.getByRole('heading', { level: 1 }).innerText()
    await tabJusqua(/^Téléphone/)
    await touche('Control+a')
    await page.keyboard.type('0299000042')
    await touche('Tab')
    await page
      .getByText(/^Enregistré à/)
      .first()
      .waitFor()
    await touche('Alt+ArrowLeft')
    await page.getByRole('heading', { level: 1, name: /^Agents/ }).waitFor()
    await touche('Alt+ArrowRight')
    await page.getByRole('heading', { level: 1, name: fiche }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Téléphone' }).inputValue()).toBe('02 99 00 00 42')
  })

  it('exporte une liste, et garde le focus sur ce qu’elle a pressé', async () => {
    const { page } = fenetre
    const fichier = join(documents, 'agents.csv')
    await fenetre.enregistrerSous(fichier)
    await page.evaluate(() => {
      location.hash = '#/agents'
    })
    await page.locator('[role=grid] [role=row][aria-rowindex="2"]').waitFor()
    await tabJusqua('Exporter')
    await touche('Enter')
    await page.getByRole('menuitem', { name: /en CSV/ }).waitFor()
    await touche('ArrowDown')
    await touche('ArrowDown')
    await touche('Enter')
    await page.getByText(/^agents\.csv.: \d+.lignes écrites/).waitFor()
    await expect.poll(nomDuFocus).toBe('Exporter')
    await touche('Tab')
    expect(await nomDuFocus()).not.toBe('')
    await touche('Alt+ArrowLeft')
    await page.getByRole('tab').first().waitFor()
  })

  it('ouvre l’aide, suit un lien, cherche, et revient à son écran', async () => {
    const { page } = fenetre
    await touche('F1')
    const aide = page.getByRole('complementary', { name: 'Aide' })
    await aide.getByRole('heading', { level: 2, name: 'La fiche d’un agent' }).waitFor()
    await tabJusqua('Chercher dans l’aide')
    await page.keyboard.type('gpds')
    await aide.getByText('groupe de prévention du décrochage scolaire').waitFor()
    await touche('Escape')
    await expect.poll(() => aide.count()).toBe(0)
  })

  it('fait la visite, étape par étape, et la quitte', async () => {
    const { page } = fenetre
    await touche('Control+k')
    await page.keyboard.type('visite')
    await page.getByRole('option', { name: /Visite de deux minutes/ }).waitFor()
    for (let n = 0; n < 10; n += 1) {
      const choisie = page.getByRole('listbox', { name: 'Résultats' }).getByRole('option', { selected: true })
      if ((await choisie.innerText()).includes('Visite')) break
      await touche('ArrowDown')
    }
    await touche('Enter')
    for (const titre of ['Bienvenue', 'Les écrans', 'L’année scolaire', 'La recherche']) {
      await page.getByRole('dialog', { name: titre }).waitFor()
      await expect.poll(nomDuFocus).toBe(titre)
      await tabJusqua('Suivant', 4)
      await touche('Enter')
    }
    await page.getByRole('dialog', { name: 'Une liste' }).waitFor()
    await touche('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Commencer la visite' }).count()).toBe(0)
  })

  it('cite un établissement dans une lettre, en dit le volume, l’en retire et le fait revenir', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/lettres?filtre=brouillons'
    })
    await page.locator('[role=grid] [role=row][aria-rowindex="2"]').waitFor()
    await tabJusqua(/^Sans date/)
    await touche('Tab')
    await touche('ArrowRight')
    await touche('Enter')
    await page.getByRole('tab', { name: 'Service' }).waitFor()
    await tabJusqua('Service')
    await touche('ArrowRight')
    const grille = page.getByRole('grid', { name: 'Établissements d’intervention' })
    await grille.locator('[aria-rowindex="2"]').waitFor()
    const lignes = async (): Promise<number> => Number(await grille.getAttribute('aria-rowcount')) - 1
    const cites = await lignes()
    await tabJusqua('Ajouter un établissement')
    await page.keyboard.type('collège')
    await page
      .getByRole('option', { name: /^Collège/ })
      .first()
      .waitFor()
    await touche('ArrowDown')
    await touche('Enter')
    await expect.poll(lignes).toBe(cites + 1)
    // The next one is typed at once.
    await expect.poll(nomDuFocus).toBe('Ajouter un établissement')
    const derniere = grille.locator(`[aria-rowindex="${String(cites + 2)}"]`)
    await tabJusqua(/^Ajouter \d+.établissements? de ses réseaux/, 8)
    await touche('Tab')
    await touche('Control+End')
    await touche('ArrowLeft')
    await page.keyboard.type('1,5 jour')
    await touche('Enter')
    await expect.poll(() => derniere.innerText()).toMatch(/1,5.j\/sem\./)
    await touche(' ')
    await tabJusqua(/^Retirer/, 2)
    await touche('Enter')
    await expect.poll(lignes).toBe(cites)
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('gridcell')
    await touche('Control+z')
    await expect.poll(lignes).toBe(cites + 1)
    expect(await derniere.innerText()).toMatch(/1,5.j\/sem\./)
  })

  it('signe une lettre et prépare son avenant, le focus rendu après chaque dialogue', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/lettres?filtre=enAttente'
    })
    // The grid of the letters: the one of the screen that is left has a second row too.
    await page
      .getByRole('grid', { name: 'Lettres de mission' })
      .locator('[role=row][aria-rowindex="2"] [data-open]')
      .waitFor()
    await tabJusqua(/^Sans date/)
    await touche('Tab')
    await touche('ArrowRight')
    await touche('Enter')
    await page.getByRole('tab', { name: 'Suivi' }).waitFor()
    const choisir = async (geste: RegExp): Promise<void> => {
      await touche('Enter')
      await page.getByRole('menuitem', { name: geste }).waitFor()
      for (let n = 0; n < 8 && !geste.test(await nomDuFocus()); n += 1) await touche('ArrowDown')
      await touche('Enter')
      await page.getByRole('dialog').waitFor()
    }
    await tabJusqua('Étape suivante')
    const signer = async (): Promise<void> => {
      await tabJusqua('Enregistrer la signature', 8)
      await touche('Enter')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
    await choisir(/^Enregistrer une signature/)
    await signer()
    await expect.poll(nomDuFocus).toBe('Étape suivante')
    await tabJusqua('Service')
    for (let n = 0; n < 5; n += 1) await touche('ArrowRight')
    await tabJusqua(/^Enregistrer la signature : /)
    const signataire = (await nomDuFocus()).replace('Enregistrer ', '')
    await touche('Enter')
    await page.getByRole('dialog').waitFor()
    await signer()
    // Its button is no more: the focus stays on the line that was signed.
    await expect.poll(nomDuFocus, { timeout: 5000 }).toBe(`Retirer ${signataire}`)
    await tabJusqua('Étape suivante')
    await choisir(/^Préparer un avenant/)
    await tabJusqua(/^Pourquoi la lettre est amendée/, 6)
    await page.keyboard.type('Nouveau périmètre')
    await tabJusqua('Préparer l’avenant', 4)
    await touche('Enter')
    await page.getByText('Avenant n° 1').first().waitFor()
    await expect.poll(nomDuFocus).not.toBe('')
    await tabJusqua('Étape suivante')
  })

  it('n’a fait se plaindre ni la page ni sa politique de sécurité', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
