import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** axe tries to enter the paper's frame, which runs no script: the window refuses, and says so. */
const scriptDAxe = "Blocked script execution in 'about:srcdoc'"

/** A campaign of the demonstration, from its proposals to a signed letter and its avenant; each step stands on the former ones. */
describe('la campagne des lettres de mission', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-campagne-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    const { page } = fenetre
    page.setDefaultTimeout(15_000)
    await fenetre.enregistrerSous(join(documents, 'demo.mlds'))
    await page.getByRole('button', { name: 'Créer la démonstration…' }).click()
    await page
      .getByRole('combobox', { name: /Année/ })
      .or(page.getByText('2026-2027'))
      .first()
      .waitFor({ timeout: 60_000 })
    await aller('#/lettres/campagne')
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aller = (hash: string): Promise<void> =>
    fenetre.page.evaluate((adresse) => {
      location.hash = adresse
    }, hash)
  const axe = (): Promise<string[]> => constatsAxe(fenetre.page)

  it('propose, montre ce qui change, et accepte la reconduite puis une lettre modifiée', async () => {
    const { page } = fenetre
    await page.getByText(/7.lettres proposées : 1.reconduite sans changement, 4.modifiées, 2.nouvelles\./).waitFor()
    await page.getByRole('button', { name: 'Accepter la lettre reconduite' }).click()
    await page.getByText(/1.brouillon écrit/).waitFor()
    await page.getByRole('button', { name: /^Modifiées 4/ }).click()
    await page.locator('[role=grid] [role=row][aria-rowindex="2"] [role=gridcell]').nth(1).click()
    const volet = page.getByRole('complementary')
    await volet.getByRole('columnheader', { name: '2025-2026' }).waitFor()
    await volet.getByText('Total = heures dues').waitFor()
    expect(await axe()).toEqual([])
    await volet.getByRole('button', { name: 'Accepter', exact: true }).click()
    await page.getByRole('button', { name: /^Modifiées 3/ }).waitFor()
  })

  it('demande pourquoi un agent parti n’a pas de lettre, et le retient', async () => {
    const { page } = fenetre
    await page.getByRole('button', { name: /^Modifiées 3/ }).click()
    await page.getByRole('button', { name: /^À expliquer 2/ }).click()
    await page.locator('[role=grid] [role=row][aria-rowindex="2"] [role=gridcell]').nth(1).click()
    await page.getByRole('button', { name: 'Dire pourquoi…' }).click()
    await page.getByRole('textbox', { name: 'Précisions' }).fill('au 1er septembre')
    await page.getByRole('button', { name: 'Enregistrer la raison' }).click()
    await page.getByRole('button', { name: /^À expliquer 1/ }).waitFor()
  })

  it('signe une lettre jusqu’au bout, la fige, l’amende et montre les deux textes', async () => {
    const { page } = fenetre
    await aller('#/lettres?filtre=enAttente')
    await page.getByRole('row').filter({ hasText: 'À la signature' }).first().locator('[data-col="1"]').dblclick()
    await page.getByRole('tab', { name: 'Suivi' }).click()
    const enregistrer = page.getByRole('button', { name: /^Enregistrer la signature : / })
    await enregistrer.first().waitFor()
    for (let reste = await enregistrer.count(); reste > 0; reste--) {
      await enregistrer.first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer la signature' }).click()
      await expect.poll(() => enregistrer.count()).toBe(reste - 1)
    }
    await page.getByText('Texte figé, identique à ce qui a été signé').waitFor()
    expect(await axe()).toEqual([])
    await page.getByRole('button', { name: 'Étape suivante' }).click()
    await page.getByRole('menuitem', { name: 'Préparer un avenant…' }).click()
    await page.getByRole('textbox', { name: 'Pourquoi la lettre est amendée' }).fill('Nouveau périmètre')
    await page.getByRole('button', { name: 'Préparer l’avenant' }).click()
    await page.getByText('Avenant n° 1').first().waitFor()
    await page.getByRole('textbox', { name: 'Quotité' }).fill('60')
    await page.getByRole('textbox', { name: 'Quotité' }).blur()
    await page.getByRole('tab', { name: 'Suivi' }).click()
    await page.getByRole('link', { name: 'Comparer avec le texte précédent' }).click()
    await page.getByRole('heading', { name: /deux textes de la lettre/ }).waitFor()
    await page.getByText(/^Lettre, \d.pages$/).waitFor()
    await page.getByText(/^Avenant n° 1, \d.pages$/).waitFor()
    expect(await axe()).toEqual([])
    await aller('#/lettres?filtre=brouillons')
    await page.getByRole('row').filter({ hasText: 'Avenant n° 1' }).waitFor()
    const [, brouillons] = /et 1.avenant en préparation : (\d+).brouillons/.exec(
      await page.getByText(/et 1.avenant en préparation/).innerText(),
    ) ?? ['', 'aucun']
    await page.getByRole('button', { name: new RegExp(`^Brouillons.${brouillons}$`) }).waitFor()
    expect(fenetre.plaintes.filter((plainte) => !plainte.includes(scriptDAxe))).toEqual([])
  })

  it('demande un rapport, le reçoit avec son fichier et le garde', async () => {
    const { page } = fenetre
    const rapport = join(documents, 'rapport.pdf')
    writeFileSync(rapport, '%PDF-1.4 rapport')
    await aller('#/lettres?filtre=signees')
    await page.getByRole('row').filter({ hasText: 'Remise' }).first().locator('[data-col="1"]').dblclick()
    await page.getByRole('tab', { name: 'Suivi' }).click()
    await page.getByRole('button', { name: 'Demander le rapport…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Demander le rapport' }).click()
    await page.getByRole('button', { name: 'Enregistrer la réception…' }).click()
    await fenetre.choisir(rapport)
    await page.getByRole('dialog').getByRole('button', { name: 'Joindre un fichier…' }).click()
    await page.getByRole('dialog').getByText('rapport.pdf').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer la réception' }).click()
    await page.getByText('rapport.pdf, 1 Ko').waitFor()
    expect(fenetre.plaintes.filter((plainte) => !plainte.includes(scriptDAxe))).toEqual([])
  })

  it('commence l’année suivante par les affectations de celle-ci', async () => {
    const { page } = fenetre
    await page.getByRole('combobox', { name: 'Année scolaire' }).selectOption('2027-2028')
    await aller('#/agents')
    await page.getByRole('button', { name: 'Reconduire les affectations de 2026-2027' }).waitFor()
    await aller('#/lettres/campagne')
    await page.getByText(/^Personne n’est encore affecté en 2027-2028/).waitFor()
    await page.getByRole('button', { name: 'Reconduire les affectations de 2026-2027' }).click()
    await page.getByText(/\d.affectations reconduites en 2027-2028\./).waitFor()
    await page.getByText(/^\d+.lettres proposées/).waitFor()
  })
})
