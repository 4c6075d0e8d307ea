import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readXlsx } from '../../../../electron/documents/xlsx-reader'
import { AppError } from '../../../../shared/app-error'
import {
  analyserClasseur,
  enregistrerLignesACorriger,
  executerImportation,
} from '../../../../shared/domain/importation/importation.contract'
import type { Progress } from '../../../../shared/ipc'
import { donnerClasseur, insertEtablissementsCites } from '../../../helpers/importation'
import { caradec, donnerPersonnels, entetes, regles, statuts } from '../../../helpers/importation-personnels'
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

describe('les choix de l’utilisateur', () => {
  test('une ligne décochée n’est pas écrite', async () => {
    const jeton = personnels(caradec, caradec.with(0, 'HÉLIAS').with(7, null))
    const plan = await r.call(executerImportation, {
      jeton,
      anneeId,
      exclues: [{ feuille: 'Personnels', lignes: [2] }],
    })
    expect(plan.feuilles[0]?.lignes.map(({ exclue }) => exclue)).toEqual([true, false])
    expect((await agents()).map(({ nom }) => nom)).toEqual(['HÉLIAS'])
  })

  test('des colonnes choisies à la main sont gardées pour le fichier suivant de cette forme', async () => {
    const bizarres = ['Qui', 'Métier', 'Part', 'Lieu']
    const ligne = ['Inès CARADEC', 'CFI', 0.8, '0351796M']
    const jeton = donnerClasseur(r, { Divers: [['Un titre'], bizarres, ligne] })
    const avant = await r.call(analyserClasseur, { jeton, anneeId })
    expect(avant.feuilles).toEqual([])
    expect(avant.feuillesLaissees).toMatchObject([{ feuille: 'Divers', ligneEntetes: 2 }])
    const correspondances = [
      {
        feuille: 'Divers',
        nature: 'agents' as const,
        ligneEntetes: 2,
        colonnes: { nomPrenom: 1, fonction: 2, quotite: 3, uai: 4 },
      },
    ]
    await r.call(executerImportation, { jeton, anneeId, correspondances })
    expect(await agents()).toMatchObject([{ nom: 'CARADEC', prenom: 'Inès' }])
    const apres = await r.call(analyserClasseur, { jeton, anneeId })
    expect(apres.feuilles).toMatchObject([{ nature: 'agents', memorisee: true }])
    expect(statuts(apres)).toEqual(['inchangee'])
  })

  test('des deux derniers choix pour une même forme de fichier, le plus récent est repris', async () => {
    const titres = ['Qui', 'Métier', 'Part', 'Lieu']
    const jeton = donnerClasseur(r, { Divers: [titres, ['Inès CARADEC', 'CFI', 0.8, '0351796M']] })
    const importer = (nature: 'agents' | 'reseaux', colonnes: Record<string, number>, jour: string) => {
      r.context.now = () => jour
      const correspondances = [{ feuille: 'Divers', nature, ligneEntetes: 1, colonnes }]
      return r.call(executerImportation, { jeton, anneeId, correspondances })
    }
    await importer('reseaux', { nom: 1, membres: 4 }, '2026-09-01T08:00:00.000Z')
    await importer('agents', { nomPrenom: 1, fonction: 2, quotite: 3, uai: 4 }, '2026-09-02T08:00:00.000Z')
    const { feuilles } = await r.call(analyserClasseur, { jeton, anneeId })
    expect(feuilles).toMatchObject([{ nature: 'agents', memorisee: true }])
  })

  test('des colonnes retenues s’oublient : les titres sont lus de nouveau, et gardés à l’import', async () => {
    const jeton = personnels(caradec)
    const sansFonction = [
      { feuille: 'Personnels', nature: 'agents' as const, ligneEntetes: 1, colonnes: { nom: 1, prenom: 2, uai: 6 } },
    ]
    await r.call(executerImportation, { jeton, anneeId, correspondances: sansFonction })
    const reconnues = async (correspondances?: { feuille: string; nature: 'agents'; ligneEntetes: number }[]) => {
      const plan = await r.call(analyserClasseur, { jeton, anneeId, ...(correspondances && { correspondances }) })
      return plan.feuilles.map(({ memorisee, colonnes }) => [
        memorisee,
        colonnes.filter(({ champ }) => champ !== null).length,
      ])
    }
    expect(await reconnues()).toEqual([[true, 3]])
    const oubliees = [{ feuille: 'Personnels', nature: 'agents' as const, ligneEntetes: 1 }]
    expect(await reconnues(oubliees)).toEqual([[false, entetes.length]])
    await r.call(executerImportation, { jeton, anneeId, correspondances: oubliees })
    expect(await reconnues()).toEqual([[true, entetes.length]])
  })

  test.each<[string, Record<string, number>, (string | null)[], string]>([
    [
      'le nom, dans sa cellule vide',
      { nom: 1, prenom: 2 },
      [null, 'Inès'],
      'A2 Le nom manque. Écrivez le nom et le prénom.',
    ],
    [
      'le prénom, dans sa cellule vide',
      { nom: 1, prenom: 2 },
      ['CARADEC', null],
      'B2 Le prénom manque. Écrivez le nom et le prénom.',
    ],
    [
      'le prénom, dans la cellule des deux',
      { nomPrenom: 1 },
      ['CARADEC', null],
      'A2 Le prénom manque. Écrivez le nom et le prénom.',
    ],
    [
      'le nom, sans colonne',
      { prenom: 2 },
      ['1', 'Inès'],
      'B2 Le nom manque : aucune colonne de la feuille n’est prise pour lui.',
    ],
  ])('qui manque est nommé : %s', async (_, identite, [nom = null, prenom = null], attendu) => {
    const jeton = personnels(caradec.with(0, nom).with(1, prenom))
    const colonnes = { ...identite, fonction: 3, quotite: 5, uai: 6 }
    const correspondances = [{ feuille: 'Personnels', nature: 'agents' as const, ligneEntetes: 1, colonnes }]
    const { feuilles } = await r.call(analyserClasseur, { jeton, anneeId, correspondances })
    const dits = feuilles[0]?.lignes[0]?.signalements.filter(({ gravite }) => gravite === 'bloquant')
    expect(dits?.map(({ cellule, message }) => `${cellule} ${message.replaceAll('\u00a0', ' ')}`)).toEqual([attendu])
  })

  test('une feuille laissée de côté l’est aussi la fois suivante, elle seule, jusqu’à ce qu’on la reprenne', async () => {
    const autre = caradec.with(0, 'HÉLIAS').with(7, null).with(8, null)
    const jeton = donnerClasseur(r, { Personnels: [entetes, caradec], Archives: [['Année passée'], entetes, autre] })
    const lire = async () => {
      const { feuilles, feuillesLaissees } = await r.call(analyserClasseur, { jeton, anneeId })
      return [feuilles.map(({ feuille }) => feuille), feuillesLaissees.map(({ feuille, motif }) => [feuille, motif])]
    }
    expect(await lire()).toEqual([['Personnels', 'Archives'], []])
    const laisser = { feuille: 'Archives', nature: null, ligneEntetes: 2 }
    await r.call(executerImportation, { jeton, anneeId, correspondances: [laisser] })
    const laissee = [['Personnels'], [['Archives', 'Vous l’avez laissée la dernière fois.']]]
    expect(await lire()).toEqual(laissee)
    // Importing once more without a word of it changes nothing.
    await r.call(executerImportation, { jeton, anneeId })
    expect(await lire()).toEqual(laissee)
    await r.call(executerImportation, { jeton, anneeId, correspondances: [{ ...laisser, nature: 'agents' }] })
    expect(await lire()).toEqual([['Personnels', 'Archives'], []])
  })

  test('une feuille qui ne dit rien de connu est laissée, et c’est dit', async () => {
    const plan = await r.call(analyserClasseur, {
      jeton: donnerClasseur(r, {
        Personnels: [entetes, caradec],
        Menu: [
          ['Lundi', 'Mardi'],
          ['frites', 'riz'],
        ],
        Vide: [],
      }),
      anneeId,
    })
    expect(plan.feuillesLaissees.map(({ feuille, motif }) => [feuille, motif])).toEqual([
      ['Menu', 'Ses colonnes ne sont pas celles de réseaux, d’agents, de lettres ni de lignes FSE.'],
      ['Vide', 'La feuille est vide.'],
    ])
  })

  test('importer les agents seuls laisse les autres feuilles et ne touche pas aux réseaux', async () => {
    const jeton = donnerClasseur(r, {
      Réseaux: [
        ['Code', 'Réseau', 'Membres'],
        ['R1', 'Nord', '0351796M'],
      ],
      Personnels: [
        [...entetes, 'Réseau'],
        [...caradec, 'Nord'],
      ],
    })
    const plan = await r.call(executerImportation, { jeton, anneeId, natures: ['agents'] })
    expect(plan.feuillesLaissees.map(({ feuille }) => feuille)).toEqual(['Réseaux'])
    expect(regles(plan)).toEqual(['K2 agents.reseau'])
    expect(await r.db.selectFrom('reseau').selectAll().execute()).toEqual([])
    expect(await agents()).toHaveLength(1)
  })
})

