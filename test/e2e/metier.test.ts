import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

const fixture = (nom: string): string => fileURLToPath(new URL(`../fixtures/${nom}`, import.meta.url))

/** The main job, as she does it the first day: annuaire, people, a letter, its PDF, the bilan; each step stands on the former. */
describe('le premier métier, du registre vide au bilan', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-metier-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aller = (adresse: string) =>
    fenetre.page.evaluate((hash) => {
      location.hash = hash
    }, adresse)
  const titre = () => fenetre.page.getByRole('heading', { level: 1 }).innerText()

  it('crée le registre', async () => {
    const { page } = fenetre
    await page.getByRole('combobox', { name: 'Académie' }).fill('renn')
    await page.getByRole('option', { name: 'Rennes' }).click()
    await fenetre.enregistrerSous(join(documents, 'metier.mlds'))
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
  })

  it('importe l’annuaire après l’avoir montré', async () => {
    const { page } = fenetre
    await aller('#/etablissements/importer')
    await fenetre.choisir(fixture('annuaire-extrait.csv'))
    await page.getByRole('button', { name: 'Choisir le fichier…' }).click()
    const importer = page.getByRole('button', { name: /^Importer les \d+ établissements$/ })
    const nombre = /\d+/.exec(await importer.innerText())?.[0] ?? ''
    await importer.click()
    await aller('#/etablissements')
    await page.getByText(new RegExp(`^${nombre}.établissements ouverts`)).waitFor()
  })

  it('importe les personnels, leurs réseaux et leurs lettres depuis le classeur tel qu’il est', async () => {
    const { page } = fenetre
    await page.getByRole('combobox', { name: 'Année scolaire' }).selectOption('2025-2026')
    await aller('#/import')
    await fenetre.choisir(fixture('suivi-mlds-35-2025-2026.xlsx'))
    await page.getByRole('button', { name: 'Choisir un classeur…' }).click()
    await page.getByText('0352957S').first().waitFor()
    await page.getByRole('button', { name: /^Importer les \d+ lignes$/ }).click()
    const accord = page.getByRole('dialog', { name: /^Importer dans l’année/ })
    await accord.getByRole('button', { name: /^Importer/ }).click()
    await accord.waitFor({ state: 'hidden' })
    await aller('#/agents')
    // 46 agents, the header and the totals.
    await page.locator('[role=grid][aria-rowcount="48"]').waitFor()
  })

  it('ouvre une lettre, la complète, la voit changer et en écrit le PDF', async () => {
    const { page } = fenetre
    await aller('#/lettres')
    await page.getByRole('textbox', { name: /^Filtrer/ }).fill('vigouroux')
    await page.getByRole('gridcell', { name: 'VIGOUROUX Thomas', exact: true }).dblclick()
    await expect.poll(titre, { timeout: 10_000 }).toBe('VIGOUROUX Thomas')
    await page.getByRole('tab', { name: /^Textes/ }).click()
    await page.getByRole('textbox', { name: /^Moyens/ }).fill('Un bureau au CIO de Fougères.')
    await page.getByRole('textbox', { name: /^Moyens/ }).blur()
    await page
      .getByText(/^Enregistré à/)
      .first()
      .waitFor()
    await expect
      .poll(() => page.frameLocator('iframe[title=Lettre]').locator('body').innerText())
      .toContain('Un bureau au CIO de Fougères.')
    const pdf = join(documents, 'vigouroux.pdf')
    await fenetre.enregistrerSous(pdf)
    await page.getByRole('button', { name: 'Enregistrer le PDF…' }).click()
    await expect.poll(() => existsSync(pdf), { timeout: 20_000 }).toBe(true)
    const texte = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    expect(texte).toContain('Thomas VIGOUROUX')
    expect(texte).toContain('Un bureau au CIO de Fougères.')
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/)
  })

  it('explique un chiffre du bilan et l’exporte', async () => {
    const { page } = fenetre
    await aller('#/bilan')
    await page.getByRole('button', { name: /^Lettres de mission/ }).click()
    await page.getByText('Lettres actives de l’année', { exact: false }).first().waitFor()
    const xlsx = join(documents, 'bilan.xlsx')
    await fenetre.enregistrerSous(xlsx)
    await page.getByRole('button', { name: 'Exporter en Excel' }).click()
    await expect.poll(() => existsSync(xlsx), { timeout: 20_000 }).toBe(true)
  })

  it('arrête le bilan, en garde les chiffres, et le rouvre', async () => {
    const { page } = fenetre
    await page.getByRole('button', { name: 'Arrêter le bilan…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Arrêter le bilan' }).click()
    await page.getByText(/^Bilan arrêté le /).waitFor()
    await page.getByText('À l’instant', { exact: true }).click()
    await page.getByText(/Ces chiffres sont ceux du registre à l’instant/).waitFor()
    await page.getByRole('button', { name: 'Rouvrir…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir le bilan' }).click()
    await page.getByRole('button', { name: 'Arrêter le bilan…' }).waitFor()
  })

  it('retrouve tout à la réouverture, sans une plainte', async () => {
    const plaintes = [...fenetre.plaintes]
    await fenetre.fermer()
    fenetre = await ouvrirFenetre({ dossier: fenetre.dossier, taille: { width: 1366, height: 768 } })
    await fenetre.page.getByRole('heading', { level: 1, name: /^Bilan/ }).waitFor()
    await aller('#/lettres')
    await fenetre.page.getByRole('textbox', { name: /^Filtrer/ }).fill('vigouroux')
    await fenetre.page.getByRole('gridcell', { name: 'VIGOUROUX Thomas', exact: true }).waitFor()
    expect([...plaintes, ...fenetre.plaintes]).toEqual([])
  })
})
