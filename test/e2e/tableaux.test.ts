import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { ouvrirDemonstration } from '../helpers/demonstration'
import type { Fenetre } from '../helpers/fenetre'

/** The lists that a screen puts together (campaign, follow-up, services, coverage) do what those of records do. */
describe('une liste que son écran compose', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-tableaux-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirDemonstration({ taille: { width: 1366, height: 768 } })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })
  const aller = async (hash: string, titre: RegExp): Promise<void> => {
    await fenetre.page.evaluate((adresse) => {
      location.hash = adresse
    }, hash)
    await fenetre.page.getByRole('heading', { level: 1, name: titre }).waitFor()
  }
  const bouton = (nom: string | RegExp) => fenetre.page.getByRole('button', { name: nom })
  const choix = (nom: string | RegExp) => fenetre.page.getByRole('menuitem', { name: nom })
  const pied = () => fenetre.page.getByRole('status').last().innerText()
  const exporter = async (nom: string): Promise<string[]> => {
    const chemin = join(documents, nom)
    await fenetre.enregistrerSous(chemin)
    await bouton('Exporter').first().click()
    await choix('Ce qui est vu, en CSV…').click()
    const annonce = fenetre.page.getByRole('alert').filter({ hasText: nom })
    await annonce.waitFor()
    await annonce.getByRole('button', { name: 'Fermer' }).click()
    return readFileSync(chemin, 'utf8').replace('\uFEFF', '').trim().split('\r\n')
  }

  it('garde dans une vue ses pastilles, dit quand on s’en écarte, et s’exporte telle qu’elle est vue', async () => {
    const { page } = fenetre
    await aller('#/lettres/campagne', /^Campagne/)
    await bouton(/^Modifiées \d/).click()
    await expect.poll(pied).toMatch(/^4 sur \d+.lignes$/)
    await bouton('Vues enregistrées').click()
    await choix('Enregistrer cette vue…').click()
    await page.getByRole('textbox', { name: 'Nom' }).fill('À relire')
    await page.keyboard.press('Enter')
    await bouton('À relire').and(page.locator('[aria-haspopup]')).waitFor()
    const lignes = await exporter('modifiees.csv')
    expect(lignes).toHaveLength(5)
    expect(lignes[0]).toBe(
      '"Agent";"Rôle";"Quotité";"Heures dues";"Unité (Heures dues)";"Ce qui change depuis 2025-2026"',
    )
    expect(lignes[1]).toMatch(/;"h\/an";"Quotité.: 80.% → 100.%.; /u)
    await bouton(/^Modifiées \d/).click()
    await bouton('À relire (modifiée)').click()
    expect(await constatsAxe(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'À relire', exact: true }).click()
    await expect.poll(pied).toMatch(/^4 sur/)
    await bouton('À relire').and(page.locator('[aria-haspopup]')).click()
    await choix('Liste d’origine').click()
    await expect.poll(pied).toMatch(/^\d+.lignes$/)
    await bouton('Vues enregistrées').waitFor()
  })

  it('du suivi, ouvre ce que compte un chiffre, en une condition qui se retire et s’exporte', async () => {
    const { page } = fenetre
    await aller('#/lettres/suivi', /^Suivi/)
    const porte = page.getByRole('button', { name: /, Dép\. 99 : \d+.lettres$/ }).first()
    const nombre = /(\d+).lettres$/u.exec((await porte.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    await porte.click()
    await expect.poll(pied).toMatch(new RegExp(`^${nombre} sur 38.textes`, 'u'))
    const conditions = page.getByRole('group', { name: 'Conditions du filtre' })
    expect(await conditions.innerText()).toMatch(/Signataire attendu est .+\net\nDépartement est 99/)
    const lignes = await exporter('suivi.csv')
    expect(lignes).toHaveLength(Number(nombre) + 1)
    expect(lignes[0]).toMatch(/^"Agent";"Texte";"État";"Jours d’attente";"Signataire attendu";"Département"/)
    expect(await constatsAxe(page)).toEqual([])
    await conditions.getByRole('button', { name: 'Tout effacer' }).click()
    await expect.poll(pied).toMatch(/^38.textes/)
  })

  it('du service, ouvre ce que compte un chiffre, compare chacun à son équipe, et rattache d’un geste ce que les lettres citent hors réseau', async () => {
    const { page } = fenetre
    await aller('#/lettres/service', /^Service/)
    const chiffre = page.getByRole('button', { name: /: 3 autres$/ })
    const heures = (await chiffre.textContent())?.split(' : ')[0]
    await chiffre.click()
    await page.getByRole('region', { name: 'Heures comptées : 3 autres' }).waitFor()
    const comptees = page.getByRole('grid', { name: 'Heures dues et réparties' })
    expect(
      await comptees
        .getByRole('row', { name: /^Total/ })
        .getByRole('gridcell')
        .last()
        .innerText(),
    ).toBe(heures)
    await bouton('Voir toutes les lettres').click()
    await page.getByRole('region', { name: 'Heures dues et réparties' }).waitFor()
    await bouton('Équipes').click()
    const equite = page.getByRole('grid', { name: 'Équité dans les équipes' })
    await equite.getByRole('row', { name: /^Ardène-Nord.*5.personnes/ }).waitFor()
    expect((await exporter('equipes.csv'))[0]).toMatch(/^"Équipe";"Agent";"Rôle";.*"Moyenne";"Écart à la moyenne"$/)
    await bouton('Couverture').click()
    const horsReseau = page.getByRole('grid', { name: 'Établissements cités hors des réseaux de la lettre' })
    const lignes = async () => Number(await horsReseau.getAttribute('aria-rowcount')) - 1
    const avant = await lignes()
    await horsReseau.locator('[data-row="0"][data-col="0"]').click()
    await bouton('Rattacher 1 établissement au réseau de la lettre').click()
    await expect.poll(lignes).toBe(avant - 1)
    expect(await constatsAxe(page)).toEqual([])
    await bouton(/^Annuler : /).click()
    await page.getByText(/^Annulé.: Création du membre/).waitFor()
    await aller('#/lettres/service', /^Service/)
    await bouton('Couverture').click()
    await expect.poll(lignes).toBe(avant)
  })

  it('de la couverture, rattache à un réseau choisi ceux qui n’en ont pas', async () => {
    const { page } = fenetre
    await aller('#/reseaux/couverture', /^Couverture/)
    const sansReseau = page.getByRole('grid', { name: 'Établissements sans réseau' })
    await sansReseau.locator('[data-row="0"][data-col="0"]').click()
    await bouton('Rattacher 1 établissement à un réseau…').click()
    const dialogue = page.getByRole('dialog', { name: 'Rattacher 1 établissement' })
    await dialogue.getByPlaceholder('Choisir…').click()
    expect(await page.getByRole('listbox').last().innerText()).toMatch(/^FOQUALE\n/)
    await page.getByRole('option', { name: 'Valombre-Centre', exact: true }).click()
    expect(await constatsAxe(page)).toEqual([])
    await dialogue.getByRole('button', { name: 'Rattacher au réseau' }).click()
    await page.getByText(/1.établissement rattaché\./).waitFor()
    await expect.poll(() => sansReseau.getAttribute('aria-rowcount')).toBe('2')
    await page.getByText(/, 1.établissement sans réseau\./).waitFor()
  })

  it('d’une fiche, ne garde pas pour la suivante ce qu’on y cherchait, mais bien sa présentation', async () => {
    const { page } = fenetre
    await aller('#/reseaux', /^Réseaux/)
    await page.locator('[data-row="0"][data-col="1"]').dblclick()
    const membres = page.getByRole('grid', { name: 'Membres du réseau' })
    await membres.waitFor()
    await page.getByRole('textbox', { name: 'Filtrer les membres' }).fill('lycée')
    await expect.poll(pied).toMatch(/ sur /)
    await bouton('Colonnes et affichage').click()
    await page.getByRole('checkbox', { name: 'Type' }).uncheck()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Réseaux', exact: true }).first().click()
    await page.locator('[data-row="1"][data-col="1"]').dblclick()
    await membres.waitFor()
    expect(await page.getByRole('textbox', { name: 'Filtrer les membres' }).inputValue()).toBe('')
    expect(await membres.getByRole('columnheader', { name: 'Type', exact: true }).count()).toBe(0)
    expect(await membres.getByRole('columnheader', { name: 'Commune', exact: true }).count()).toBe(1)
  })

  it('d’un réseau, se laisse taper les jours d’entrée et de sortie, sous leur règle, et s’annule', async () => {
    const { page } = fenetre
    const membres = page.getByRole('grid', { name: 'Membres du réseau' })
    const nom = await membres.locator('[data-row="0"][data-col="1"]').innerText()
    const entree = membres.locator('[data-row="0"][data-col="4"]')
    const entreLe = await entree.innerText()
    const taper = async (col: number, texte: string): Promise<void> => {
      await membres.locator(`[data-row="0"][data-col="${String(col)}"]`).click()
      await page.keyboard.type(texte)
      await page.keyboard.press('Enter')
    }
    await taper(5, '31/08/2001')
    await membres.locator('[data-row="0"][data-col="5"][aria-invalid]').click()
    await membres.getByText(`La sortie du réseau ne peut pas précéder l’entrée, le ${entreLe}.`).waitFor()
    await taper(4, '1/9/2021')
    await expect.poll(() => entree.innerText()).toBe('01/09/2021')
    expect(await constatsAxe(page)).toEqual([])
    await taper(5, '31/8/2022')
    const sortis = bouton(/^Sortis ou à venir.1$/s)
    await sortis.waitFor()
    await expect.poll(() => membres.locator('[data-row="0"]').getByText(nom).count()).toBe(0)
    await bouton(/^Annuler : Modification du membre/).click()
    await sortis.waitFor({ state: 'detached' })
    await membres.locator('[role=row]', { hasText: nom }).getByText('01/09/2021').waitFor()
    expect(fenetre.plaintes).toEqual([])
  })
})
