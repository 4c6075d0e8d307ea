import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apercevoirAnnuaire, importerAnnuaire } from '../../../../shared/domain/annuaire/annuaire.contract'
import { lireRapportImport, listerImports } from '../../../../shared/domain/importation/importation.contract'
import { csvAnnuaire, insertEtablissement, ligneAnnuaire, uaiFictif } from '../../../helpers/etablissement'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const faux = '0350001X'
/** Row 2 has a wrong key letter, row 3 is right. */
function donner(nom = 'Collège 2'): string {
  const chemin = join(r.dossier, 'annuaire.csv')
  const lignes = [
    ligneAnnuaire({ identifiant_de_l_etablissement: faux, nom_etablissement: 'Collège 1' }),
    ligneAnnuaire({ identifiant_de_l_etablissement: uaiFictif(2), nom_etablissement: nom }),
  ]
  writeFileSync(chemin, csvAnnuaire(lignes))
  return r.grant(chemin)
}
const noms = async () =>
  (await r.db.selectFrom('etablissement').select(['nom', 'etat']).orderBy('nom').execute()).map(
    ({ nom, etat }) => `${nom} ${etat}`,
  )

describe('les choix de l’utilisatrice sur l’annuaire', () => {
  it('lit une cellule corrigée à la place de celle du fichier, et dit ce que le fichier écrit', async () => {
    const jeton = donner()
    const avant = await r.call(apercevoirAnnuaire, { jeton })
    const [rejet] = avant.signalements.filter(({ gravite }) => gravite === 'bloquant')
    expect(rejet).toMatchObject({ valeur: faux, correction: expect.stringMatching(/^0350001[A-Z]$/) as string })
    const cellule = rejet?.cellule ?? ''
    expect(cellule).toBe(`${avant.lettres.uai ?? ''}2`)
    const corrections = [{ cellule, valeur: rejet?.correction ?? '' }]
    const apres = await r.call(apercevoirAnnuaire, { jeton, corrections })
    expect(apres).toMatchObject({ nouvelles: 2, rejetees: 0, origines: { [cellule]: faux } })
    const { importId } = await r.call(importerAnnuaire, { jeton, corrections, empreinte: apres.empreinte })
    expect(await noms()).toEqual(['Collège 1 ouvert', 'Collège 2 ouvert'])
    const rapport = await r.call(lireRapportImport, { id: importId })
    expect(rapport).toMatchObject({ genre: 'annuaire', anneeId: null, creees: 2, refusees: 0, tient: true })
    expect(rapport.contenu.corrections).toMatchObject([{ cellule, avant: faux }])
    expect(rapport.fiches.map(({ table, genre }) => [table, genre])).toEqual([
      ['etablissement', 'creation'],
      ['etablissement', 'creation'],
    ])
  })

  it('laisse de côté les lignes décochées : ni écrites, ni fermées', async () => {
    await insertEtablissement(r, { uai: uaiFictif(9), nom: 'Collège 9', type: 'Collège' })
    const jeton = donner()
    const { lignes } = await r.call(apercevoirAnnuaire, { jeton })
    const exclues = lignes.filter(({ sort }) => sort === 'nouvelle' || sort === 'fermee').map(({ cle }) => cle)
    expect(exclues).toHaveLength(2)
    await r.call(importerAnnuaire, { jeton, exclues })
    expect(await noms()).toEqual(['Collège 9 ouvert'])
    expect(await r.call(listerImports, {})).toMatchObject([{ creees: 0, fermees: 0, refusees: 1, decochees: 2 }])
  })

  it('garde dans son rapport la ligne refusée et sa raison, et annonce le même fichier quand il revient', async () => {
    const jeton = donner()
    const { importId } = await r.call(importerAnnuaire, { jeton })
    const { contenu } = await r.call(lireRapportImport, { id: importId })
    expect(contenu.laissees).toMatchObject([{ numero: 2, statut: 'rejetee', titre: `${faux} Collège 1` }])
    expect(contenu.laissees[0]?.raisons[0]).toMatch(/^[A-Z]+2 · /)
    expect((await r.call(apercevoirAnnuaire, { jeton })).dejaImporte).toMatchObject({ id: importId })
  })

  it('refuse un fichier dont le contenu a changé depuis l’aperçu, même de même taille', async () => {
    const jeton = donner('Collège 2')
    const { empreinte } = await r.call(apercevoirAnnuaire, { jeton })
    donner('Collège 3')
    await expect(r.call(importerAnnuaire, { jeton, empreinte })).rejects.toThrow('a changé depuis l’aperçu')
    expect(await noms()).toEqual([])
  })
})
