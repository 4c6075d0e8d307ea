import { describe, expect, it } from 'vitest'
import { estBloque } from '../../../../shared/constat'
import {
  attendSignature,
  estFigee,
  estVivante,
  libellesEtatLettre,
  validiteDe,
} from '../../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  controlerLettre,
  ecartDHeures,
  type LettreAControler,
  type ParametresLettre,
} from '../../../../shared/domain/lettre-de-mission/regles'
import type { PartFse } from '../../../../shared/domain/lettre-de-mission/regles-fse'
import { lisible } from '../../../helpers/lisible'

const parametres: ParametresLettre = {
  toleranceHeures: 36,
  semainesParAn: 36,
  delaiSignatureJours: 30,
  aujourdhui: '2026-10-15',
}

/** A letter that no rule has anything to say about. */
const lettre = (changements: Partial<LettreAControler> = {}): LettreAControler => ({
  agent: { civilite: 'madame' },
  anneeId: '2026-2027',
  etat: 'signee',
  nature: 'initiale',
  heuresDues: 1123.2,
  uniteHeures: 'an',
  dateEffetLe: '2026-09-01',
  finLe: '2027-08-31',
  etablieLe: '2026-08-28',
  envoyeeLe: '2026-08-28',
  residenceId: 'lycee',
  heuresDomaines: [300, 300, 523.2],
  nombreEtablissements: 3,
  signataires: [
    { qualite: 'L’intéressée', agent: true, signeLe: '2026-09-01' },
    { qualite: 'Le recteur', agent: false, signeLe: '2026-08-30' },
  ],
  partsFse: [],
  autresPartsFse: [],
  quotites: [{ debutLe: '2026-09-01', finLe: '2027-08-31', quotite: 80, libelle: 'Coordonnatrice MLDS' }],
  autresActives: 0,
  ...changements,
})

const regles = (changements: Partial<LettreAControler>, reglages: Partial<ParametresLettre> = {}): string[] =>
  controlerLettre(lettre(changements), { ...parametres, ...reglages }).map(
    ({ regle, gravite }) => `${regle} ${gravite}`,
  )

const message = (changements: Partial<LettreAControler>): string | undefined =>
  lisible(controlerLettre(lettre(changements), parametres)[0]?.message)

it('n’a rien à dire d’une lettre en règle', () => {
  expect(regles({})).toEqual([])
})

describe('la répartition des heures', () => {
  it.each([
    ['juste', [1123.2], []],
    ['dans la tolérance, au-dessus', [1159.2], []],
    ['dans la tolérance, au-dessous', [1087.2], []],
    ['au-delà', [1159.3], ['lettre.heures alerte']],
    ['en deçà', [1087.1], ['lettre.heures alerte']],
    ['absente, puisqu’elle est indicative', [], []],
    ['faite de dixièmes', [374.4, 374.4, 374.4], []],
  ])('est %s', (_cas, heuresDomaines, attendu) => {
    expect(regles({ heuresDomaines })).toEqual(attendu)
  })

  it.each([
    [[9, 8], []],
    [[9, 7.9], ['lettre.heures alerte']],
    [[10, 9.5], ['lettre.heures alerte']],
  ])(
    'd’un service hebdomadaire de 18 h, %j : la tolérance annuelle est ramenée à la semaine',
    (heuresDomaines, attendu) => {
      expect(regles({ uniteHeures: 'semaine', heuresDues: 18, heuresDomaines })).toEqual(attendu)
    },
  )

  it('accepte une tolérance nulle', () => {
    expect(regles({ heuresDomaines: [1123.3] }, { toleranceHeures: 0 })).toEqual(['lettre.heures alerte'])
    expect(regles({}, { toleranceHeures: 0 })).toEqual([])
  })

  it.each([
    [1404.4, 1404, 'an', 0.5, { ecart: 0.4, tolere: true }],
    [1404.6, 1404, 'an', 0.5, { ecart: 0.6, tolere: false }],
    [39.5, 39, 'semaine', 18, { ecart: 0.5, tolere: true }],
    [39.6, 39, 'semaine', 18, { ecart: 0.6, tolere: false }],
    [1400, 1404, 'an', 4, { ecart: -4, tolere: true }],
  ] as const)(
    '%s h réparties pour %s h dues par %s, %s h tolérées → %o',
    (reparties, dues, unite, toleranceHeures, attendu) => {
      expect(ecartDHeures({ reparties, dues, unite }, { toleranceHeures, semainesParAn: 36 })).toEqual(attendu)
    },
  )

  it('dit l’écart', () => {
    expect(message({ heuresDomaines: [1000] })).toBe(
      'La répartition fait 1 000 h pour 1 123 h 12 dues par an : 123 h 12 de moins.',
    )
    expect(message({ heuresDomaines: [1404] })).toBe(
      'La répartition fait 1 404 h pour 1 123 h 12 dues par an : 280 h 48 de trop.',
    )
  })
})

