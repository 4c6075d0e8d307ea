import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { completerApercu } from '../../../../shared/domain/importation/apercu'
import type { ChoixImportation } from '../../../../shared/domain/importation/importation.contract'
import {
  analyserClasseur,
  apercevoirClasseur,
  executerImportation,
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

const gens = Array.from({ length: 30 }, (_, rang) =>
  caradec
    .with(0, `NOM${String(rang)}`)
    .with(5, rang % 3 === 0 ? '0351796K' : '0351796M')
    .with(7, null)
    .with(8, null),
)
const corrige = (cellule: string) => ({ feuille: 'Personnels', cellule, valeur: '0351796M' })

describe('l’aperçu à l’écran', () => {
  test('ne renvoie que les lignes qu’une correction change, et se complète en le plan entier', async () => {
    const entree = { jeton: donnerPersonnels(r, ...gens), anneeId }
    const premier = await r.call(apercevoirClasseur, entree)
    expect(premier.plan.feuilles[0]).toMatchObject({ partielle: false })
    const corrections = [corrige('F2')]
    const second = await r.call(apercevoirClasseur, { ...entree, corrections, base: premier.version })
    expect(second.plan.feuilles[0]).toMatchObject({ partielle: true })
    expect(second.plan.feuilles[0]?.lignes.map(({ numero, statut }) => [numero, statut])).toEqual([[2, 'nouvelle']])
    const complet = completerApercu(completerApercu(undefined, premier.plan), second.plan)
    const { feuilles } = await r.call(analyserClasseur, { ...entree, corrections })
    expect(complet.feuilles).toEqual(feuilles)
  })

  test('renvoie tout à qui n’a pas le dernier aperçu, et quand les en-têtes changent', async () => {
    const entree = { jeton: donnerPersonnels(r, ...gens), anneeId }
    const { version } = await r.call(apercevoirClasseur, entree)
    const ancien = await r.call(apercevoirClasseur, { ...entree, base: version - 1 })
    expect(ancien.plan.feuilles[0]).toMatchObject({ partielle: false })
    const correspondances = [
      { feuille: 'Personnels', nature: 'agents' as const, ligneEntetes: 2, colonnes: { nom: 1, prenom: 2, uai: 6 } },
    ]
    const autre = await r.call(apercevoirClasseur, { ...entree, correspondances, base: ancien.version })
    expect(autre.plan.feuilles[0]).toMatchObject({ partielle: false, ligneEntetes: 2 })
  })

  test('montre ce que dit le fichier sous une cellule corrigée', async () => {
    const { plan } = await r.call(apercevoirClasseur, {
      jeton: donnerPersonnels(r, ...gens),
      anneeId,
      corrections: [corrige('F2')],
    })
    const cellule = plan.feuilles[0]?.lignes[0]?.cellules.find(({ ref }) => ref === 'F2')
    expect(cellule).toMatchObject({ brut: '0351796M', origine: '0351796K' })
  })

  test('propose les colonnes d’une autre ligne d’en-têtes, avec des exemples', async () => {
    const { plan } = await r.call(apercevoirClasseur, { jeton: donnerPersonnels(r, caradec), anneeId })
    expect(plan.feuilles[0]?.premieresLignes[0]).toMatchObject({
      numero: 1,
      textes: 'Nom · Prénom · Fonction · Statut · Quotité',
    })
    expect(plan.feuilles[0]?.colonnes.find(({ champ }) => champ === 'uai')?.exemples).toEqual(['0351796M'])
  })

  test('relit un fichier changé entre-temps, et l’import de ce qui n’a pas été vu est refusé', async () => {
    const jeton = donnerPersonnels(r, caradec)
    const { plan } = await r.call(apercevoirClasseur, { jeton, anneeId })
    donnerPersonnels(r, caradec.with(1, 'Inès-Marie'))
    const choix: ChoixImportation & { empreinte: string } = { jeton, anneeId, empreinte: plan.empreinte }
    await expect(r.call(executerImportation, choix)).rejects.toThrow('a changé depuis l’aperçu')
    const relu = await r.call(apercevoirClasseur, { jeton, anneeId })
    expect(relu.plan.empreinte).not.toBe(plan.empreinte)
    writeFileSync(join(r.dossier, 'essai.xlsx'), 'plus un classeur')
    await expect(r.call(apercevoirClasseur, { jeton, anneeId })).rejects.toThrow('essai.xlsx')
  })
})
