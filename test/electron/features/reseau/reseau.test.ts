import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annulerEtape } from '../../../../shared/domain/journal/journal.contract'
import {
  ajouterMembre,
  ajouterMembres,
  couvertureReseaux,
  creerReseau,
  lireReseau,
  listerReseaux,
  modifierMembres,
  modifierReseau,
  supprimerMembres,
  type SuiteDesMembres,
  supprimerReseau,
} from '../../../../shared/domain/reseau/reseau.contract'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { insertEtablissement } from '../../../helpers/etablissement'
import { lisible } from '../../../helpers/lisible'
import { attacher, insertMembre, insertReseau } from '../../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'

/** The only sentence of what was refused, nothing having been done. */
function refusDeSuite({ faits, refus: laisses }: SuiteDesMembres): string {
  expect([faits, laisses.length]).toEqual([0, 1])
  return lisible(laisses[0]?.message ?? '')
}

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

async function agentDuReseau(reseauId: string, nom: string, role: string, anneeDuService = anneeId) {
  const agent = await insertAgent(r, { nom })
  const affectation = await insertAffectation(r, agent.id, {
    roleId: (await terme(r, 'role', role)).id,
    anneeId: anneeDuService,
  })
  await attacher(r, affectation.id, reseauId)
  return agent
}

describe('la liste des réseaux', () => {
  it('dit le type, la tête, les membres du jour, les coordonnateurs et les formateurs de l’année', async () => {
    const tete = await insertEtablissement(r, { nom: 'Lycée Tête' })
    const reseau = await insertReseau(r, {
      code: 'FOQ-35-REN',
      nom: 'FOQUALE Rennes',
      teteId: tete.id,
      animateur: 'Le proviseur',
    })
    await insertMembre(r, { reseauId: reseau.id, etablissementId: tete.id })
    const ancien = await insertEtablissement(r)
    await insertMembre(r, { reseauId: reseau.id, etablissementId: ancien.id, finLe: '2026-08-31' })
    await agentDuReseau(reseau.id, 'Caradec', 'COORD_RESEAU')
    await agentDuReseau(reseau.id, 'Ollivier', 'FORM')
    await agentDuReseau(reseau.id, 'Parti', 'COORD_RESEAU', '2025-2026')
    const [vu] = await r.call(listerReseaux, { anneeId })
    expect(vu).toMatchObject({
      code: 'FOQ-35-REN',
      type: 'FOQUALE',
      categorie: 'foquale',
      animateur: 'Le proviseur',
      nombreMembres: 1,
    })
    expect(vu?.tete).toMatchObject({ nom: 'Lycée Tête' })
    expect(vu?.coordonnateurs.map(({ agent }) => agent)).toEqual(['CARADEC Inès'])
    expect(vu?.formateurs.map(({ agent }) => agent)).toEqual(['OLLIVIER Inès'])
  })

  it('vient dans l’ordre des noms, les nombres par leur valeur', async () => {
    for (const nom of ['Réseau 10', 'Réseau 2', 'Étel']) await insertReseau(r, { nom })
    expect((await r.call(listerReseaux, { anneeId })).map(({ nom }) => nom)).toEqual(['Étel', 'Réseau 2', 'Réseau 10'])
  })
})

