import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireCampagne } from '../../../../shared/domain/campagne/campagne.contract'
import { creerDemonstration } from '../../../../shared/domain/demonstration/demonstration.contract'
import { controlerPlan } from '../../../../shared/domain/fse/regles'
import { verifierRegistre } from '../../../../shared/domain/registre/registre.contract'
import { uaiValide } from '../../../../shared/uai'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

describe('le registre de démonstration', () => {
  let r: TestRegistre
  beforeAll(async () => {
    r = await testRegistre()
    await r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo.mlds')) })
  })
  afterAll(() => {
    r.close()
  })
  const count = (sql: string): number => r.sqlite.prepare(sql).pluck().get() as number

  it.each([
    ['300 établissements', 'select count(*) from etablissement', 300],
    [
      '8 réseaux FOQUALE',
      "select count(*) from reseau join vocabulaire v on v.id = typeId where v.categorie = 'foquale'",
      8,
    ],
    ['3 PSAD', "select count(*) from reseau join vocabulaire v on v.id = typeId where v.categorie = 'psad'", 3],
    ['45 affectations en 2026-2027', "select count(*) from affectation where anneeId = '2026-2027'", 45],
    ['45 lettres en 2025-2026', "select count(*) from lettreDeMission where anneeId = '2025-2026'", 45],
    ['38 lettres en 2026-2027', "select count(*) from lettreDeMission where anneeId = '2026-2027'", 38],
    ['une opération FSE', 'select count(*) from operationFse', 1],
  ])('compte %s', (_libelle, sql, expected) => {
    expect(count(sql)).toBe(expected)
  })

  it('ne contient que des codes UAI justes', () => {
    const uais = r.sqlite.prepare('select uai from etablissement').pluck().all() as string[]
    expect(uais.filter((uai) => !uaiValide(uai))).toEqual([])
  })

  it('est cohérent : aucun constat de vérification', async () => {
    expect((await r.call(verifierRegistre, {})).constats).toEqual([])
  })

  it('répartit exactement les heures dues de chaque lettre', () => {
    const ecarts = count(`select count(*) from lettreDeMission l
      where abs(heuresDues - (select sum(heures) from lettreDomaine d where d.lettreId = l.id)) > 0.001`)
    expect(ecarts).toBe(0)
  })

  it('donne à chaque lettre au moins trois établissements différents de la résidence', () => {
    const courtes = count(`select count(*) from lettreDeMission l
      where (select count(*) from lettreEtablissement e where e.lettreId = l.id and e.etablissementId <> l.residenceId) < 3`)
    expect(courtes).toBe(0)
  })

  it('laisse une campagne à finir : des lettres à écrire, à corriger, à amender, des départs à expliquer', async () => {
    const { propositions } = await r.call(lireCampagne, { anneeId: '2026-2027' })
    const nombre = (genre: string) => propositions.filter((proposition) => proposition.genre === genre).length
    expect(['reconduite', 'modifiee', 'nouvelle', 'correction', 'avenant', 'aExpliquer'].map(nombre)).toEqual([
      1, 4, 2, 1, 1, 2,
    ])
  })

  it('équilibre l’opération FSE dans les deux colonnes', async () => {
    const operation = await r.db.selectFrom('operationFse').selectAll().executeTakeFirstOrThrow()
    const lignes = await r.db.selectFrom('ligneFse').selectAll().execute()
    expect([
      ...controlerPlan(operation, lignes, 'prevuCents'),
      ...controlerPlan(operation, lignes, 'realiseCents'),
    ]).toEqual([])
  })

  it('est le même à chaque création', async () => {
    const noms = () => r.sqlite.prepare('select nom, prenom, courriel from agent order by cleTri, prenom').all()
    const premiere = noms()
    await r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo-2.mlds')) })
    expect(noms()).toEqual(premiere)
  })

  it('refuse d’écrire sur un fichier qui existe', async () => {
    await expect(r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo-2.mlds')) })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('existe déjà') as string,
    })
  })
})