describe('un texte de lettre', () => {
  it.each([
    [1, 'brouillon', 'actuelle', true],
    [1, 'remise', 'actuelle', true],
    [0, 'brouillon', 'enPreparation', true],
    [0, 'signeeEnPartie', 'enPreparation', true],
    [0, 'signee', 'remplacee', false],
    [0, 'close', 'remplacee', false],
    [0, 'annulee', 'annulee', false],
    [1, 'annulee', 'annulee', false],
  ] as const)('active %i, « %s », est %s', (active, etat, attendu, vivante) => {
    expect(validiteDe({ active, etat })).toBe(attendu)
    expect(estVivante({ active, etat })).toBe(vivante)
  })
})

describe('les mentions', () => {
  it.each<[string, Partial<LettreAControler>, string]>([
    [
      'refuse une lettre sans établissement d’intervention',
      { nombreEtablissements: 0 },
      'lettre.etablissement bloquant',
    ],
    ['refuse une seconde lettre active', { autresActives: 1 }, 'lettre.unique bloquant'],
    ['signale l’absence de résidence administrative', { residenceId: null }, 'lettre.residence alerte'],
    ['informe que la civilité manque', { agent: { civilite: null } }, 'lettre.civilite information'],
    [
      'signale plus de 100 % de quotités',
      {
        quotites: [80, 40].map((quotite) => ({ debutLe: '2026-09-01', finLe: '2027-08-31', quotite, libelle: 'MLDS' })),
      },
      'agent.quotites alerte',
    ],
    [
      'signale une lettre à la signature sans date',
      { etat: 'aLaSignature', etablieLe: null, envoyeeLe: null },
      'lettre.date alerte',
    ],
  ])('%s', (_cas, changements, attendu) => {
    expect(regles(changements)).toEqual([attendu])
  })

  it('comptent les autres lettres actives avec l’accord', () => {
    expect(message({ autresActives: 1 })).toBe('L’agent a déjà 1 autre lettre active pour ce rôle et cette année.')
    expect(message({ autresActives: 2 })).toBe('L’agent a déjà 2 autres lettres actives pour ce rôle et cette année.')
  })
})

describe('les dates', () => {
  it.each<[string, Partial<LettreAControler>, string[]]>([
    ['une partie de l’année', { dateEffetLe: '2026-10-01', finLe: '2027-01-31' }, []],
    ['un effet avant l’année scolaire', { dateEffetLe: '2026-08-31' }, ['lettre.dates bloquant']],
    ['une fin après l’année scolaire', { finLe: '2027-09-01' }, ['lettre.dates bloquant']],
    [
      'les deux hors de l’année',
      { dateEffetLe: '2025-09-01', finLe: '2027-09-01' },
      ['lettre.dates bloquant', 'lettre.dates bloquant'],
    ],
    ['une fin avant l’effet', { dateEffetLe: '2027-02-01', finLe: '2027-01-31' }, ['lettre.dates bloquant']],
  ])('%s', (_cas, changements, attendu) => {
    expect(regles(changements)).toEqual(attendu)
  })
})

