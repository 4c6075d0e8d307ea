import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerAgent } from '../../../shared/domain/agent/agent.contract'
import type { LigneEtablissement } from '../../../shared/domain/etablissement/etablissement.liste'
import { annulerEtape, listerJournal } from '../../../shared/domain/journal/journal.contract'
import { ecrireListe, exporterListe, pageDeListe, supprimerDeListe } from '../../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../../shared/domain/liste/listes'
import type { AvecProchaineAction } from '../../../shared/domain/prochaine-action/colonnes'
import { creerProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action.contract'
import type { Filtre } from '../../../shared/liste/filtre'
import { insertAffectation } from '../../helpers/agent'
import { insertEtablissement } from '../../helpers/etablissement'
import { commeImport, inserterEtablissements } from '../../helpers/journal'
import { lisible } from '../../helpers/lisible'
import { insertReseau } from '../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

const contexte = { anneeId: '2026-2027' }

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => r.close())

const page = (liste: CleDeListe, filtre: Filtre | null = null) =>
  r.call(pageDeListe, { liste, contexte, filtre, nombre: 1000 })
const etapes = async () => (await r.call(listerJournal, {})).etapes.length

describe('supprimer une sélection', () => {
  it('efface ce que la règle permet, nomme le reste, et s’annule d’un coup', async () => {
    const libres = [await insertReseau(r, { nom: 'Libre 1' }), await insertReseau(r, { nom: 'Libre 2' })]
    const gardee = await insertReseau(r, { nom: 'Mis de côté' })
    const { id: agentId } = await r.call(creerAgent, { nom: 'CARADEC', prenom: 'Inès' })
    await insertAffectation(r, agentId)
    const avant = await etapes()
    const reponse = await r.call(supprimerDeListe, {
      liste: 'reseaux',
      contexte,
      selection: { tousSauf: [gardee.id], champ: { contexte } },
    })
    expect(reponse).toEqual({ supprimees: libres.length, refusees: 0, refus: [] })
    expect(await etapes()).toBe(avant + 1)
    const agents = await r.call(supprimerDeListe, { liste: 'agents', contexte, selection: { ids: [agentId] } })
    expect(agents).toMatchObject({ supprimees: 0, refusees: 1, refus: [{ id: agentId, libelle: 'CARADEC Inès' }] })
    expect(lisible(agents.refus[0]?.message ?? '')).toMatch(/a 1 affectation dans le registre/)
    await r.call(annulerEtape, {})
    expect((await page('reseaux')).ensemble).toBe(3)
  })
})

describe('écrire beaucoup de cellules', () => {
  it('en fait une seule étape, même au-delà de vingt mille', async () => {
    await commeImport(r, () => void inserterEtablissements(r, 7000))
    const lignes: string[] = []
    for (let debut = 0; debut < 7000; debut += 1000) {
      const lues = await r.call(pageDeListe, { liste: 'etablissements', contexte, debut, nombre: 1000 })
      lignes.push(...(lues.lignes as LigneEtablissement[]).map(({ id }) => id))
    }
    const cellules = lignes.flatMap((id) =>
      ['eleves', 'adresse', 'codePostal'].map((colonne) => ({ id, colonne, valeur: '35100' })),
    )
    const avant = await etapes()
    const reponse = await r.call(ecrireListe, { liste: 'etablissements', contexte, bloc: { cellules } })
    expect(reponse).toMatchObject({ ecrites: 21_000, refusees: 0 })
    expect(await etapes()).toBe(avant + 1)
  }, 60_000)
})

describe('exporter une sélection', () => {
  it('écrit ses lignes seulement, dans l’ordre vu, même si le filtre a changé depuis', async () => {
    const noms = ['Alpha', 'Bravo', 'Charlie']
    const [alpha, , charlie] = await Promise.all(noms.map((nom) => insertEtablissement(r, { nom })))
    const chemin = join(r.dossier, 'choix.csv')
    const { lignes } = await r.call(exporterListe, {
      ...{ liste: 'etablissements', contexte, recherche: 'bravo', colonnes: ['nom'], format: 'csv' },
      tris: [{ colonne: 'nom', sens: 'desc' }],
      selection: { ids: [alpha?.id ?? '', charlie?.id ?? ''] },
      jeton: r.grant(chemin),
    })
    expect(lignes).toBe(2)
    expect(readFileSync(chemin, 'utf8').trim().split('\r\n').slice(1)).toEqual(['"Charlie"', '"Alpha"'])
  })
})

describe('la prochaine action dans une liste', () => {
  const ecrire = (liste: CleDeListe, id: string, colonnes: string[], valeurs: string[]) =>
    r.call(ecrireListe, { liste, contexte, bloc: { ids: [id], colonnes, valeurs: [valeurs] } })
  const prochaine = async (liste: CleDeListe) => ((await page(liste)).lignes as AvecProchaineAction[])[0]?.prochaine

  it.each(['reseaux', 'etablissements'] as const)('de « %s » se lit, se filtre, s’écrit et s’efface', async (liste) => {
    const { id } = liste === 'reseaux' ? await insertReseau(r, { nom: 'Étel' }) : await insertEtablissement(r)
    expect(await prochaine(liste)).toBeNull()
    const vide = await ecrire(liste, id, ['actionQui'], ['Moi'])
    expect(vide.refus.map(({ message }) => lisible(message))).toEqual([
      'Rien n’attend sur cette fiche : écrivez d’abord la prochaine action.',
    ])
    const colonnes = ['prochaineAction', 'actionQui', 'actionPourLe']
    expect(await ecrire(liste, id, colonnes, ['Relancer', 'Inès', '12/12/2026'])).toMatchObject({ ecrites: 3 })
    expect(await prochaine(liste)).toMatchObject({ quoi: 'Relancer', qui: 'Inès', pourLe: '2026-12-12' })
    const avant: Filtre = { lien: 'et', termes: [{ colonne: 'actionPourLe', op: 'avant', jour: '2026-12-13' }] }
    expect((await page(liste, avant)).retenues).toBe(1)
    await ecrire(liste, id, ['actionPourLe'], ['14/12/2026'])
    expect((await page(liste, avant)).retenues).toBe(0)
    await ecrire(liste, id, ['prochaineAction'], [''])
    expect(await prochaine(liste)).toBeNull()
  })

  it('est celle qui presse le plus', async () => {
    const { id: sujetId } = await insertReseau(r, { nom: 'Étel' })
    const creer = (quoi: string, pourLe: string | null) =>
      r.call(creerProchaineAction, { sujet: 'reseau', sujetId, quoi, pourLe })
    await creer('Un jour', null)
    await creer('Tôt', '2026-12-01')
    await creer('Tard', '2027-01-01')
    expect(await prochaine('reseaux')).toMatchObject({ quoi: 'Tôt' })
  })
})
