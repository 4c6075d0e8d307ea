import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  chercherEtablissements,
  creerEtablissement,
  fermerEtablissement,
  lireEtablissement,
  listerEtablissements,
  modifierEtablissement,
  rouvrirEtablissement,
  supprimerEtablissement,
} from '../../../../shared/domain/etablissement/etablissement.contract'
import { decoderListe } from '../../../../shared/domain/etablissement/liste'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { insertEtablissement, uaiFictif } from '../../../helpers/etablissement'
import { lisible } from '../../../helpers/lisible'
import { insertMembre, insertReseau } from '../../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const refus = (promise: Promise<unknown>) =>
  promise.then(
    () => '(accepté)',
    (error: Error) => lisible(error.message),
  )
const liste = async (departements?: string[]) =>
  decoderListe(await r.call(listerEtablissements, { anneeId, ...(departements && { departements }) }))

describe('la liste des établissements', () => {
  it('vient dans l’ordre français des noms, avec le bassin ou à défaut la ZAP', async () => {
    await insertEtablissement(r, { nom: 'Lycée Émile Zola', bassinNom: 'Rennes', zapNom: 'Z' })
    await insertEtablissement(r, { nom: 'Collège Évariste Galois', zapNom: 'Rennes Sud' })
    await insertEtablissement(r, { nom: 'Collège Zola' })
    expect((await liste()).map(({ nom, bassin }) => [nom, bassin])).toEqual([
      ['Collège Évariste Galois', 'Rennes Sud'],
      ['Collège Zola', ''],
      ['Lycée Émile Zola', 'Rennes'],
    ])
  })

  it('compte les réseaux du jour, dit leurs noms et lesquels sont FOQUALE', async () => {
    const etablissement = await insertEtablissement(r)
    await insertEtablissement(r)
    const [foquale, psad, ancien, inactif] = [
      await insertReseau(r, { nom: 'FOQUALE Rennes' }),
      await insertReseau(r, { nom: 'PSAD Rennes', type: 'PSAD' }),
      await insertReseau(r, { nom: 'FOQUALE Redon' }),
      await insertReseau(r, { nom: 'FOQUALE Vitré', actif: 0 }),
    ]
    const etablissementId = etablissement.id
    await insertMembre(r, { reseauId: foquale.id, etablissementId })
    await insertMembre(r, { reseauId: psad.id, etablissementId })
    await insertMembre(r, { reseauId: ancien.id, etablissementId, finLe: '2026-08-31' })
    await insertMembre(r, { reseauId: inactif.id, etablissementId })
    expect((await liste()).map(({ nombreReseaux, nombreFoquale }) => [nombreReseaux, nombreFoquale])).toEqual([
      [2, 1],
      [0, 0],
    ])
    expect((await liste())[0]?.reseaux.split(' · ').toSorted()).toEqual(['FOQUALE Rennes', 'PSAD Rennes'])
    const avant = decoderListe(await r.call(listerEtablissements, { anneeId: '2025-2026' }))
    expect(avant[0]).toMatchObject({ nombreReseaux: 3, nombreFoquale: 2 })
  })

  it('se limite aux départements demandés', async () => {
    await insertEtablissement(r, { nom: 'Collège du 22', departement: '022' })
    await insertEtablissement(r)
    expect((await liste(['022'])).map(({ nom }) => nom)).toEqual(['Collège du 22'])
  })
})

describe('chercher un établissement', () => {
  beforeEach(async () => {
    await insertEtablissement(r, {
      uai: '0350059Z',
      nom: 'Lycée professionnel Bréquigny',
      commune: 'Rennes',
      nature: 'LYCEE PROFESSIONNEL',
    })
    await insertEtablissement(r, {
      uai: '0350028R',
      nom: 'Lycée Bréquigny',
      commune: 'Rennes',
      nature: 'LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE',
    })
    await insertEtablissement(r, {
      uai: '0350894G',
      nom: 'Centre d’information et d’orientation',
      commune: 'Fougères',
      nature: 'CENTRE D INFORMATION ET D ORIENTATION',
    })
    await insertEtablissement(r, { uai: '0350001L', nom: 'Collège L’Hermitage', commune: 'Bréal', etat: 'ferme' })
    await insertEtablissement(r, { uai: '0350003N', nom: 'Collège Zéphyr', commune: 'Bréal' })
  })

  it.each([
    ['brequigny', ['Lycée Bréquigny', 'Lycée professionnel Bréquigny']],
    ['lp brequ', ['Lycée professionnel Bréquigny']],
    ['0350059', ['Lycée professionnel Bréquigny']],
    ['0350059z', ['Lycée professionnel Bréquigny']],
    ['cio foug', ['Centre d’information et d’orientation']],
    ['hermitage', ['Collège L’Hermitage']],
    ['lhermitage', ['Collège L’Hermitage']],
    ['breal', ['Collège Zéphyr', 'Collège L’Hermitage']],
    ['introuvable', []],
  ])('« %s » trouve, les fermés en dernier', async (texte, noms) => {
    expect((await r.call(chercherEtablissements, { texte })).map(({ nom }) => nom)).toEqual(noms)
  })

  it('n’en propose jamais plus de vingt', async () => {
    for (let index = 0; index < 25; index += 1) await insertEtablissement(r)
    expect(await r.call(chercherEtablissements, { texte: 'college' })).toHaveLength(20)
  })
})