describe('les signatures', () => {
  const signe = (signeLe: string | null) => ({ signataires: [{ qualite: 'L’intéressée', agent: true, signeLe }] })

  it.each<[string, Partial<LettreAControler>, string[]]>([
    ['du jour même', { ...signe('2026-08-28') }, []],
    ['de la veille de la lettre', { ...signe('2026-08-27') }, ['lettre.signatureAvantLettre bloquant']],
    ['à venir', { ...signe('2026-10-16') }, ['lettre.signatureFuture alerte']],
    ['attendue depuis 30 jours', { ...signe(null), etat: 'aLaSignature', envoyeeLe: '2026-09-15' }, []],
    [
      'attendue depuis 31 jours',
      { ...signe(null), etat: 'aLaSignature', envoyeeLe: '2026-09-14' },
      ['lettre.signatureEnAttente alerte'],
    ],
    ['attendue d’une lettre annulée', { ...signe(null), etat: 'annulee', envoyeeLe: '2026-01-01' }, []],
    ['attendue d’une lettre non envoyée', { ...signe(null), etat: 'aLaSignature', envoyeeLe: null }, []],
  ])('%s', (_cas, changements, attendu) => {
    expect(regles(changements)).toEqual(attendu)
  })

  it('en retard nomment ceux qu’on attend', () => {
    const signataires = [
      { qualite: 'L’intéressée', agent: true, signeLe: '2026-09-01' },
      { qualite: 'Le recteur', agent: false, signeLe: null },
    ]
    expect(message({ etat: 'signeeEnPartie', signataires })).toBe(
      'Envoyée depuis 48 jours, la lettre attend la signature de « Le recteur ».',
    )
  })
})

