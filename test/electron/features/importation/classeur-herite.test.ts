import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyserClasseur, executerImportation } from '../../../../shared/domain/importation/importation.contract'
import { type PlanImportation, type Signalement, signalementsDuPlan } from '../../../../shared/domain/importation/plan'
import { classeurHerite, insertEtablissementsCites } from '../../../helpers/importation'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2025-2026'
let r: TestRegistre
let plan: PlanImportation

beforeAll(async () => {
  r = await testRegistre()
  await insertEtablissementsCites(r)
  plan = await r.call(analyserClasseur, { jeton: r.grant(classeurHerite), anneeId })
})
afterAll(() => {
  r.close()
})

/** « Personnels G17 uai.cle » for every finding of a gravity, in order. */
const lieux = (gravite: Signalement['gravite']): string[] =>
  signalementsDuPlan(plan)
    .filter((signalement) => signalement.gravite === gravite)
    .map(({ feuille, cellule, regle }) => `${feuille.split(' ')[0] ?? ''} ${cellule} ${regle}`)

const trouver = (feuille: string, cellule: string, regle: string): Signalement | undefined =>
  signalementsDuPlan(plan).find((s) => s.feuille === feuille && s.cellule === cellule && s.regle === regle)

describe('le classeur de suivi hérité', () => {
  test('reconnaît ses quatre feuilles, leurs en-têtes et toutes leurs colonnes', () => {
    const vues = plan.feuilles.map(({ feuille, nature, ligneEntetes, colonnes }) => [
      feuille,
      nature,
      ligneEntetes,
      colonnes.filter(({ champ }) => champ === null).length,
    ])
    expect(vues).toEqual([
      ['Réseaux FOQUALE', 'reseaux', 1, 0],
      ['Personnels', 'agents', 4, 0],
      ['Lettres de mission 25-26', 'lettres', 1, 0],
      ['FSE', 'fse', 3, 0],
    ])
    expect(plan.feuillesLaissees).toEqual([])
  })

  test('compte les lignes sans les vides, les titres ni le total', () => {
    const comptes = plan.feuilles.map(({ comptes: { lues, nouvelles, rejetees, doublons } }) => [
      lues,
      nouvelles,
      rejetees,
      doublons,
    ])
    expect(comptes).toEqual([
      [4, 4, 0, 0],
      [49, 46, 2, 1],
      [48, 46, 2, 0],
      [6, 6, 0, 0],
    ])
    expect(plan.comptes).toEqual({ lues: 107, nouvelles: 102, modifiees: 0, inchangees: 0, rejetees: 4, doublons: 1 })
  })

  test('refuse les deux UAI dont la lettre-clé est fausse, et les lettres de leurs agents', () => {
    expect(lieux('bloquant')).toEqual([
      'Personnels G17 uai.cle',
      'Personnels G54 uai.cle',
      'Lettres A14 lettres.agentRejete',
      'Lettres A49 lettres.agentRejete',
    ])
  })

  test.each([
    ['Personnels', 'G17', 'uai.cle', '0352957S', 'la lettre-clé devrait être Z', '0352957Z'],
    ['Personnels', 'G54', 'uai.cle', '0351904R', 'la lettre-clé devrait être E', '0351904E'],
    ['Personnels', 'G23', 'uai.deduit', '', 'Un seul établissement du registre porte ce nom', '0350747X'],
    ['Personnels', 'G30', 'uai.deduit', '', 'Un seul établissement du registre porte ce nom', '0350940G'],
    ['Personnels', 'G33', 'uai.deduit', '', 'Un seul établissement du registre porte ce nom', '0351847T'],
    ['Personnels', 'L5', 'agents.cdi', '30/08/2026', 'Un CDI n’a pas de fin de contrat', null],
    ['Personnels', 'C11', 'agents.genre', 'Coordonnatrice MLDS', 'ce que contredit le prénom Hervé', null],
    [
      'Personnels',
      'J42',
      'agents.homonyme',
      'damien.nedelec@ac-exemple.fr',
      'ligne 41, mais résidence, téléphone, statut, corps différents',
      null,
    ],
    ['Personnels', 'A55', 'agents.doublon', 'DA-SILVA', 'Doublon de la ligne 13', null],
    ['Personnels', 'F55', 'agents.doublonQuotite', '1', 'La quotité serait 100 % ici et 50 % à la ligne 13', null],
    ['Personnels', 'N5', 'agents.sante', 'arrêt depuis le 3/11', 'touche à la santé', null],
    ['Personnels', 'N10', 'cellule.formule', '=1+1', 'n’a pas de valeur enregistrée', null],
    [
      'Personnels',
      'F57',
      'feuille.total',
      '=SUM(F5:F55)',
      'les 29 quotités écrites en texte. Les 49 lignes lues font 40,35 équivalents temps plein, 39,35 sans le doublon',
      null,
    ],
    [
      'Lettres de mission 25-26',
      'G6',
      'lettres.heures',
      '=SUM(D6:F6)',
      '1 276 h pour 1 263 h 36 dues par an à 90 % : 12 h 24 de trop',
      null,
    ],
    [
      'Lettres de mission 25-26',
      'G10',
      'lettres.quotiteDoublon',
      '=SUM(D10:F10)',
      'Les 702 h de la lettre confirment la quotité retenue, 50 %',
      null,
    ],
    ['Lettres de mission 25-26', 'A36', 'lettres.homonyme', 'NÉDÉLEC', 'par ses 1 264 h au service de 90 %', null],
    ['Lettres de mission 25-26', 'A48', 'lettres.homonyme', 'MARCHAND', 'par ses 1 404 h au service de 100 %', null],
    ['Lettres de mission 25-26', 'I8', 'lettres.signature', 'relancé', 'la lettre est prise pour non signée', null],
    [
      'Lettres de mission 25-26',
      'J2:J49',
      'lettres.fsePostes',
      '',
      '23 lettres donnent une part de temps à l’opération 202403127, qui ne finance que 3 postes',
      null,
    ],
    ['FSE', 'D7', 'fse.forfait', '18767,77', '40 % de 48 662,62 € font 19 465,05 €, soit 697,28 € de moins', null],
    [
      'FSE',
      'D4:D9',
      'fse.equilibre',
      '',
      '67 430,39 € de dépenses pour 61 308,05 € de ressources, 6 122,34 € manquent',
      null,
    ],
    ['FSE', 'D8', 'fse.taux', '43791,46', 'fait 64,94 % des dépenses', null],
  ])('dit en %s %s : %s', (feuille, cellule, regle, valeur, extrait, correction) => {
    const signalement = trouver(feuille, cellule, regle)
    expect(signalement?.valeur).toBe(valeur)
    expect(signalement?.message.replace(/[\u00A0\u202F]/gu, ' ')).toContain(extrait)
    expect(signalement?.correction).toBe(correction)
  })

  test('demande de regarder chaque chose douteuse, et rien d’autre', () => {
    const cellules = (feuille: string, regle: string, colonne: string, lignes: number[]): string[] =>
      lignes.map((ligne) => `${feuille} ${colonne}${String(ligne)} ${regle}`)
    const attendus = [
      ...cellules('Personnels', 'agents.cdi', 'L', [5, 8, 15, 17, 27, 33, 34, 43, 44, 50]),
      ...cellules('Personnels', 'agents.sante', 'N', [5, 15, 26, 30, 32, 38, 44, 52]),
      ...cellules('Personnels', 'cellule.formule', 'N', [10, 11, 13, 19, 21, 22, 28, 31, 34, 47]),
      ...cellules('Personnels', 'agents.genre', 'C', [11, 34, 38, 46]),
      ...cellules('Personnels', 'agents.homonyme', 'J', [38, 41, 42, 53]),
      'Personnels A55 agents.doublon',
      'Personnels F55 agents.doublonQuotite',
      ...cellules('Lettres', 'lettres.heures', 'G', [3, 6, 15, 19, 26, 35, 37, 39, 40]),
      ...cellules('Lettres', 'lettres.signature', 'I', [6, 8, 9, 25, 30, 31, 43, 44, 47, 48]),
      ...cellules('Lettres', 'lettres.sansSignature', 'I', [2, 5, 14]),
      'Lettres J2:J49 lettres.fsePostes',
      'Lettres J2:J49 lettres.fseTardive',
      'FSE D7 fse.forfait',
      'FSE D4:D9 fse.equilibre',
      'FSE D8 fse.taux',
    ]
    expect(lieux('alerte').toSorted()).toEqual(attendus.toSorted())
  })

  test('informe de ce qui a été compris autrement qu’écrit', () => {
    const parRegle: Record<string, number> = {}
    for (const lieu of lieux('information')) {
      const regle = lieu.split(' ').at(-1) ?? ''
      parRegle[regle] = (parRegle[regle] ?? 0) + 1
    }
    expect(parRegle).toEqual({
      'reseaux.type': 1,
      'reseaux.lieu': 4,
      'feuille.miseAJour': 1,
      'agents.regime': 1,
      'agents.sansCivilite': 1,
      'feuille.total': 1,
      'agents.telephone': 21,
      'cellule.commande': 6,
      'agents.contratAvantFin': 9,
      'agents.civilite': 5,
      'uai.deduit': 3,
      'feuille.formules': 2,
      'lettres.retard': 1,
      'lettres.fseMissions': 1,
      'lettres.datees': 1,
      'lettres.fseTaux': 8,
      'lettres.quotiteDoublon': 1,
      'lettres.homonyme': 4,
      'fse.titre': 1,
      'fse.exercice': 1,
      'fse.enAttente': 2,
      'fse.sansJustificatif': 1,
    })
  })

  test('n’écrit rien tant que l’import n’est pas confirmé', async () => {
    for (const table of ['agent', 'reseau', 'lettreDeMission', 'operationFse', 'correspondanceImport'] as const)
      expect(await r.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })

  test('annonce une année scolaire qui n’est pas celle du classeur', async () => {
    const autre = await r.call(analyserClasseur, { jeton: r.grant(classeurHerite), anneeId: '2026-2027' })
    const annees = signalementsDuPlan(autre).filter(({ regle }) => regle === 'feuille.annee')
    expect(annees.map(({ feuille, cellule }) => [feuille, cellule])).toEqual([
      ['Personnels', 'A1'],
      ['Lettres de mission 25-26', ''],
    ])
  })
})

describe('une fois importé, corrections acceptées', () => {
  let registre: TestRegistre

  beforeAll(async () => {
    registre = await testRegistre()
    await insertEtablissementsCites(registre)
    const importe = await registre.call(executerImportation, {
      jeton: registre.grant(classeurHerite),
      anneeId,
      corrigerTout: true,
    })
    expect(importe.comptes).toEqual({
      lues: 107,
      nouvelles: 106,
      modifiees: 0,
      inchangees: 0,
      rejetees: 0,
      doublons: 1,
    })
  })
  afterAll(() => {
    registre.close()
  })

  const nombre = (sql: string): number => registre.sqlite.prepare(sql).pluck().get() as number

  // Expected values computed from the file by another program, cell by cell.
  test.each([
    ['agents', 'SELECT count(*) FROM agent', 48],
    ['quotités, en pour cent', 'SELECT sum(quotite) FROM affectation', 3935],
    ['affectations rattachées à un réseau', 'SELECT count(*) FROM affectationReseau', 48],
    ['agents avec une résidence', 'SELECT count(*) FROM affectation WHERE residenceId IS NOT NULL', 48],
    [
      'titulaires',
      "SELECT count(*) FROM agent a JOIN vocabulaire v ON v.id = a.statutId WHERE v.categorie = 'titulaire'",
      29,
    ],
    ['CPLDS obtenu', "SELECT count(*) FROM agent WHERE cplds = 'oui'", 11],
    ['CPLDS en cours', "SELECT count(*) FROM agent WHERE cplds = 'enCours'", 13],
    ['grades hors classe', "SELECT count(*) FROM agent WHERE grade = 'hors classe'", 2],
    ['disciplines CPIF', "SELECT count(*) FROM agent WHERE discipline = 'CPIF'", 4],
    ['réseaux', 'SELECT count(*) FROM reseau', 4],
    ['membres de réseaux', 'SELECT count(*) FROM reseauMembre', 36],
    ['lettres', 'SELECT count(*) FROM lettreDeMission', 48],
    ['lettres signées', "SELECT count(*) FROM lettreDeMission WHERE etat = 'signee'", 35],
    ['lettres à la signature', "SELECT count(*) FROM lettreDeMission WHERE etat = 'aLaSignature'", 13],
    ['établissements d’intervention', 'SELECT count(*) FROM lettreEtablissement', 144],
    ['heures des lettres', 'SELECT sum(heures) FROM lettreDomaine', 55356],
    [
      'heures de prévention',
      "SELECT sum(d.heures) FROM lettreDomaine d JOIN vocabulaire v ON v.id = d.domaineId WHERE v.code = 'PREVENTION'",
      13895,
    ],
    ['parts FSE', 'SELECT count(*) FROM lettreFse', 25],
    ['pourcentages FSE', 'SELECT sum(pourcentage) FROM lettreFse', 1760],
    ['dépenses prévues, en centimes', "SELECT sum(prevuCents) FROM ligneFse WHERE sens = 'depense'", 14597153],
    ['ressources prévues, en centimes', "SELECT sum(prevuCents) FROM ligneFse WHERE sens = 'ressource'", 14597153],
    ['dépenses réalisées, en centimes', "SELECT sum(realiseCents) FROM ligneFse WHERE sens = 'depense'", 6743039],
  ])('%s', (_, sql, attendu) => {
    expect(nombre(sql)).toBe(attendu)
  })

  test('décrit l’opération par sa ligne de titre et ses postes', async () => {
    const operation = await registre.db.selectFrom('operationFse').selectAll().executeTakeFirstOrThrow()
    expect(operation).toMatchObject({
      numero: '202403127',
      intitule: 'Persévérance 35',
      debutLe: '2025-01-01',
      finLe: '2026-12-31',
      taux: 60,
      regimeCouts: 'R40',
      etat: 'enCours',
    })
    const lignes = await registre.db
      .selectFrom('ligneFse')
      .select(['poste', 'prevuCents', 'justificatif'])
      .orderBy('ordre')
      .execute()
    expect(lignes.map(({ poste, prevuCents, justificatif }) => [poste, prevuCents, justificatif])).toEqual([
      ['D1', 3492862, 'fourni'],
      ['D1', 5198640, 'enAttente'],
      ['D1', 1735036, 'enAttente'],
      ['D7', 4170615, 'sansObjet'],
      ['F1', 8758291, 'sansObjet'],
      ['F2', 5838862, 'aFournir'],
    ])
  })

  test('garde la première ligne du doublon et distingue les homonymes', () => {
    const quotites = registre.sqlite
      .prepare(
        "SELECT a.nom || ' ' || a.prenom AS qui, f.quotite FROM affectation f JOIN agent a ON a.id = f.agentId WHERE a.nom IN ('DA-SILVA', 'NÉDÉLEC', 'MARCHAND') ORDER BY a.cleTri, f.quotite",
      )
      .all()
    expect(quotites).toEqual([
      { qui: 'DA-SILVA Maëlle', quotite: 50 },
      { qui: 'DA-SILVA Zoé', quotite: 100 },
      { qui: 'MARCHAND Thomas', quotite: 75 },
      { qui: 'MARCHAND Thomas', quotite: 100 },
      { qui: 'NÉDÉLEC Damien', quotite: 90 },
      { qui: 'NÉDÉLEC Damien', quotite: 100 },
      { qui: 'NÉDÉLEC Yaëlle', quotite: 80 },
    ])
  })

  test('ne garde aucune donnée de santé ni aucune formule', () => {
    expect(nombre("SELECT count(*) FROM agent WHERE observations LIKE '%arrêt%' OR observations LIKE '%=%'")).toBe(0)
    expect(nombre("SELECT count(*) FROM agent WHERE observations = '@voir RH'")).toBe(6)
  })

  test('ne trouve plus rien à écrire quand on importe le même classeur', async () => {
    const choix = { jeton: registre.grant(classeurHerite), anneeId, corrigerTout: true }
    const encore = await registre.call(analyserClasseur, choix)
    expect(encore.comptes).toEqual({ lues: 107, nouvelles: 0, modifiees: 0, inchangees: 106, rejetees: 0, doublons: 1 })
    expect(encore.feuilles.every(({ memorisee }) => memorisee)).toBe(true)
  })
})
