import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { annulerEtape, retablirEtape } from '../../../../shared/domain/journal/journal.contract'
import {
  analyserClasseur,
  executerImportation,
  lireRapportImport,
  listerImports,
} from '../../../../shared/domain/importation/importation.contract'
import { insertEtablissementsCites } from '../../../helpers/importation'
import { caradec, donnerPersonnels } from '../../../helpers/importation-personnels'
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

const helias = caradec.with(0, 'HÉLIAS').with(7, null).with(8, null)
const importer = (jeton: string) => r.call(executerImportation, { jeton, anneeId })

describe('l’historique des imports', () => {
  test('garde le fichier, ses nombres, qui et quand', async () => {
    await importer(donnerPersonnels(r, caradec, helias.with(5, '0351796K'), caradec.with(0, ' Caradec ')))
    const [fait, ...autres] = await r.call(listerImports, {})
    expect(autres).toEqual([])
    expect(fait).toMatchObject({
      genre: 'classeur',
      nomFichier: 'essai.xlsx',
      anneeId,
      importeAt: '2026-11-22T10:00:00.000Z',
      lues: 3,
      creees: 1,
      modifiees: 0,
      refusees: 1,
      doublons: 1,
      decochees: 0,
      tient: true,
    })
    expect(fait?.taille).toBeGreaterThan(100)
    expect(fait?.qui).not.toBe('')
  })

  test('dit dans le rapport les fiches écrites, les lignes laissées avec leur raison, les cellules corrigées', async () => {
    const jeton = donnerPersonnels(r, caradec.with(5, '0351796K'), helias.with(5, '0351796A'))
    const corrections = [{ feuille: 'Personnels', cellule: 'F2', valeur: '0351796M' }]
    const { importId } = await r.call(executerImportation, { jeton, anneeId, corrections })
    const rapport = await r.call(lireRapportImport, { id: importId })
    const agent = await r.db.selectFrom('agent').select('id').executeTakeFirstOrThrow()
    expect(rapport.fiches).toEqual([{ table: 'agent', id: agent.id, libelle: 'agent CARADEC Inès', genre: 'creation' }])
    expect(rapport.nombreFiches).toBe(1)
    expect(rapport.contenu.laissees).toMatchObject([{ numero: 3, statut: 'rejetee', titre: 'HÉLIAS Inès' }])
    expect(rapport.contenu.laissees[0]?.raisons[0]).toMatch(/^F3 · /)
    expect(rapport.contenu.corrections).toEqual([
      { feuille: 'Personnels', cellule: 'F2', avant: '0351796K', valeur: '0351796M' },
    ])
    expect(rapport.contenu.feuilles).toMatchObject([
      {
        feuille: 'Personnels',
        titre: 'Agents',
        colonnes: [{ lettre: 'A', titre: 'Nom', libelle: 'Nom' }, ...Array<unknown>(9).fill({})],
      },
    ])
  })

  test('compte à part les lignes décochées', async () => {
    const jeton = donnerPersonnels(r, caradec, helias)
    await r.call(executerImportation, { jeton, anneeId, exclues: [{ feuille: 'Personnels', lignes: [3] }] })
    expect(await r.call(listerImports, {})).toMatchObject([{ lues: 2, creees: 1, decochees: 1 }])
  })

  test('annonce le même fichier quand il revient, tant que son import n’a pas été annulé', async () => {
    const jeton = donnerPersonnels(r, caradec)
    expect((await r.call(analyserClasseur, { jeton, anneeId })).dejaImporte).toBeNull()
    const { importId } = await importer(jeton)
    expect((await r.call(analyserClasseur, { jeton, anneeId })).dejaImporte).toEqual({
      id: importId,
      importeAt: '2026-11-22T10:00:00.000Z',
    })
    await r.call(annulerEtape, { etapeSeq: (await r.call(listerImports, {}))[0]?.etapeSeq })
    expect((await r.call(analyserClasseur, { jeton, anneeId })).dejaImporte).toBeNull()
  })

  test('garde un import annulé, et le dit ; rétabli, il tient de nouveau', async () => {
    const { importId } = await importer(donnerPersonnels(r, caradec))
    await r.call(annulerEtape, {})
    expect(await r.call(listerImports, {})).toMatchObject([{ id: importId, tient: false, creees: 1 }])
    expect(await r.call(lireRapportImport, { id: importId })).toMatchObject({ tient: false, fiches: [] })
    await r.call(retablirEtape, {})
    expect(await r.call(listerImports, {})).toMatchObject([{ id: importId, tient: true }])
  })

  test('refuse le rapport d’un import qu’il ne connaît pas', async () => {
    await expect(r.call(lireRapportImport, { id: 'inconnu' })).rejects.toThrow('n’est plus dans l’historique')
  })
})