describe('un import qui ne va pas au bout', () => {
  test('annulé, n’écrit rien', async () => {
    const annule = new AbortController()
    const lignes = Array.from({ length: 600 }, (_, rang) =>
      caradec
        .with(0, `NOM${String(rang)}`)
        .with(7, null)
        .with(8, null),
    )
    const appel = r.call(
      executerImportation,
      { jeton: personnels(...lignes), anneeId },
      {
        signal: annule.signal,
        progress: ({ libelle }) => {
          if (libelle === 'Enregistrement dans le registre') annule.abort()
        },
      },
    )
    await expect(appel).rejects.toThrow('Import annulé : rien n’a été écrit dans le registre.')
    expect(await agents()).toEqual([])
  })

  test('dit où il en est, jamais au bout avant d’y être', async () => {
    const lignes = Array.from({ length: 600 }, (_, rang) => caradec.with(0, `NOM${String(rang)}`).with(7, null))
    const lus: number[] = []
    const progress = ({ fait, total, libelle }: Progress): void => {
      if (libelle === 'Lecture du classeur') lus.push(Math.floor((fait / total) * 100))
    }
    await r.call(analyserClasseur, { jeton: personnels(...lignes), anneeId }, { progress })
    expect(lus).toEqual([0, 20, 41, 62, 83])
  })

  test('refuse un classeur changé depuis l’aperçu', async () => {
    const { empreinte } = await r.call(analyserClasseur, { jeton: personnels(caradec), anneeId })
    const jeton = personnels(caradec.with(1, 'Inès-Marie'))
    await expect(r.call(executerImportation, { jeton, anneeId, empreinte })).rejects.toThrow('a changé depuis l’aperçu')
    expect(await agents()).toEqual([])
  })

  test('refuse une année scolaire que le registre n’a pas', async () => {
    await expect(r.call(analyserClasseur, { jeton: personnels(caradec), anneeId: '2019-2020' })).rejects.toBeInstanceOf(
      AppError,
    )
  })
})