describe('écrire un réseau', () => {
  const nouveau = async () => ({
    code: 'FOQ-1',
    nom: 'FOQUALE Vitré',
    typeId: (await terme(r, 'typeReseau', 'FOQUALE')).id,
  })

  it('se crée, se modifie champ par champ et se supprime tant que rien n’y est rattaché', async () => {
    const { id } = await r.call(creerReseau, await nouveau())
    await r.call(modifierReseau, { id, champs: { bassin: 'Vitré', actif: 0 } })
    expect((await r.call(lireReseau, { id, anneeId })).reseau).toMatchObject({
      nom: 'FOQUALE Vitré',
      bassin: 'Vitré',
      actif: 0,
      cleRecherche: 'foq 1 foquale vitre vitre foq1',
    })
    await r.call(supprimerReseau, { id })
    expect(await r.call(listerReseaux, { anneeId })).toEqual([])
  })

  it('refuse un code déjà porté et un type inconnu', async () => {
    await r.call(creerReseau, await nouveau())
    expect(await refus(r.call(creerReseau, await nouveau()))).toBe('Un réseau porte déjà ce code.')
    expect(
      await refus(
        r.call(creerReseau, { ...(await nouveau()), code: 'B', typeId: (await terme(r, 'role', 'FORM')).id }),
      ),
    ).toBe('Choisissez un type de réseau.')
  })

  it('ne se supprime pas avec ses membres et ses agents', async () => {
    const reseau = await insertReseau(r, { nom: 'FOQUALE Redon' })
    await insertMembre(r, { reseauId: reseau.id, etablissementId: (await insertEtablissement(r)).id })
    await agentDuReseau(reseau.id, 'Caradec', 'COORD_RESEAU')
    expect(await refus(r.call(supprimerReseau, { id: reseau.id }))).toBe(
      '« FOQUALE Redon » compte 1 établissement membre et 1 affectation d’agent : il ne peut pas être supprimé. Vous pouvez le rendre inactif ; il ne sera plus proposé.',
    )
  })
})