describe('écrire un établissement', () => {
  it('se crée avec quatre mots : le reste vient du code UAI', async () => {
    const cree = await r.call(creerEtablissement, {
      uai: ' 035 0059 z',
      nom: 'Lycée Neuf',
      type: 'Lycée',
      commune: 'Rennes',
    })
    expect(cree).toMatchObject({
      uai: '0350059Z',
      departement: '035',
      academieCode: '14',
      secteur: 'public',
      etat: 'ouvert',
      annuaireLe: null,
    })
    expect((await r.call(chercherEtablissements, { texte: 'neuf' })).map(({ id }) => id)).toEqual([cree.id])
  })

  it.each([
    ['à la lettre-clé fausse', '0350059A', /la lettre Z/],
    ['sans lettre', '0350059', /Il manque la lettre/],
    ['déjà pris', '0350028R', /est déjà le code UAI de « Lycée Bréquigny »/],
  ])('refuse un code UAI %s, sous son champ', async (_, uai, phrase) => {
    await insertEtablissement(r, { uai: '0350028R', nom: 'Lycée Bréquigny' })
    const essai = r.call(creerEtablissement, { uai, nom: 'Lycée', type: 'Lycée', commune: '' })
    expect(await refus(essai)).toMatch(phrase)
    await expect(essai).rejects.toMatchObject({ fields: { uai: expect.any(String) as string } })
  })

  it('s’écrit champ par champ, et se retrouve sous son nouveau nom', async () => {
    const { id, uai } = await insertEtablissement(r, { nom: 'Collège Ancien' })
    await r.call(modifierEtablissement, { id, champs: { nom: 'Collège Éluard' } })
    await r.call(modifierEtablissement, { id, champs: { uai: uai.toLowerCase(), nombreEleves: 320 } })
    const { etablissement } = await r.call(lireEtablissement, { id, anneeId })
    expect(etablissement).toMatchObject({ uai, nom: 'Collège Éluard', nombreEleves: 320 })
    expect(await r.call(chercherEtablissements, { texte: 'eluard' })).toHaveLength(1)
    expect(await r.call(chercherEtablissements, { texte: 'ancien' })).toHaveLength(0)
  })

  it('se ferme à une date, puis se rouvre', async () => {
    const { id } = await insertEtablissement(r)
    expect(await r.call(fermerEtablissement, { id, fermeLe: '2026-08-31' })).toMatchObject({
      etat: 'ferme',
      fermeLe: '2026-08-31',
    })
    expect(await r.call(rouvrirEtablissement, { id })).toMatchObject({ etat: 'ouvert', fermeLe: null })
  })

  it('se supprime quand rien ne le nomme', async () => {
    const { id } = await insertEtablissement(r)
    await r.call(supprimerEtablissement, { id })
    expect(await refus(r.call(lireEtablissement, { id, anneeId }))).toBe(
      'Cet établissement n’est plus dans le registre.',
    )
  })

  it('ne se supprime pas quand un réseau, un agent ou une lettre le nomme', async () => {
    const { id } = await insertEtablissement(r, { nom: 'Collège Utile' })
    await insertReseau(r, { teteId: id })
    const reseau = await insertReseau(r)
    await insertMembre(r, { reseauId: reseau.id, etablissementId: id })
    const agent = await insertAgent(r)
    await insertAffectation(r, agent.id, { residenceId: id })
    expect(await refus(r.call(supprimerEtablissement, { id }))).toBe(
      '« Collège Utile » est utilisé par 2 réseaux et 1 affectation d’agent : il ne peut pas être supprimé. Vous pouvez le marquer comme fermé ; il ne sera plus proposé.',
    )
    expect(await liste()).toHaveLength(1)
  })
})

describe('la fiche d’un établissement', () => {
  it('dit ses réseaux avec leurs dates, et ceux dont il est tête', async () => {
    const { id } = await insertEtablissement(r)
    const ancien = await insertReseau(r, { nom: 'FOQUALE Redon' })
    const actuel = await insertReseau(r, { nom: 'FOQUALE Rennes', teteId: id })
    await insertReseau(r, { nom: 'PSAD', type: 'PSAD', teteId: id })
    await insertMembre(r, { reseauId: ancien.id, etablissementId: id, debutLe: '2023-09-01', finLe: '2025-08-31' })
    await insertMembre(r, { reseauId: actuel.id, etablissementId: id, debutLe: '2025-09-01' })
    const { reseaux } = await r.call(lireEtablissement, { id, anneeId })
    expect(
      reseaux.map(({ nom, type, estTete, debutLe, finLe, enCours }) => [nom, type, estTete, debutLe, finLe, enCours]),
    ).toEqual([
      ['FOQUALE Rennes', 'FOQUALE', true, '2025-09-01', null, true],
      ['FOQUALE Redon', 'FOQUALE', false, '2023-09-01', '2025-08-31', false],
      ['PSAD', 'PSAD', true, null, null, true],
    ])
  })

  it('dit les agents dont c’est la résidence cette année', async () => {
    const { id } = await insertEtablissement(r, { uai: uaiFictif(400) })
    const agent = await insertAgent(r, { nom: 'Piriou', prenom: 'Karine' })
    await insertAffectation(r, agent.id, { residenceId: id, quotite: 50 })
    await insertAffectation(r, agent.id, { residenceId: id, anneeId: '2025-2026' })
    const { residents } = await r.call(lireEtablissement, { id, anneeId })
    expect(residents).toEqual([
      {
        agentId: agent.id,
        agent: 'PIRIOU Karine',
        role: 'coordonnatrice MLDS',
        quotite: 50,
        debutLe: '2026-09-01',
        finLe: '2027-08-31',
      },
    ])
  })
})
