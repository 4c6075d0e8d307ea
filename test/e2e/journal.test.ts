import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierDeDemonstration } from '../helpers/demonstration'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

const fixture = (nom: string): string => fileURLToPath(new URL(`../fixtures/${nom}`, import.meta.url))

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
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\d{7}[A-Z]$/)
    expect(fenetre.plaintes).toEqual([])
  })

  const etapesDe = (nom: RegExp) => fenetre.page.getByRole('button', { name: nom }).count()
  const titre = () => fenetre.page.getByRole('heading', { level: 1 }).innerText()
  const annonce = (texte: RegExp) => fenetre.page.getByRole('alert').filter({ hasText: texte }).first()

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
    await annonce(/Annulé\s: Modification de l’agent .*\s: téléphone/).waitFor()
    await expect.poll(titre).toBe(nom)
    await expect.poll(() => champ.inputValue()).toBe(avant)
    await page.locator('[data-shown] input[name="telephone"]').waitFor()
    await page.keyboard.press('Control+y')
    await expect.poll(() => champ.inputValue()).toBe('06 11 22 33 44')
    await page.getByRole('button', { name: 'Rétablir : rien' }).waitFor()
  })

  it('annule et rétablit depuis le menu Édition', async () => {
    const { page, app } = fenetre
    const nom = await titre()
    const champ = page.getByRole('textbox', { name: 'Téléphone' })
    const valeur = await champ.inputValue()
    const choisirDansLeMenu = (id: string) =>
      app.evaluate(({ Menu, BrowserWindow }, commande) => {
        const [window] = BrowserWindow.getAllWindows()
        Menu.getApplicationMenu()?.getMenuItemById(commande)?.click({}, window, window?.webContents)
      }, id)
    await champ.fill('02 99 00 11 22')
    await champ.press('Tab')
    await page
      .getByText(/^Enregistré à/)
      .first()
      .waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await choisirDansLeMenu('annuler')
    await expect.poll(() => champ.inputValue()).toBe(valeur)
    await choisirDansLeMenu('retablir')
    await expect.poll(() => champ.inputValue()).toBe('02 99 00 11 22')
    await choisirDansLeMenu('annuler')
    await expect.poll(() => champ.inputValue()).toBe(valeur)
    expect(await titre()).toBe(nom)
  })

  it('montre l’historique de la fiche et y rétablit une valeur', async () => {
    const { page } = fenetre
    await page.getByRole('tab', { name: 'Historique' }).click()
    await page.getByText('06 11 22 33 44').first().waitFor()
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
    await page
      .getByRole('button', { name: /^Annuler : Restauration/ })
      .last()
      .click()
    await annonce(/Annulé\s: Restauration/).waitFor()
  })

  it('retourne au calendrier pour un jalon, dans l’année d’une affectation, et entoure ce qui a changé', async () => {
    const { page } = fenetre
    await aller('#/aujourdhui/calendrier')
    await page.getByRole('button', { name: /^Réunion de rentrée/ }).click()
    await page.getByRole('textbox', { name: 'Qui' }).fill('Camille')
    await page.keyboard.press('Tab')
    await page
      .getByRole('button', { name: /^Annuler : Modification du jalon « Réunion de rentrée .* » : qui/ })
      .waitFor()
    await aller('#/agents')
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('tab', { name: /^Affectations/ }).click()
    const quotite = page.getByRole('textbox', { name: 'Quotité' })
    const avant = await quotite.inputValue()
    await quotite.fill('55')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Annuler : Modification de l’affectation .* : quotité/ }).waitFor()
    const annee = page.getByRole('combobox', { name: 'Année scolaire' })
    const presente = await annee.inputValue()
    await annee.selectOption('2025-2026')
    await aller('#/bilan')
    await page.keyboard.press('Control+z')
    await expect.poll(() => annee.inputValue()).toBe(presente)
    await page.locator('[data-shown] input[name="quotite"]').waitFor()
    expect(await page.locator('[data-shown]').count()).toBe(1)
    await expect.poll(() => quotite.inputValue()).toBe(avant)
    await aller('#/bilan')
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { level: 1, name: /^Calendrier/ }).waitFor()
    await page
      .locator('[data-shown]')
      .getByRole('button', { name: /^Réunion de rentrée/ })
      .waitFor()
  })

  it('fait revenir de la corbeille ce qui a été supprimé', async () => {
    const { page } = fenetre
    await aller('#/etablissements?filtre=sansReseau')
    await page.getByRole('grid', { name: 'Établissements' }).waitFor()
    await page.locator('[role=grid][aria-rowcount="4"]').waitFor()
    // A letter cites the first one, which is then kept.
    await page.locator('[role=gridcell][data-row="1"][data-col="1"]').dblclick()
    await page.getByRole('button', { name: 'Supprimer…' }).click()
    const accord = page.getByRole('dialog', { name: /^Supprimer/ })
    await accord.getByText('Pendant 30 jours').waitFor()
    await accord.getByRole('button', { name: 'Supprimer la fiche' }).click()
    await annonce(/a été supprimé/).waitFor()
    await aller('#/parametres/journal?onglet=corbeille')
    const corbeille = page.getByRole('grid', { name: 'Corbeille' })
    await corbeille.getByText(/^Établissement /).waitFor()
    await corbeille.getByRole('checkbox').last().click()
    await page.getByRole('button', { name: 'Faire revenir 1 fiche' }).click()
    await annonce(/^De retour.: établissement/).waitFor()
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
    await page.getByRole('button', { name: 'Hier' }).click()
    await page.getByText(/^Registre tel qu’il était le .* au soir — lecture seule$/).waitFor()
    await expect.poll(() => champ.inputValue()).not.toBe(present)
    expect(await champ.isEditable()).toBe(false)
    expect(await page.getByRole('button', { name: 'Supprimer…' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Annuler : rien' }).waitFor()
    // What writes is away, or says why not.
    await aller('#/lettres')
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('tab', { name: /^Signatures/ }).click()
    await page.getByRole('textbox', { name: 'Qualité imprimée' }).first().waitFor()
    expect(await page.getByRole('button', { name: /^(Retirer|Monter|Descendre) / }).count()).toBe(0)
    await page.keyboard.press('Control+Shift+N')
    await page.getByText(/il ne se modifie pas. Revenez à aujourd’hui pour cela/).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await aller('#/bilan')
    await page.getByRole('button', { name: 'Exporter en Excel' }).waitFor()
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
    expect(fenetre.plaintes).toEqual([])
  })

  it('refuse d’annuler une étape sur laquelle d’autres se tiennent, et propose de les annuler d’abord', async () => {
    const { page } = fenetre
    await aller('#/agents')
    await page.getByRole('grid', { name: 'Agents' }).waitFor()
    await page.locator('[role=gridcell][data-row="1"][data-col="1"]').dblclick()
    const champ = page.getByRole('textbox', { name: 'Téléphone' })
    await champ.waitFor()
    const avant = await champ.inputValue()
    for (const [rang, numero] of ['06 00 00 00 01', '06 00 00 00 02'].entries()) {
      await champ.fill(numero)
      await page.keyboard.press('Tab')
      await page
        .getByText(/^Enregistré à/)
        .first()
        .waitFor()
      await expect.poll(() => etapesDe(/^Annuler : Modification de l’agent .*téléphone/)).toBe(1)
      if (rang === 0) await page.waitForTimeout(300)
    }
    await page.getByRole('link', { name: 'Journal' }).click()
    await page
      .getByRole('button', { name: /^Annuler : Modification de l’agent .* : téléphone$/ })
      .nth(2)
      .click()
    const refus = page.getByRole('dialog', { name: /ne peut pas être annulée seule/ })
    await refus.getByText(/a changé depuis/).waitFor()
    await refus.getByText('Étape à annuler d’abord').waitFor()
    await refus.getByRole('button', { name: 'Annuler d’abord l’étape suivante' }).click()
    await expect.poll(() => champ.inputValue()).toBe(avant)
  })
})

/** An import is one step, even after later work: what was edited since stays, and is said. */
describe('annuler un import, de la fenêtre', () => {
  it('garde ce qui a été modifié depuis, et le dit', async () => {
    const documents = mkdtempSync(join(tmpdir(), 'registre-annuler-import-'))
    const fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    const { page } = fenetre
    page.setDefaultTimeout(15_000)
    await page.getByRole('combobox', { name: 'Académie' }).fill('renn')
    await page.getByRole('option', { name: 'Rennes' }).click()
    await fenetre.enregistrerSous(join(documents, 'r.mlds'))
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByRole('link', { name: /^Établissements/ }).waitFor()
    await page.evaluate(() => {
      location.hash = '#/etablissements/importer'
    })
    await fenetre.choisir(fixture('annuaire-extrait.csv'))
    await page.getByRole('button', { name: 'Choisir le fichier…' }).click()
    await page.getByRole('button', { name: /^Importer les \d+ établissements$/ }).click()
    const annuler = page.getByRole('button', { name: 'Annuler cet import' })
    await annuler.waitFor()
    await page.evaluate(() => {
      location.hash = '#/etablissements'
    })
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('textbox', { name: 'Téléphone' }).fill('02 99 00 00 09')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Annuler : Modification de l’établissement/ }).waitFor()
    await annuler.click()
    await page
      .getByRole('alert')
      .filter({ hasText: /Annulé\s: Import de .* \(1 fiche gardée, modifiée depuis\)/ })
      .waitFor()
    await page.getByRole('button', { name: 'Voir la fiche gardée' }).click()
    const gardees = page.getByRole('dialog', { name: /Gardé tel quel/ })
    await gardees.getByText(/a changé depuis \(téléphone\)/).waitFor()
    expect(fenetre.plaintes).toEqual([])
    await fenetre.fermer()
  })
})
