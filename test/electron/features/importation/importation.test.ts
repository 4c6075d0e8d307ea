import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { analyserClasseur, executerImportation } from '../../../../shared/domain/importation/importation.contract'
import { signalementsDuPlan } from '../../../../shared/domain/importation/plan'
import { insertEtablissementsCites } from '../../../helpers/importation'
import { caradec, donnerPersonnels, regles, statuts } from '../../../helpers/importation-personnels'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2025-2026'
let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
  await insertEtablissementsCites(r)
})
afterEach(() => {
  r.close()
})

const personnels = (...lignes: (readonly (string | number | null)[])[]): string => donnerPersonnels(r, ...lignes)
const agents = () => r.db.selectFrom('agent').selectAll().orderBy('cleTri').execute()

describe('une personne déjà connue', () => {
  beforeEach(async () => {
    await r.call(executerImportation, { jeton: personnels(caradec), anneeId })
  })

  test('dit champ par champ ce qui change, l’ancien puis le nouveau', async () => {
    const change = caradec.with(4, '75 %').with(8, '02 99 00 11 11').with(5, '0351053E').with(6, 'Collège Jean Monnet')
    const plan = await r.call(analyserClasseur, { jeton: personnels(change), anneeId })
    expect(statuts(plan)).toEqual(['modifiee'])
    const changements = plan.feuilles[0]?.lignes[0]?.changements.map(({ libelle, avant, apres }) =>
      [libelle, avant, apres].join(' | ').replace(/\u00A0/gu, ' '),
    )
    expect(changements).toEqual([
      'Téléphone | 02 99 00 55 63 | 02 99 00 11 11',
      'Quotité | 90 % | 75 %',
      'Résidence | Collège Emile Zola | Collège Jean Monnet',
    ])
  })

  test('ne perd rien quand une cellule est vide', async () => {
    const plan = await r.call(executerImportation, { jeton: personnels(caradec.with(8, null).with(3, null)), anneeId })
    expect(statuts(plan)).toEqual(['inchangee'])
    expect((await agents())[0]?.telephone).toBe('02 99 00 55 63')
  })

  test('écrit les changements une fois confirmés, sans créer de seconde personne', async () => {
    await r.call(executerImportation, { jeton: personnels(caradec.with(4, 0.5)), anneeId })
    const affectations = await r.db.selectFrom('affectation').select('quotite').execute()
    expect(affectations).toEqual([{ quotite: 50 }])
    expect(await agents()).toHaveLength(1)
  })

  test('la reconnaît l’année suivante par son mél, même ailleurs', async () => {
    const plan = await r.call(executerImportation, {
      jeton: personnels(caradec.with(5, '0351053E').with(6, null)),
      anneeId: '2026-2027',
    })
    expect(statuts(plan)).toEqual(['modifiee'])
    expect(await agents()).toHaveLength(1)
    expect(await r.db.selectFrom('affectation').select('anneeId').orderBy('anneeId').execute()).toEqual([
      { anneeId },
      { anneeId: '2026-2027' },
    ])
  })
})

describe('des lignes du même nom', () => {
  test('sont un doublon quand tout concorde : la première est gardée', async () => {
    const plan = await r.call(executerImportation, {
      jeton: personnels(caradec, caradec.with(0, ' Caradec ').with(4, 1)),
      anneeId,
    })
    expect(statuts(plan)).toEqual(['nouvelle', 'doublon'])
    expect(await r.db.selectFrom('affectation').select('quotite').execute()).toEqual([{ quotite: 90 }])
  })

  test('sont deux personnes quand résidence et téléphone diffèrent, même avec le même mél', async () => {
    const autre = caradec.with(5, '0351053E').with(6, null).with(8, '02 99 00 99 99')
    const plan = await r.call(executerImportation, { jeton: personnels(caradec, autre), anneeId })
    expect(statuts(plan)).toEqual(['nouvelle', 'nouvelle'])
    expect(regles(plan)).toEqual(['H2 agents.homonyme', 'H3 agents.homonyme'])
    expect(await agents()).toHaveLength(2)
  })

  test('sont deux services d’une personne quand seul le lieu change, et le cumul est contrôlé', async () => {
    const plan = await r.call(executerImportation, {
      jeton: personnels(caradec, caradec.with(5, '0351053E').with(6, null).with(4, '50 %')),
      anneeId,
    })
    expect(statuts(plan)).toEqual(['nouvelle', 'nouvelle'])
    expect(regles(plan)).toEqual(['A3 agents.autreService', 'E3 agents.quotites'])
    expect(await agents()).toHaveLength(1)
    expect(await r.db.selectFrom('affectation').selectAll().execute()).toHaveLength(2)
  })
})

describe('ce qui ne se lit pas', () => {
  test.each([
    ['une fonction inconnue', 2, 'Coordinateur MLDS', 'C2 agents.fonction', 'coordonnateur MLDS'],
    ['une quotité nulle', 4, '0 %', 'E2 agents.quotite', null],
    ['une quotité trop grande', 4, '120 %', 'E2 cellule.illisible', null],
    ['un prénom absent', 1, null, 'B2 personne.nom', null],
    ['une lettre-clé fausse', 5, '0351796K', 'F2 uai.cle', '0351796M'],
    ['le code d’un autre établissement', 5, '0352318E', 'G2 uai.nom', null],
    ['un UAI bien formé, inconnu du registre', 5, '0010001W', 'F2 uai.inconnu', '0351796M'],
    ['un statut inconnu', 3, 'Titulair', 'D2 agents.statut', 'titulaire'],
    ['une date impossible', 9, '31/02/2026', 'J2 cellule.illisible', null],
    ['un téléphone trop court', 8, '02 99', 'I2 cellule.illisible', null],
    ['un mél sans domaine', 7, 'ines.caradec@', 'H2 agents.courriel', null],
    ['un nom qui n’est pas celui du code', 6, 'Collège Jean Monnet', 'G2 uai.nom', null],
  ])('%s est dit à sa cellule', async (_, colonne, valeur, attendu, correction) => {
    const plan = await r.call(analyserClasseur, { jeton: personnels(caradec.with(colonne, valeur)), anneeId })
    const dits = signalementsDuPlan(plan).filter(({ gravite }) => gravite !== 'information')
    expect(dits.map(({ cellule, regle }) => `${cellule} ${regle}`)).toEqual([attendu])
    if (correction !== null) expect(dits[0]?.correction).toBe(correction)
  })

  test('une correction acceptée s’applique à la cellule et reste dite', async () => {
    const jeton = personnels(caradec.with(5, '0351796K'))
    const corrections = [{ feuille: 'Personnels', cellule: 'F2', valeur: '0351796M' }]
    const plan = await r.call(executerImportation, { jeton, anneeId, corrections })
    expect(statuts(plan)).toEqual(['nouvelle'])
    expect(signalementsDuPlan(plan).map(({ cellule, regle, valeur }) => [cellule, regle, valeur])).toContainEqual([
      'F2',
      'cellule.corrigee',
      '0351796K',
    ])
    expect(await agents()).toHaveLength(1)
  })

  test('sans annuaire, le registre le demande d’abord', async () => {
    await r.db.deleteFrom('etablissement').execute()
    const plan = await r.call(analyserClasseur, { jeton: personnels(caradec), anneeId })
    expect(statuts(plan)).toEqual(['rejetee'])
    expect(signalementsDuPlan(plan).find(({ gravite }) => gravite === 'bloquant')?.message).toContain(
      'Importez d’abord l’annuaire',
    )
  })
})