describe('les parts FSE', () => {
  const fse: PartFse = {
    operationId: 'perseverance',
    operation: '202403127',
    pourcentage: 60,
    debutLe: '2026-09-01',
    finLe: '2027-08-31',
    missions: 'Coordonner',
    accepteeLe: '2026-08-20',
    operationDebutLe: '2026-01-01',
    operationFinLe: '2028-12-31',
    operationTerminee: false,
    horsAnnexe: false,
  }
  const part = (changements: Partial<PartFse>): Partial<LettreAControler> => ({
    partsFse: [{ ...fse, ...changements }],
  })
  const nonSignee = (...signataires: LettreAControler['signataires'][number][]): Partial<LettreAControler> => ({
    ...part({}),
    etat: 'signeeEnPartie',
    envoyeeLe: '2026-10-10',
    signataires,
  })
  const agent = { qualite: 'L’intéressée', agent: true, signeLe: '2026-09-01' }
  const recteur = { qualite: 'Le recteur', agent: false, signeLe: null }

  it.each<[string, Partial<LettreAControler>, string[]]>([
    ['en règle', part({}), []],
    ['L03, sans missions', part({ missions: ' ' }), ['L03 bloquant']],
    ['L05, non acceptée par le service gestionnaire', part({ accepteeLe: null }), ['L05 alerte']],
    ['L05, non acceptée au bilan', part({ accepteeLe: null, operationTerminee: true }), ['L05 bloquant']],
    ['L06, sans signature prévue de l’agent', nonSignee({ ...recteur, signeLe: '2026-09-01' }), ['L06 bloquant']],
    ['L06, sans signature prévue de l’employeur', nonSignee(agent), ['L06 bloquant']],
    ['L06, commencée sans la signature de l’employeur', nonSignee(agent, recteur), ['L06 bloquant']],
    ['L06, pas encore envoyée', { ...nonSignee(agent, recteur), etat: 'brouillon' }, []],
    ['L06, pas encore commencée', { ...nonSignee(agent, recteur), ...part({ debutLe: '2026-11-01' }) }, []],
    ['L07, signée le premier jour', part({ debutLe: '2026-09-01' }), []],
    ['L07, signée ensuite', part({ debutLe: '2026-08-01' }), ['L10 alerte', 'L07 alerte']],
    [
      'L07, signée le dernier jour du bilan final',
      part({ operationDebutLe: '2025-01-01', operationFinLe: '2026-03-01' }),
      ['L10 alerte'],
    ],
    [
      'L07, signée après le bilan final',
      part({ operationDebutLe: '2025-01-01', operationFinLe: '2026-02-28' }),
      ['L07 bloquant', 'L10 alerte'],
    ],
    ['L10, plus longue que la lettre', part({ finLe: '2027-12-31' }), ['L10 alerte']],
    ['L10, plus longue que l’opération', part({ operationFinLe: '2026-12-31' }), ['L10 alerte']],
    ['L10, à cheval sur un mois', part({ debutLe: '2026-09-15' }), ['L10 alerte']],
    ['L15, modifiée et non acceptée de nouveau', { ...part({ accepteeLe: null }), nature: 'avenant' }, ['L15 alerte']],
    ['L16, absent de l’annexe financière', part({ horsAnnexe: true }), ['L16 alerte']],
    ['L15, modifiée et acceptée', { ...part({}), nature: 'avenant' }, []],
  ])('%s', (_cas, changements, attendu) => {
    expect(regles(changements)).toEqual(attendu)
  })

  it('L04 : ne dépassent pas ensemble le temps de travail, toutes lettres de l’agent comprises', () => {
    const autre = { ...fse, operationId: 'autre', operation: '202500001', pourcentage: 41, debutLe: '2027-01-01' }
    const phrase = 'Du 01/01/2027 au 31/08/2027, les parts FSE font 101 % du temps de travail.'
    for (const cas of [{ partsFse: [fse, autre] }, { ...part({}), autresPartsFse: [autre] }]) {
      expect(regles(cas)).toEqual(['L04 bloquant'])
      expect(message(cas)).toBe(phrase)
    }
    expect(regles({ ...part({}), autresPartsFse: [{ ...autre, pourcentage: 40 }] })).toEqual([])
  })

  it('L04 : laisse aux autres lettres leurs propres dépassements', () => {
    const passee = { ...fse, debutLe: '2025-09-01', finLe: '2026-08-31' }
    expect(regles({ ...part({}), autresPartsFse: [passee, passee] })).toEqual([])
  })

  it('L09 : ne varient pas sous une même lettre', () => {
    const partsFse = [
      { ...fse, finLe: '2026-12-31' },
      { ...fse, pourcentage: 40, debutLe: '2027-01-01' },
    ]
    expect(regles({ partsFse })).toEqual(['L09 bloquant'])
    expect(message({ partsFse })).toBe(
      'La part de l’opération 202403127 varie dans la même lettre (60 % et 40 %) : un changement demande un avenant.',
    )
  })

  it.each<[string, string, Partial<LettreAControler>, string[]]>([
    ['61 jours avant', '2027-07-01', {}, []],
    ['60 jours avant', '2027-07-02', {}, ['L14 alerte']],
    ['le dernier jour', '2027-08-31', {}, ['L14 alerte']],
    ['une fois finie', '2027-09-01', {}, []],
    [
      'quand septembre est couvert',
      '2027-08-01',
      { autresPartsFse: [{ ...fse, debutLe: '2027-09-01', finLe: '2028-08-31' }] },
      [],
    ],
    [
      'quand septembre est couvert pour une autre opération',
      '2027-08-01',
      { autresPartsFse: [{ ...fse, operationId: 'autre', debutLe: '2027-09-01', finLe: '2028-08-31' }] },
      ['L14 alerte'],
    ],
    ['quand l’opération finit avec la lettre', '2027-08-01', part({ operationFinLe: '2027-08-31' }), []],
  ])('L14 : demandent la lettre suivante, %s', (_cas, aujourdhui, changements, attendu) => {
    expect(regles({ ...part({}), ...changements }, { aujourdhui })).toEqual(attendu)
  })
})

it('les constats les plus graves viennent d’abord', () => {
  const constats = controlerLettre(
    lettre({ agent: { civilite: null }, residenceId: null, finLe: '2027-09-01' }),
    parametres,
  )
  expect(constats.map(({ gravite }) => gravite)).toEqual(['bloquant', 'alerte', 'information'])
  expect(estBloque(constats)).toBe(true)
  expect(estBloque(constats.slice(1))).toBe(false)
})

it('une lettre se fige à la première signature', () => {
  expect(etatsLettre.filter((etat) => !estFigee(etat))).toEqual(['brouillon', 'enConcertation', 'aLaSignature'])
  expect(etatsLettre.filter(attendSignature)).toEqual(['aLaSignature', 'signeeEnPartie'])
  expect(new Set(etatsLettre.map((etat) => libellesEtatLettre[etat])).size).toBe(etatsLettre.length)
})

it('appelle « rapport » ce que l’agent rend, jamais « bilan », qui est celui de l’académie', () => {
  const dits = etatsLettre.map((etat) => libellesEtatLettre[etat])
  expect(dits).toEqual(expect.arrayContaining(['Rapport demandé', 'Rapport reçu']))
  expect(dits.filter((dit) => /bilan/i.test(dit))).toEqual([])
})
