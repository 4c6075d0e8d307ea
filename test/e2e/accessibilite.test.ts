import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every screen, with the demonstration register, under axe; records are reached by the first row of their list. */
describe.each(['light', 'dark'] as const)('axe ne trouve rien à redire, en thème %s', (theme) => {
  let fenetre: Fenetre
  beforeAll(async () => {
    const dossier = await dossierDeDemonstration()
    fenetre = await ouvrirFenetre({ dossier, theme, taille: { width: 1366, height: 768 } })
    await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  it.each([
    ['aujourd’hui', '#/aujourdhui', false],
    ['le calendrier', '#/aujourdhui/calendrier', false],
    ['les doublons', '#/doublons', false],
    ['les agents', '#/agents', false],
    ['un agent', '#/agents', true],
    ['les établissements', '#/etablissements', false],
    ['un établissement', '#/etablissements', true],
    ['les réseaux', '#/reseaux', false],
    ['un réseau', '#/reseaux', true],
    ['la couverture', '#/reseaux/couverture', false],
    ['les lettres', '#/lettres', false],
    ['une lettre', '#/lettres', true],
    ['les opérations FSE', '#/fse', false],
    ['une opération FSE', '#/fse', true],
    ['le bilan', '#/bilan', false],
    ['l’import d’un classeur', '#/import', false],
    ['l’import de l’annuaire', '#/etablissements/importer', false],
    ['les paramètres', '#/parametres', false],
    ['le journal', '#/parametres/journal', false],
    ['la corbeille', '#/parametres/journal?onglet=corbeille', false],
    ['l’historique d’une fiche', '#/etablissements', true, 'Historique'],
  ])('%s', async (_ecran, adresse, fiche, onglet?: string) => {
    const { page } = fenetre
    await page.evaluate((hash) => {
      location.hash = hash
    }, adresse)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (fiche) await openFirst(fenetre)
    if (onglet !== undefined) await page.getByRole('tab', { name: onglet }).click()
    await page.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([])
  })
})

describe('chaque onglet des paramètres s’ouvre', () => {
  it('sans erreur ni constat d’axe', async () => {
    const dossier = await dossierDeDemonstration()
    const fenetre = await ouvrirFenetre({ dossier, taille: { width: 1366, height: 768 } })
    const { page } = fenetre
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Paramètres' }).click()
    await page.getByRole('tab').first().waitFor()
    for (const onglet of await page.getByRole('tab').all()) {
      await onglet.click()
      await page.waitForTimeout(300)
      expect(
        (await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()).violations.map(({ id }) => id),
      ).toEqual([])
      await page.getByRole('heading', { level: 1, name: 'Paramètres' }).waitFor()
    }
    expect(fenetre.plaintes).toEqual([])
    await fenetre.fermer()
  })
})

async function openFirst({ page }: Fenetre): Promise<void> {
  const titre = await page.getByRole('heading', { level: 1 }).innerText()
  await page.locator('[role=grid] [role=row][aria-rowindex="2"] [data-open]').click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText(), { timeout: 10_000 }).not.toBe(titre)
}