test('les lignes à corriger s’enregistrent à part, chaque raison sur sa cellule, sans jamais redevenir des formules', async () => {
  const cible = join(r.dossier, 'a-corriger.xlsx')
  const jeton = personnels(caradec, caradec.with(0, 'HÉLIAS').with(5, '0351796K').with(2, '=1+1').with(7, null))
  const { lignes } = await r.call(enregistrerLignesACorriger, { jeton, anneeId, sortieJeton: r.grant(cible) })
  expect(lignes).toBe(1)
  const relu = await readXlsx(await readFile(cible))
  const [titres, ligne] = relu.feuilles[0]?.lignes ?? []
  expect(titres?.cellules.map(({ valeur }) => valeur)).toEqual(entetes)
  expect(ligne?.cellules.slice(0, 3).map(({ type, valeur }) => [type, valeur])).toEqual([
    ['texte', 'HÉLIAS'],
    ['texte', 'Inès'],
    ['texte', '=1+1'],
  ])
  // The workbook that comes back is imported as it is, once corrected.
  const retour = await r.call(executerImportation, {
    jeton: r.grant(cible),
    anneeId,
    corrections: [
      { feuille: 'Personnels', cellule: 'F2', valeur: '0351796M' },
      { feuille: 'Personnels', cellule: 'C2', valeur: 'CFI' },
    ],
  })
  expect(statuts(retour)).toEqual(['nouvelle'])
})

test('sans ligne à corriger, rien n’est enregistré et c’est dit', async () => {
  const cible = join(r.dossier, 'rien.xlsx')
  await expect(
    r.call(enregistrerLignesACorriger, { jeton: personnels(caradec), anneeId, sortieJeton: r.grant(cible) }),
  ).rejects.toThrow('Aucune ligne à corriger')
  expect(existsSync(cible)).toBe(false)
})
