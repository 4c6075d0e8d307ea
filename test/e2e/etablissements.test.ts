import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'

const extrait = fileURLToPath(new URL('../fixtures/annuaire-extrait.csv', import.meta.url))

/** From an empty register to a covered territory; each step stands on the former ones. */
describe('les établissements et leurs réseaux', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-documents-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    const { page } = fenetre
    page.setDefaultTimeout(10_000)
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByRole('combobox', { name: 'Académie' }).fill('renn')
    await page.getByRole('option', { name: 'Rennes' }).click()
    await fenetre.enregistrerSous(join(documents, 'suivi.mlds'))
    await page.getByRole('button', { name: 'Créer le registre…' }).click()
    await page.getByRole('link', { name: /^Établissements/ }).click()
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  const titre = (nom: string | RegExp) => fenetre.page.getByRole('heading', { level: 1, name: nom })
  const cellule = (nom: string | RegExp) => fenetre.page.getByRole('gridcell', { name: nom })

  it('montre ce que l’annuaire contient avant d’écrire, puis l’importe', async () => {
    const { page } = fenetre
    await fenetre.choisir(extrait)
    await page.getByRole('button', { name: 'Importer l’annuaire…' }).first().click()
    await titre('Importer l’annuaire').waitFor()
    await page.getByText(/162.lignes lues · académie : Rennes, sauf les écoles/).waitFor()
    await page.getByRole('button', { name: 'Nouveaux 144' }).waitFor()
    await page.getByRole('button', { name: 'Doublons possibles 3' }).click()
    await page
      .getByText(/figure déjà plus haut dans le fichier/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Importer les 144 établissements' }).click()
    await page.getByText(/^Annuaire importé.: 144.établissements ajoutés\./).waitFor()
    await page.getByRole('link', { name: /^Établissements/ }).click()
    await page.getByText(/^144.établissements ouverts\./).waitFor()
  })

  it('reprend les écoles quand on élargit le périmètre', async () => {
    const { page } = fenetre
    await fenetre.choisir(extrait)
    await page.getByRole('button', { name: 'Importer l’annuaire…' }).click()
    await page.getByRole('button', { name: 'Périmètre…' }).click()
    const dialogue = page.getByRole('dialog', { name: 'Périmètre de l’import' })
    await dialogue.getByRole('combobox', { name: 'Types d’établissement' }).click()
    await page.getByRole('option', { name: /^École/ }).click()
    await dialogue.getByRole('button', { name: 'Revoir l’aperçu' }).click()
    await page.getByRole('button', { name: 'Importer les 15 établissements' }).waitFor()
    await page.getByText(/144.inchangées/).waitFor()
    await page.getByRole('link', { name: /^Établissements/ }).click()
  })

  it('retrouve un établissement, et garde ce qu’on y note', async () => {
    const { page } = fenetre
    await page.getByRole('textbox', { name: 'Filtrer les établissements' }).fill('bourgchev')
    await cellule('Collège Bourgchevreuil').getByText('Collège Bourgchevreuil').click()
    await titre('Collège Bourgchevreuil').waitFor()
    await page.getByRole('textbox', { name: 'Bassin de formation' }).fill('Rennes Est')
    await page.getByRole('textbox', { name: 'Code du bassin' }).click()
    await page
      .getByText(/^Enregistré à/)
      .first()
      .waitFor()
    const uai = page.getByRole('textbox', { name: 'Code UAI' })
    await uai.fill('0351906A')
    await page.getByRole('textbox', { name: 'Nature' }).click()
    await page
      .getByText(/appellent la lettre G/)
      .first()
      .waitFor()
    await uai.fill('0351906G')
  })

  it('crée un réseau, y fait entrer un établissement, et le voit couvert', async () => {
    const { page } = fenetre
    await page.getByRole('link', { name: /^Réseaux/ }).click()
    await page.getByRole('button', { name: 'Nouveau réseau' }).first().click()
    const dialogue = page.getByRole('dialog', { name: 'Nouveau réseau' })
    await dialogue.getByRole('textbox', { name: 'Nom' }).fill('FOQUALE Rennes')
    await dialogue.getByRole('textbox', { name: 'Code' }).fill('FOQ-35-REN')
    await dialogue.getByRole('button', { name: 'Créer le réseau' }).click()
    await titre('FOQUALE Rennes').waitFor()
    await page.getByRole('button', { name: 'Ajouter des établissements…' }).first().click()
    await page.getByRole('combobox', { name: 'Établissement' }).fill('bourgchev')
    await page.getByRole('option', { name: /Bourgchevreuil/ }).click()
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByRole('tab', { name: /^Membres\s*1$/ }).waitFor()

    await page.getByRole('link', { name: 'Réseaux', exact: true }).first().click()
    await page.getByRole('link', { name: 'Couverture' }).click()
    await page.getByText(/1 sur \d+/).waitFor()
    await page.getByRole('heading', { name: 'Réseaux sans coordonnateur' }).waitFor()
    await page.getByRole('grid', { name: 'Réseaux sans coordonnateur' }).getByText('FOQUALE Rennes').waitFor()
    expect(
      await page.getByRole('grid', { name: 'Établissements sans réseau' }).getByText('Collège Bourgchevreuil').count(),
    ).toBe(0)
  })

  it('ne s’est plaint de rien', () => {
    expect(fenetre.plaintes).toEqual([])
  })
})