describe('les membres d’un réseau', () => {
  it('entrent à une date, sortent à une autre, et peuvent revenir', async () => {
    const reseau = await insertReseau(r)
    const etablissement = await insertEtablissement(r, { nom: 'Collège Va-et-vient' })
    const appartenance = { reseauId: reseau.id, etablissementId: etablissement.id }
    const premier = await r.call(ajouterMembre, { ...appartenance, debutLe: '2024-09-01' })
    expect(await refus(r.call(ajouterMembre, { ...appartenance, debutLe: '2025-09-01' }))).toBe(
      '« Collège Va-et-vient » est déjà membre de ce réseau depuis le 01/09/2024.',
    )
    await r.call(modifierMembres, { membres: [{ id: premier.id, champs: { finLe: '2025-08-31' } }] })
    expect(await refus(r.call(ajouterMembre, { ...appartenance, debutLe: '2025-08-31' }))).toBe(
      '« Collège Va-et-vient » est déjà membre de ce réseau du 01/09/2024 au 31/08/2025.',
    )
    await r.call(ajouterMembre, { ...appartenance, debutLe: '2026-09-01' })
    const { membres } = await r.call(lireReseau, { id: reseau.id, anneeId })
    expect(membres.map(({ debutLe, finLe, enCours }) => [debutLe, finLe, enCours])).toEqual([
      ['2026-09-01', null, true],
      ['2024-09-01', '2025-08-31', false],
    ])
  })

  it('entrent à plusieurs en une étape ; qui l’est déjà reste comme il est', async () => {
    const reseau = await insertReseau(r)
    const [premier, second] = [
      await insertEtablissement(r, { nom: 'Collège Déjà' }),
      await insertEtablissement(r, { nom: 'Collège Nouveau' }),
    ]
    const appartenance = (etablissementId: string) => ({ reseauId: reseau.id, etablissementId, debutLe: '2026-11-29' })
    await r.call(ajouterMembre, { ...appartenance(premier.id), debutLe: '2024-09-01' })
    const reponse = await r.call(ajouterMembres, { membres: [premier.id, second.id].map(appartenance) })
    expect([reponse.faits, reponse.refus.map(({ nom, message }) => [nom, lisible(message)])]).toEqual([
      1,
      [['Collège Déjà', '« Collège Déjà » est déjà membre de ce réseau depuis le 01/09/2024.']],
    ])
    const { membres } = await r.call(lireReseau, { id: reseau.id, anneeId })
    expect(membres).toHaveLength(2)
    const perdu = r.call(ajouterMembres, {
      membres: [appartenance(second.id), { ...appartenance(premier.id), reseauId: 'perdu' }],
    })
    expect(await refus(perdu)).toMatch(/n’est plus dans le registre/u)
  })

  it('ne sortent pas avant d’être entrés', async () => {
    const reseau = await insertReseau(r)
    const { id } = await insertMembre(r, { reseauId: reseau.id, etablissementId: (await insertEtablissement(r)).id })
    expect(refusDeSuite(await r.call(modifierMembres, { membres: [{ id, champs: { finLe: '2024-08-31' } }] }))).toBe(
      'La sortie du réseau ne peut pas précéder l’entrée, le 01/09/2024.',
    )
  })

  it('changent de dates en une étape qui s’annule ; ce que la règle refuse reste, avec sa phrase et son rang', async () => {
    const reseau = await insertReseau(r)
    const [un, deux] = [
      await insertEtablissement(r, { nom: 'Collège Un' }),
      await insertEtablissement(r, { nom: 'Collège Deux' }),
    ]
    const appartenance = (etablissementId: string, debutLe: string, finLe: string | null) =>
      insertMembre(r, { reseauId: reseau.id, etablissementId, debutLe, finLe })
    const passee = await appartenance(un.id, '2023-09-01', '2024-08-31')
    const presente = await appartenance(un.id, '2024-09-01', null)
    const autre = await appartenance(deux.id, '2024-09-01', null)
    const jours = async () =>
      (await r.call(lireReseau, { id: reseau.id, anneeId })).membres
        .map(({ id, debutLe, finLe }) => [id, debutLe, finLe])
        .toSorted()
    const avant = await jours()
    const suite = await r.call(modifierMembres, {
      membres: [
        { id: autre.id, champs: { debutLe: '2025-09-01', finLe: '2026-08-31' } },
        { id: presente.id, champs: { debutLe: '2024-01-01' } },
        { id: passee.id, champs: { finLe: '2022-08-31' } },
        { id: presente.id, champs: { finLe: '2026-07-01' }, attendu: { finLe: '2026-06-30' } },
      ],
    })
    expect([
      suite.faits,
      suite.refus.map(({ rang, message }) => [rang, lisible(message).replace(/ Votre .*/u, '')]),
    ]).toEqual([
      1,
      [
        [1, '« Collège Un » est déjà membre de ce réseau du 01/09/2023 au 31/08/2024.'],
        [2, 'La sortie du réseau ne peut pas précéder l’entrée, le 01/09/2023.'],
        [3, 'Cette fiche a été modifiée entre-temps dans une autre fenêtre.'],
      ],
    ])
    expect((await jours()).find(([id]) => id === autre.id)).toEqual([autre.id, '2025-09-01', '2026-08-31'])
    await r.call(annulerEtape, {})
    expect(await jours()).toEqual(avant)
  })

  it('ne s’effacent que s’ils ont été écrits aujourd’hui ou commencent plus tard', async () => {
    const reseau = await insertReseau(r)
    const membre = async (id: string, debutLe: string) => {
      const { id: etablissementId } = await insertEtablissement(r)
      return insertMembre(r, { id, reseauId: reseau.id, etablissementId, debutLe })
    }
    // UUID v7 of 22/11/2026 at noon, and of 01/09/2026.
    const daujourdhui = await membre(`${uuidDu('2026-11-22')}-7000-8000-000000000001`, '2026-09-01')
    const danciennete = await membre(`${uuidDu('2026-09-01')}-7000-8000-000000000002`, '2026-09-01')
    const avenir = await membre(`${uuidDu('2026-09-01')}-7000-8000-000000000003`, '2027-01-04')
    await r.call(supprimerMembres, { ids: [daujourdhui.id, avenir.id] })
    expect(refusDeSuite(await r.call(supprimerMembres, { ids: [danciennete.id] }))).toBe(
      'Cette appartenance fait partie de l’histoire du réseau, depuis le 01/09/2026 : indiquez plutôt sa date de fin.',
    )
    expect((await r.call(lireReseau, { id: reseau.id, anneeId })).membres).toHaveLength(1)
  })

  it('disent à quel autre réseau du même type ils appartiennent', async () => {
    const [rennes, redon, psad] = [
      await insertReseau(r, { nom: 'Rennes' }),
      await insertReseau(r, { nom: 'Redon' }),
      await insertReseau(r, { nom: 'PSAD', type: 'PSAD' }),
    ]
    const { id: etablissementId } = await insertEtablissement(r)
    for (const { id: reseauId } of [rennes, redon, psad]) await insertMembre(r, { reseauId, etablissementId })
    const { membres } = await r.call(lireReseau, { id: rennes.id, anneeId })
    expect(membres.map(({ aussiDans }) => aussiDans)).toEqual([['Redon']])
  })
})

