import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

/** The first minutes of somebody alone with the software; each step stands on the former ones. */
describe('les premiers pas', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-documents-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    fenetre.page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  it('refuse un faux registre sur place, d’une phrase', async () => {
    const { page } = fenetre
    const faux = join(documents, 'faux.mlds')
    writeFileSync(faux, 'Compte rendu')
    await fenetre.choisir(faux)
    await page.getByRole('button', { name: 'Choisir un fichier…' }).click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('n’est pas un registre MLDS, malgré son nom')
  })

  it('crée le registre de son académie, choisie par son nom', async () => {
    const { page } = fenetre
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByText('Choisissez votre académie.').waitFor()
    await page.getByRole('combobox', { name: 'Académie' }).fill('renn')
    await page.getByRole('option', { name: 'Rennes' }).click()
    await fenetre.enregistrerSous(join(documents, 'suivi.mlds'))
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
    expect(readdirSync(documents)).toContain('suivi.mlds')
  })

  it('se lit aussi quand il ne tient encore rien', async () => {
    const { page } = fenetre
    const constats: string[] = []
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const ecran of ['agents', 'lettres', 'lettres/campagne', 'bilan', 'aujourdhui']) {
        await page.evaluate((adresse) => {
          location.hash = `#/${adresse}`
        }, ecran)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        constats.push(...(await constatsAxe(page)).map((constat) => `${ecran} ${colorScheme} ${constat}`))
      }
    }
    expect(constats).toEqual([])
  })

  it('ajoute un agent avec son affectation, dont les heures dues s’expliquent', async () => {
    const { page } = fenetre
    await page
      .getByRole('navigation', { name: 'Écrans' })
      .getByRole('link', { name: /^Agents/ })
      .click()
    await page.getByRole('button', { name: 'Nouvel agent' }).first().click()
    const dialogue = page.getByRole('dialog', { name: 'Nouvel agent' })
    await dialogue.getByRole('combobox', { name: 'Civilité' }).click()
    await page.getByRole('option', { name: 'Madame' }).click()
    await dialogue.getByRole('textbox', { name: 'Nom', exact: true }).fill('Caradec')
    await dialogue.getByRole('textbox', { name: 'Prénom' }).fill('Inès')
    await dialogue.getByRole('combobox', { name: 'Rôle' }).click()
    await page.getByRole('option', { name: 'coordonnatrice MLDS', exact: true }).click()
    await dialogue.getByRole('combobox', { name: 'Régime de service' }).click()
    await page.getByRole('option', { name: /^1.404 heures par an$/ }).click()
    await dialogue.getByRole('textbox', { name: 'Quotité' }).fill('80')
    await dialogue.getByRole('button', { name: 'Créer l’agent' }).click()
    await page.getByRole('heading', { level: 1, name: 'CARADEC Inès' }).waitFor()
    await page.getByRole('tab', { name: /^Affectations/ }).click()
    await page.getByText(/1.404.h par an × 80.% = 1.123.h.12 par an/).waitFor()
    await page.getByText('Sans résidence administrative').waitFor()
  })

  it('reconduit l’affectation, et la retrouve l’année suivante', async () => {
    const { page } = fenetre
    await page.getByRole('button', { name: /^Reconduire en/ }).click()
    await page.getByText(/1.affectation reconduite en/).waitFor()
    await page.getByRole('button', { name: /^Voir/ }).click()
    await expect.poll(() => page.getByRole('tab', { name: /^Affectations/ }).innerText()).toContain('2')
    await page.getByRole('textbox', { name: 'Quotité' }).waitFor()
  })

  it('rend un terme inactif sans quitter sa liste', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: 'Paramètres' }).click()
    await page.getByRole('tab', { name: 'Listes' }).click()
    await page.getByRole('button', { name: /^Statuts/ }).click()
    await page.getByRole('gridcell', { name: 'mis à disposition' }).click()
    await page.getByRole('checkbox', { name: 'Proposé dans les écrans' }).click()
    await page.getByRole('gridcell', { name: 'Inactif' }).waitFor()
  })

  it('vérifie le registre, le ferme, et le retrouve complet parmi les récents', async () => {
    const { page } = fenetre
    await page.getByRole('tab', { name: 'Registre' }).click()
    await page.getByRole('button', { name: 'Vérifier le registre' }).click()
    await page.getByText('Fichier intègre').waitFor()
    await page.getByRole('button', { name: 'Fermer le registre' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bienvenue dans Registre MLDS' }).waitFor()
    expect(readdirSync(documents).filter((nom) => nom.startsWith('suivi'))).toEqual(['suivi.mlds'])
    await page.getByRole('button', { name: /^suivi/ }).click()
    await page
      .getByRole('navigation', { name: 'Écrans' })
      .getByRole('link', { name: /^Agents/ })
      .click()
    await page.getByRole('gridcell', { name: 'CARADEC Inès', exact: true }).waitFor()
  })

  it('crée la démonstration, puis la supprime d’un clic et d’une confirmation', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: 'Paramètres' }).click()
    await page.getByRole('tab', { name: 'Registre' }).click()
    await page.getByRole('button', { name: 'Fermer le registre' }).click()
    await fenetre.enregistrerSous(join(documents, 'demo.mlds'))
    await page.getByRole('button', { name: 'Créer la démonstration…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor({ timeout: 30_000 })
    await page.getByRole('link', { name: 'Paramètres' }).click()
    await page.getByRole('tab', { name: 'Registre' }).click()
    await page.getByRole('button', { name: 'Supprimer le registre de démonstration…' }).click()
    await page.getByRole('button', { name: 'Supprimer la démonstration' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bienvenue dans Registre MLDS' }).waitFor()
    expect(readdirSync(documents).sort()).toEqual(['faux.mlds', 'suivi.mlds'])
  })

  it('n’a fait se plaindre ni la page ni sa politique de sécurité', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
