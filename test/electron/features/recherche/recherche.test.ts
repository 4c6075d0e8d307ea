import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerAgent, modifierAgent, supprimerAgent } from '../../../../shared/domain/agent/agent.contract'
import { importerAnnuaire } from '../../../../shared/domain/annuaire/annuaire.contract'
import { annulerEtape } from '../../../../shared/domain/journal/journal.contract'
import { creerLettresManquantes } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import {
  chercherFiches,
  listerValeurs,
  relireFiches,
  type GenreTrouve,
} from '../../../../shared/domain/recherche/recherche.contract'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { insertEtablissement } from '../../../helpers/etablissement'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { attacher, insertMembre, insertReseau } from '../../../helpers/reseau'

let r: TestRegistre
let jour = '2026-11-22'
beforeEach(async () => {
  jour = '2026-11-22'
  r = await testRegistre({ now: () => `${jour}T10:00:00.000Z` })
})
afterEach(() => {
  r.close()
})

const anneeId = '2026-2027'
const chercher = (texte: string) => r.call(chercherFiches, { texte, anneeId, limite: 10 })
/** Titles found, kind by kind, in their order. */
const titres = async (texte: string, genre?: GenreTrouve): Promise<string[]> => {
  const { groupes } = await chercher(texte)
  return groupes
    .filter((groupe) => genre === undefined || groupe.genre === genre)
    .flatMap(({ fiches }) => fiches.map(({ titre }) => titre))
}