/** The first twelve hexadecimal digits of a UUID v7 made that day at noon. */
function uuidDu(jour: string): string {
  const ms = new Date(`${jour}T12:00:00`).getTime().toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}`
}

describe('la couverture', () => {
  const couverture = (options = {}) => r.call(couvertureReseaux, { jour: '2026-11-22', ...options })

  async function situation() {
    const [seul, double, sans] = [
      await insertEtablissement(r, { nom: 'Collège Seul' }),
      await insertEtablissement(r, { nom: 'Collège Double' }),
      await insertEtablissement(r, { nom: 'Collège Sans' }),
    ]
    await insertEtablissement(r, { nom: 'Collège Privé', secteur: 'prive' })
    await insertEtablissement(r, { nom: 'CIO', type: 'Information et orientation' })
    await insertEtablissement(r, { nom: 'Collège Fermé', etat: 'ferme' })
    const [rennes, redon, psad] = [
      await insertReseau(r, { nom: 'Rennes' }),
      await insertReseau(r, { nom: 'Redon' }),
      await insertReseau(r, { nom: 'PSAD', type: 'PSAD' }),
    ]
    await insertMembre(r, { reseauId: rennes.id, etablissementId: seul.id })
    await insertMembre(r, { reseauId: rennes.id, etablissementId: double.id })
    await insertMembre(r, { reseauId: redon.id, etablissementId: double.id })
    await insertMembre(r, { reseauId: psad.id, etablissementId: sans.id })
    await agentDuReseau(rennes.id, 'Caradec', 'COORD_RESEAU')
    await agentDuReseau(redon.id, 'Ollivier', 'FORM')
    return { sans, redon }
  }

  it('montre qui n’est dans aucun réseau FOQUALE, qui est dans deux, et les réseaux sans coordonnateur', async () => {
    await situation()
    const vue = await couverture()
    expect(vue).toMatchObject({ aCouvrir: 3, couverts: 2, typesConnus: ['Collège', 'Information et orientation'] })
    expect(vue.sansReseau.map(({ nom }) => nom)).toEqual(['Collège Sans'])
    expect(
      vue.enDouble.map(({ etablissement, type, reseaux }) => [etablissement.nom, type, reseaux.map(({ nom }) => nom)]),
    ).toEqual([['Collège Double', 'FOQUALE', ['Rennes', 'Redon']]])
    expect(vue.sansCoordonnateur.map(({ nom, nombreMembres }) => [nom, nombreMembres])).toEqual([['Redon', 1]])
  })

  it.each<[string, object, string[]]>([
    ['avec le privé', { secteurs: ['public', 'prive'] }, ['Collège Privé', 'Collège Sans']],
    ['avec les CIO', { types: ['Collège', 'Information et orientation'] }, ['CIO', 'Collège Sans']],
    ['pour les PSAD', { categories: ['psad'] }, ['Collège Double', 'Collège Seul']],
    ['pour tous les types de réseau', { categories: [] }, []],
    ['avant qu’aucun n’entre', { jour: '2024-01-01' }, ['Collège Double', 'Collège Sans', 'Collège Seul']],
  ])('se regarde %s', async (_, options, noms) => {
    await situation()
    expect((await couverture(options)).sansReseau.map(({ nom }) => nom)).toEqual(noms)
  })

  it('oublie un réseau rendu inactif', async () => {
    const { redon } = await situation()
    await r.call(modifierReseau, { id: redon.id, champs: { actif: 0 } })
    expect(await couverture()).toMatchObject({ enDouble: [], sansCoordonnateur: [] })
  })
})
