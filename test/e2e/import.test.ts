import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'
import { deposer, preparerImport } from '../helpers/import-fenetre'

const fixture = (nom: string): string => fileURLToPath(new URL(`../fixtures/${nom}`, import.meta.url))
/** A year's workbook as it really looks, dropped in the window, corrected on screen, imported, undone. */
describe('un classeur de suivi, corrigé à l’écran', () => {
  const fichiers = mkdtempSync(join(tmpdir(), 'registre-fichiers-'))
  const classeur = join(fichiers, 'suivi.xlsx')
  copyFileSync(fixture('suivi-mlds-35-2025-2026.xlsx'), classeur)
  let fenetre: Fenetre
  beforeAll(async () => {
    const dossier = await preparerImport()
    fenetre = await ouvrirFenetre({ dossier, taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(15_000)
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
    await fenetre.page.getByRole('combobox', { name: 'Année scolaire' }).selectOption('2025-2026')
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const bouton = (nom: string | RegExp) => fenetre.page.getByRole('button', { name: nom })
  const titre = (nom: string | RegExp) => fenetre.page.getByRole('heading', { level: 1, name: nom })
  const photo = async (nom: string): Promise<void> => {
    const dossier = process.env['REGISTRE_PHOTOS']
    if (dossier !== undefined) await fenetre.page.screenshot({ path: join(dossier, `${nom}.png`) })
  }
  const axe = async (): Promise<string[]> => {
    const trouvees: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await fenetre.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await fenetre.page.waitForTimeout(300)
      trouvees.push(...(await constatsAxe(fenetre.page)).map((constat) => `${colorScheme} ${constat}`))
      await photo(`${(await titre(/./).innerText()).slice(0, 24).replace(/\W+/gu, '-')}-${colorScheme}`)
    }
    await fenetre.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    return trouvees
  }

  it('dit ce qui se dépose, et refuse le reste d’une phrase', async () => {
    const { page } = fenetre
    const autre = join(fichiers, 'courrier.docx')
    writeFileSync(autre, 'lettre')
    const depot = await deposer(fenetre, autre)
    await depot.survoler()
    await page.getByText('Déposez un fichier').waitFor()
    await photo('depot')
    await depot.lacher()
    await page.getByText(/«.courrier\.docx.» ne se dépose pas ici/).waitFor()
    expect(await page.getByText('Déposez un fichier').count()).toBe(0)
  })

  it('montre le classeur déposé, ses feuilles et ce qui est à corriger', async () => {
    const { page } = fenetre
    const depot = await deposer(fenetre, classeur)
    await depot.survoler()
    await depot.lacher()
    await titre('Importer des agents').waitFor()
    await expect.poll(() => titre(/./).evaluate((element) => element === document.activeElement)).toBe(true)
    await bouton('Nouvelles 46').waitFor()
    await bouton('À corriger 2').click()
    await page.getByText(/la lettre-clé devrait être Z/).waitFor()
    expect(await axe()).toEqual([])
  })

  it('dit chaque faute sous sa cellule, où qu’on défile, et y ramène d’un clic', async () => {
    const { page } = fenetre
    const cellule = page.getByRole('gridcell', { name: '0352957S', exact: true })
    const phrase = page.getByText(/^G17 · .*la lettre-clé devrait être Z/)
    expect(await cellule.getAttribute('aria-invalid')).toBe('true')
    expect(await cellule.getAttribute('aria-describedby')).toBe(await phrase.getAttribute('id'))
    const grille = page.getByRole('grid')
    const defiler = (sens: 1 | -1) => grille.evaluate((element, x) => element.scrollBy(x * 10_000, 0), sens)
    const bords = async (): Promise<[number, number]> => {
      const [vue, lue] = await Promise.all([grille.boundingBox(), phrase.boundingBox()])
      if (!vue || !lue) return [-1, -1]
      return [lue.x - vue.x, vue.x + vue.width - lue.x - lue.width]
    }
    for (const sens of [1, -1] as const) {
      await defiler(sens)
      expect(Math.min(...(await bords()))).toBeGreaterThan(0)
    }
    await defiler(1)
    await phrase.click()
    await expect.poll(() => cellule.evaluate((element) => element === document.activeElement)).toBe(true)
    await defiler(-1)
  })

  it('corrige d’un geste les fautes semblables, montre l’ancien et le nouveau, et revient en arrière', async () => {
    const { page } = fenetre
    await bouton('Corriger les 2 semblables').first().click()
    await bouton('Nouvelles 48').waitFor()
    await bouton('Corrigées 2').click()
    await page.getByText('0352957S').first().waitFor()
    await page.getByText('0352957Z').first().waitFor()
    await photo('corrigees')
    await bouton(/^Annuler «.Corriger 2 cellules.»$/).click()
    await bouton('À corriger 2').waitFor()
    await bouton('Corriger les 2 semblables').first().click()
    await bouton('Nouvelles 48').waitFor()
    await page.getByRole('button', { name: 'Rétablir', exact: true }).first().click()
    await bouton('À corriger 1').waitFor()
    await page.keyboard.press('Control+z')
    await bouton('À corriger 0').click()
    await bouton('Corrigées 2').click()
    await page.getByText(/^49.lignes$/).waitFor()
  })

  it('se corrige aussi en tapant dans une cellule, jugée aussitôt, et propose l’établissement qu’on cherche', async () => {
    const { page } = fenetre
    const cellule = page.locator('[role=grid] [role=row][aria-rowindex="3"]').getByRole('gridcell').nth(8)
    await cellule.click()
    await page.keyboard.press('F2')
    const editeur = page.getByRole('combobox', { name: /^UAI/ })
    await editeur.fill('0351796K')
    await editeur.press('Enter')
    await bouton('À corriger 1').waitFor()
    expect(await axe()).toEqual([])
    await cellule.dblclick()
    await editeur.fill('0351796M')
    await editeur.press('Enter')
    await bouton('À corriger 0').waitFor()
    await cellule.press('F2')
    await editeur.fill('n’importe quoi')
    await editeur.press('Escape')
    await bouton('Corrigées 3').waitFor()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await bouton('Corrigées 2').waitFor()
    await fenetre.app.evaluate(({ clipboard }) => clipboard.writeText('0351796K\r\n0351796K'))
    await cellule.click()
    await page.keyboard.press('Control+v')
    await bouton(/^Annuler «.Modifier 2.cellules.»$/).click()
    await bouton('Corrigées 2').waitFor()
  })

  it('garde l’aperçu et ses corrections quand on change d’écran, et y ramène', async () => {
    const { page } = fenetre
    const aller = (nom: RegExp) => page.getByRole('navigation').getByRole('link', { name: nom }).click()
    await aller(/^Agents/)
    await titre('Agents').waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await bouton('Corrigées 2').waitFor()
    await aller(/^Importer/)
    await bouton('Reprendre').click()
    await bouton('Corrigées 2').waitFor()
    await bouton('À corriger 0').waitFor()
  })

  it('propose l’année que les noms du classeur annoncent, et dit pourquoi', async () => {
    const { page } = fenetre
    const annees = page.getByRole('combobox', { name: 'Année scolaire' })
    await annees.selectOption('2026-2027')
    await page.getByText(/Le nom de la feuille, «.Lettres de mission 25-26.», annonce l’année 2025-2026/).waitFor()
    await bouton('Importer dans 2025-2026').click()
    await bouton('Corrigées 2').waitFor()
    expect(await annees.inputValue()).toBe('2025-2026')
  })

  it('lit une autre ligne d’en-têtes ou une autre colonne aussitôt', async () => {
    const { page } = fenetre
    await bouton('Colonnes…').click()
    const volet = page.getByRole('complementary', { name: /^Colonnes de/ })
    await volet.getByRole('combobox', { name: /^Contenu de la colonne I/ }).click()
    await page.getByRole('option', { name: 'Ignorer' }).click()
    await page.getByText(/13.colonnes reconnues · 1.laissée de côté/).waitFor()
    expect(await axe()).toEqual([])
    await bouton(/^Annuler «.Changer la colonne I.»$/).click()
    await page.getByText(/14.colonnes reconnues/).waitFor()
    const nature = volet.getByRole('combobox', { name: 'Cette feuille contient' })
    const suivre = () => expect.poll(() => nature.evaluate((element) => element === document.activeElement)).toBe(true)
    await nature.click()
    await page.getByRole('option', { name: 'Ne pas importer cette feuille' }).click()
    await page.getByText('«\u00a0Personnels\u00a0» n’est pas importée').waitFor()
    await suivre()
    await nature.click()
    await page.getByRole('option', { name: 'Agents', exact: true }).click()
    await page.getByText(/14.colonnes reconnues/).waitFor()
    await suivre()
    await volet.getByRole('button', { name: 'Fermer le volet' }).click()
  })

  it('importe les lignes cochées, puis montre son rapport', async () => {
    const { page } = fenetre
    await page.getByRole('checkbox', { name: /^Importer la ligne 5,/ }).uncheck()
    await bouton(/^Importer les \d+ lignes$/).click()
    const accord = page.getByRole('dialog', { name: /^Importer dans l’année/ })
    await accord.getByRole('button', { name: /^Importer/ }).click()
    await titre('suivi.xlsx').waitFor()
    await page.getByText(/cellules corrigées à l’écran/).waitFor()
    await page.getByRole('link', { name: 'agent URVOY Zoé' }).waitFor()
    expect(await axe()).toEqual([])
  })

  it('annonce le même fichier quand il revient, ses colonnes comme la dernière fois jusqu’à ce qu’on les oublie, et refuse un fichier changé depuis l’aperçu', async () => {
    const { page } = fenetre
    const depot = await deposer(fenetre, classeur)
    await depot.survoler()
    await depot.lacher()
    await page.getByText(/a déjà été importé, à l’identique/).waitFor()
    const commeAvant = page.getByText(/14.colonnes reconnues comme la dernière fois/)
    await commeAvant.waitFor()
    await bouton('Colonnes…').click()
    await bouton('Oublier, et reconnaître d’après les titres').click()
    await commeAvant.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await commeAvant.waitFor()
    await bouton('Fermer le volet').click()
    copyFileSync(fixture('annuaire-extrait.csv'), classeur)
    await bouton(/^Corriger en 0352957Z$/).click()
    await page.getByText('Ce classeur ne peut pas être lu').waitFor()
  })

  it('garde l’import dans l’historique, d’où il s’annule', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: 'Importer', exact: true }).click()
    await titre('Importer').waitFor()
    await page.getByRole('gridcell', { name: 'suivi.xlsx' }).waitFor()
    expect(await axe()).toEqual([])
    await page.getByRole('gridcell', { name: 'suivi.xlsx' }).dblclick()
    await bouton('Annuler cet import…').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click()
    await page
      .getByText(/^Annulé.:.Import de/)
      .first()
      .waitFor()
    await expect
      .poll(() =>
        page
          .locator('.notices')
          .getByText(/^Importé dans/)
          .count(),
      )
      .toBe(0)
    await page.getByRole('link', { name: 'Importer', exact: true }).click()
    await page.getByRole('gridcell', { name: 'Annulé' }).waitFor()
    await page.getByRole('link', { name: /^Agents/ }).click()
    await page.getByText(/^Le registre ne tient encore personne/).waitFor()
    expect(fenetre.plaintes).toEqual([])
  })
})
