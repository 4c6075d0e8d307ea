import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { supprimerAffectation } from '../../../shared/domain/affectation/affectation.contract'
import { creerLettre, modifierLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { examinerSuppression } from '../../../shared/domain/liste/suppression.contract'
import { dupliquerModele } from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import { insertAffectation, insertAgent } from '../../helpers/agent'
import { insertLieu, insertOperationFse, insertReseauDe } from '../../helpers/lettre-registre'
import { lisible } from '../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

let r: TestRegistre
let ids: Record<'agent' | 'affectation' | 'etablissement' | 'reseau' | 'lettreDeMission' | 'operationFse', string>
beforeEach(async () => {
  r = await testRegistre()
  const etablissement = await insertLieu(r, '0350001L', 'Lycée Macé', { type: 'Lycée' })
  const reseau = await insertReseauDe(r, 'FOQUALE Redon', [etablissement])
  const { id: agent } = await insertAgent(r)
  const { id: affectation } = await insertAffectation(r, agent, { residenceId: etablissement })
  await r.db
    .insertInto('affectationReseau')
    .values({ id: newId(), affectationId: affectation, reseauId: reseau })
    .execute()
  const { lettre } = await r.call(creerLettre, { affectationId: affectation })
  const operationFse = await insertOperationFse(r)
  await r.db
    .insertInto('lettreFse')
    .values({
      ...{ id: newId(), lettreId: lettre.id, operationId: operationFse, pourcentage: 50, missions: '' },
      ...{ debutLe: '2026-09-01', finLe: '2027-08-31' },
    })
    .execute()
  ids = { agent, affectation, etablissement, reseau, lettreDeMission: lettre.id, operationFse }
})
afterEach(() => {
  r.close()
})

const lettre = 'lettre : CARADEC Inès, lettre 2026-2027'
const affectation = 'agent : CARADEC Inès, affectation 2026-2027'

it.each([
  ['etablissement', 'est utilisé par', ['reseau : FOQUALE Redon', lettre, affectation]],
  ['reseau', 'compte', ['etablissement : Lycée Macé', affectation, lettre]],
  ['agent', 'sa fiche ne peut pas être supprimée', ['Affectation 2026-2027', 'lettre : Lettre 2026-2027']],
  ['affectation', 'elle ne peut pas être supprimée', [lettre]],
  ['operationFse', 'est citée par', [lettre]],
] as const)('dit d’avance pourquoi une fiche « %s » reste, et ce qui la retient', async (table, raison, retenue) => {
  const { refus, obstacles } = await r.call(examinerSuppression, { table, id: ids[table] })
  expect(refus).toContain(raison)
  expect(obstacles.map(({ fiche, libelle }) => (fiche === null ? libelle : `${fiche} : ${libelle}`))).toEqual(retenue)
})

it('dit du modèle de lettre ajouté ce qui le suit', async () => {
  const { code } = await r.call(dupliquerModele, { code: 'coordonnateur', libelle: 'Coordonnateur REP' })
  expect(await r.call(examinerSuppression, { table: 'modeleLettre', id: code })).toEqual({ refus: null, obstacles: [] })
  await r.call(modifierLettre, { id: ids.lettreDeMission, champs: { modele: code } })
  const { refus, obstacles } = await r.call(examinerSuppression, { table: 'modeleLettre', id: code })
  expect(lisible(refus ?? '')).toBe('1 lettre de mission suit ce modèle : il ne peut pas être supprimé.')
  expect(obstacles.map(({ libelle }) => libelle)).toEqual(['CARADEC Inès, lettre 2026-2027'])
})

it('ne trouve rien à redire à un brouillon, ni à une fiche que rien ne nomme', async () => {
  const seul = await insertLieu(r, '0350002M', 'Collège Beaumont')
  const libre = { refus: null, obstacles: [] }
  expect(await r.call(examinerSuppression, { table: 'etablissement', id: seul })).toEqual(libre)
  expect(await r.call(examinerSuppression, { table: 'lettreDeMission', id: ids.lettreDeMission })).toEqual(libre)
})

it('la règle tient aussi quand la question n’a pas été posée', async () => {
  await expect(r.call(supprimerAffectation, { id: ids.affectation })).rejects.toMatchObject({ code: 'forbidden' })
})