describe('chercher une fiche', () => {
  it.each([
    ['oeuvrard', 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ['ŒUVRARD', 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ['dalmeida', 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ["d'almeida", 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ['almeida maelle', 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ['almida', 'd’ALMEIDA-ŒUVRARD Maëlle'],
    ['jean noel', 'BEN SAÏD Jean-Noël'],
    ['bensaid', 'BEN SAÏD Jean-Noël'],
    ['0299000015', 'BEN SAÏD Jean-Noël'],
    ['jn.bensaid', 'BEN SAÏD Jean-Noël'],
  ])('« %s » trouve %s', async (texte, attendu) => {
    await insertAgent(r, { nom: 'd’Almeida-Œuvrard', prenom: 'Maëlle' })
    await insertAgent(r, {
      nom: 'Ben Saïd',
      prenom: 'Jean-Noël',
      telephone: '02 99 00 00 15',
      courriel: 'jn.bensaid@exemple.fr',
    })
    expect(await titres(texte, 'agent')).toEqual([attendu])
  })

  it('cherche par champ, champs et mots ensemble', async () => {
    const redon = await insertReseau(r, { nom: 'FOQUALE Redon' })
    const rennes = await insertEtablissement(r, { nom: 'Lycée Bréquigny', commune: 'Rennes', type: 'Lycée' })
    const lycee = await insertEtablissement(r, { nom: 'Lycée Beaumont', commune: 'Redon', type: 'Lycée' })
    await insertMembre(r, { reseauId: redon.id, etablissementId: lycee.id })
    const formateur = await insertAgent(r, { nom: 'Caradec', prenom: 'Inès' })
    const { id } = await insertAffectation(r, formateur.id, { roleId: (await terme(r, 'role', 'FORM')).id })
    await attacher(r, id, redon.id)
    const autre = await insertAgent(r, { nom: 'Caradec', prenom: 'Yann' })
    await insertAffectation(r, autre.id)
    expect(await titres('commune:rennes')).toEqual(['Lycée Bréquigny'])
    expect(await titres('type:lycée beau')).toEqual(['Lycée Beaumont'])
    expect(await titres(`uai:${rennes.uai.slice(0, 7)}`)).toEqual(['Lycée Bréquigny'])
    expect(await titres('réseau:redon')).toEqual(['CARADEC Inès', 'Lycée Beaumont', 'FOQUALE Redon'])
    expect(await titres('rôle:formateur caradec')).toEqual(['CARADEC Inès'])
    expect(await titres('rôle:formateur commune:rennes')).toEqual([])
  })

  it('dit d’un champ inconnu lequel lui ressemble', async () => {
    expect((await chercher('vile:rennes')).remarque).toContain('Le champ « vile » n’existe pas')
  })

  it('met les fermés après les ouverts, les mots entiers avant les débuts', async () => {
    await insertEtablissement(r, { nom: 'Collège Annexe', etat: 'ferme' })
    await insertEtablissement(r, { nom: 'Collège Zoé' })
    await insertEtablissement(r, { nom: 'Collège Zo' })
    expect(await titres('college zo', 'etablissement')).toEqual(['Collège Zo', 'Collège Zoé'])
    expect(await titres('college', 'etablissement')).toEqual(['Collège Zo', 'Collège Zoé', 'Collège Annexe'])
  })

  it('tient « st » et « saint » pour le même mot, devant ceux qui commencent seulement ainsi', async () => {
    await insertEtablissement(r, { nom: 'Collège Stéphane Évroult', commune: 'Rennes' })
    await insertEtablissement(r, { nom: 'Lycée St-Évroult', commune: 'SAINT-MALO' })
    await insertEtablissement(r, { nom: 'Collège Saint-Évroult', commune: 'St Malo' })
    await insertEtablissement(r, { nom: 'Collège Zola', commune: 'Saint-Malo-de-Phily' })
    const saints = ['Collège Saint-Évroult', 'Lycée St-Évroult']
    for (const texte of ['saint évroult', 'saint-evr']) expect(await titres(texte)).toEqual(saints)
    for (const texte of ['st evroult', 'St-Évroult'])
      expect(await titres(texte)).toEqual([...saints, 'Collège Stéphane Évroult'])
    for (const texte of ['commune:st-malo', 'commune:"saint malo"']) expect(await titres(texte)).toEqual(saints)
  })

  it('annonce ce qui ne répond qu’à peu près', async () => {
    await insertEtablissement(r, { nom: 'Lycée Bréquigny' })
    expect(await chercher('brekigny')).toMatchObject({ approche: true, groupes: [{ total: 1 }] })
    expect(await chercher('brequigny')).toMatchObject({ approche: false })
    expect(await chercher('introuvable')).toEqual({ approche: false, groupes: [], remarque: null })
  })

  it('propose les valeurs d’un champ', async () => {
    await insertEtablissement(r, { commune: 'Saint-Malo' })
    await insertEtablissement(r, { commune: 'Saint-Malo' })
    await insertEtablissement(r, { commune: 'Saint-Lunaire' })
    expect(await r.call(listerValeurs, { champ: 'commune', debut: 'sainte', anneeId })).toEqual([])
    for (const debut of ['saint', 'st'])
      expect(await r.call(listerValeurs, { champ: 'commune', debut, anneeId })).toEqual([
        { valeur: 'Saint-Malo', nombre: 2 },
        { valeur: 'Saint-Lunaire', nombre: 1 },
      ])
    const roles = await r.call(listerValeurs, { champ: 'role', debut: 'form', anneeId })
    expect(roles.map(({ valeur }) => valeur).join()).toContain('formateur')
  })

  it('relit les fiches récentes, sans celles qui ne sont plus', async () => {
    const { id } = await insertAgent(r)
    const fiches = [
      { genre: 'etablissement' as const, id: 'parti' },
      { genre: 'agent' as const, id },
    ]
    expect(await r.call(relireFiches, { fiches, anneeId })).toMatchObject([{ genre: 'agent', titre: 'CARADEC Inès' }])
  })
})

describe('l’index suit le registre', () => {
  it('après une modification, son annulation, une suppression et son annulation', async () => {
    const { id } = await insertAgent(r)
    expect(await titres('caradec')).toEqual(['CARADEC Inès'])
    await r.call(modifierAgent, { id, champs: { nom: 'Kerouédan' } })
    expect(await titres('kerouedan')).toEqual(['KEROUÉDAN Inès'])
    expect(await titres('caradec')).toEqual([])
    await r.call(annulerEtape, {})
    expect(await titres('caradec')).toEqual(['CARADEC Inès'])
    await r.call(supprimerAgent, { id })
    expect(await titres('caradec')).toEqual([])
    await r.call(annulerEtape, {})
    expect(await titres('caradec')).toEqual(['CARADEC Inès'])
  })

  it('après un import et son annulation', async () => {
    expect(await titres('rennes')).toEqual([])
    const csv = join(r.dossier, 'annuaire.csv')
    writeFileSync(csv, readFileSync(new URL('../../../fixtures/annuaire-extrait.csv', import.meta.url)))
    await r.call(importerAnnuaire, { jeton: r.grant(csv), types: 'tous' })
    expect((await titres('commune:rennes', 'etablissement')).length).toBeGreaterThan(3)
    await r.call(annulerEtape, {})
    expect(await titres('rennes')).toEqual([])
  })

  it('après ce qu’un autre programme écrit dans le fichier', async () => {
    const { id } = await insertEtablissement(r, { nom: 'Collège Ancien' })
    expect(await titres('ancien')).toEqual(['Collège Ancien'])
    r.sqlite
      .prepare(`update etablissement set nom = 'Collège Neuf', cleRecherche = 'college neuf' where id = ?`)
      .run(id)
    expect(await titres('neuf')).toEqual(['Collège Neuf'])
    expect(await titres('ancien')).toEqual([])
  })

  it('renomme les lettres d’une personne avec elle', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id)
    await r.call(creerLettresManquantes, { anneeId })
    expect(await titres('caradec état:brouillon')).toEqual(['CARADEC Inès'])
    await r.call(modifierAgent, { id, champs: { nom: 'Kerouédan' } })
    expect(await titres('kerouedan état:brouillon')).toEqual(['KEROUÉDAN Inès'])
  })

  it('cherche dans le registre d’un jour passé tel qu’il était', async () => {
    const { id } = await r.call(creerAgent, { nom: 'Caradec', prenom: 'Inès' })
    jour = '2026-11-24'
    await r.call(modifierAgent, { id, champs: { nom: 'Kerouédan' } })
    const auJour = '2026-11-23'
    const passe = await r.call(chercherFiches, { texte: 'caradec', anneeId, limite: 5 }, { auJour })
    expect(passe.groupes).toHaveLength(1)
    expect(await titres('caradec')).toEqual([])
    expect(await titres('kerouedan')).toEqual(['KEROUÉDAN Inès'])
  })
})
