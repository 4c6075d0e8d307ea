import { describe, expect, it } from 'vitest'
import { lireEntetes } from '../../../../shared/domain/annuaire/colonnes'
import { lireLigne } from '../../../../shared/domain/annuaire/lecture'
import {
  analyserDepartements,
  analyserTypes,
  lireType,
  type PerimetreAnnuaire,
} from '../../../../shared/domain/annuaire/perimetre'
import { ligneAnnuaire, type LigneDAnnuaire, uaiFictif } from '../../../helpers/etablissement'
import { lisible, messageDe } from '../../../helpers/lisible'

const rennes: PerimetreAnnuaire = { academieCode: '14', departements: [], types: null }

function lire(cellules: LigneDAnnuaire, perimetre: PerimetreAnnuaire = rennes) {
  const ligne = ligneAnnuaire(cellules)
  return lireLigne(Object.values(ligne), lireEntetes(Object.keys(ligne)).colonnes, perimetre)
}

function etablissementLu(cellules: LigneDAnnuaire) {
  const ligne = lire(cellules)
  if (ligne.sort !== 'lue') throw new Error(`ligne ${ligne.sort}`)
  return ligne
}

describe('les en-têtes de l’annuaire', () => {
  it.each([
    [
      '2023, avec une espace',
      [
        'Identifiant_de_l_etablissement',
        'Nom_etablissement',
        'Type_etablissement',
        'Statut_public_prive',
        'Nom_commune',
        'Code postal',
      ],
    ],
    [
      'avec un tiret bas',
      [
        'Identifiant_de_l_etablissement',
        'Nom_etablissement',
        'Type_etablissement',
        'Statut_public_prive',
        'Nom_commune',
        'Code_postal',
      ],
    ],
    [
      'de l’API, en minuscules',
      [
        'identifiant_de_l_etablissement',
        'nom_etablissement',
        'type_etablissement',
        'statut_public_prive',
        'nom_commune',
        'code_postal',
      ],
    ],
    [
      'en capitales',
      [
        'IDENTIFIANT_DE_L_ETABLISSEMENT',
        'NOM_ETABLISSEMENT',
        'TYPE_ETABLISSEMENT',
        'STATUT_PUBLIC_PRIVE',
        'NOM_COMMUNE',
        'CODE_POSTAL',
      ],
    ],
  ])('se reconnaissent : %s', (_, entetes) => {
    expect(lireEntetes(entetes)).toEqual({
      colonnes: { uai: 0, nom: 1, type: 2, secteur: 3, commune: 4, codePostal: 5 },
      manquantes: [],
    })
  })

  it('nomment les colonnes qui manquent comme l’annuaire les écrit', () => {
    expect(lireEntetes(['Nom', 'Type_etablissement', 'Commune']).manquantes).toEqual([
      'Identifiant_de_l_etablissement',
      'Nom_etablissement',
      'Statut_public_prive',
    ])
  })

  it('trouvent les bassins et les zones d’animation de l’API', () => {
    const { colonnes } = lireEntetes([
      'code_zone_animation_pedagogique',
      'libelle_zone_animation_pedagogique',
      'code_bassin_formation',
      'libelle_bassin_formation',
    ])
    expect(colonnes).toEqual({ zapCode: 0, zapNom: 1, bassinCode: 2, bassinNom: 3 })
  })
})

describe('une ligne de l’annuaire', () => {
  it('donne un établissement complet', () => {
    const { etablissement, anomalies } = etablissementLu({ adresse_2: 'BP 12' })
    expect(anomalies).toEqual([])
    expect(etablissement).toMatchObject({
      uai: uaiFictif(1),
      type: 'Collège',
      secteur: 'public',
      adresse: '1 rue des Pins, BP 12',
      departement: '035',
      academieCode: '14',
      telephone: '02 99 00 00 01',
      educationPrioritaire: 'REP',
      ulis: 1,
      segpa: 0,
      nombreEleves: 412,
      latitude: 48.11,
      longitude: -1.68,
      ouvertLe: '1971-09-15',
      annuaireLe: '2026-01-15',
      etat: 'ouvert',
    })
  })

  it.each([
    ['Ecole', 'École'],
    ['Service Administratif', 'Service administratif'],
    ['', 'Autre'],
    ['CFA', 'CFA'],
  ])('de type « %s » est rangée sous « %s »', (brut, type) => {
    expect(lireType(brut)).toBe(type)
  })

  it.each<[string, LigneDAnnuaire, object]>([
    ['sans département, prend celui du code UAI', { code_departement: '' }, { departement: '035' }],
    ['au département écrit « 35 » le complète', { code_departement: '35' }, { departement: '035' }],
    ['privée le dit', { statut_public_prive: 'Privé' }, { secteur: 'prive' }],
    ['d’un service, sans secteur, est publique', { statut_public_prive: '' }, { secteur: 'public' }],
    ['« A FERMER » reste ouverte', { etat: 'A FERMER' }, { etat: 'ouvert' }],
    ['« A OUVRIR » n’est pas encore ouverte', { etat: 'A OUVRIR' }, { etat: 'ferme' }],
    ['« FERME » est fermée', { etat: 'FERME' }, { etat: 'ferme' }],
    ['à la date française est lue', { date_ouverture: '15/09/1971' }, { ouvertLe: '1971-09-15' }],
    ['aux coordonnées à virgule est lue', { latitude: '48,11' }, { latitude: 48.11 }],
    [
      'au code UAI en minuscules est lue',
      { identifiant_de_l_etablissement: uaiFictif(1).toLowerCase() },
      { uai: uaiFictif(1) },
    ],
  ])('%s', (_, cellules, attendu) => {
    expect(etablissementLu(cellules).etablissement).toMatchObject(attendu)
  })

  it.each<[string, LigneDAnnuaire, string, object]>([
    ['latitude', { latitude: '148.1' }, 'latitude', { latitude: null }],
    ['effectif', { nombre_d_eleves: '41,5' }, 'nombreEleves', { nombreEleves: null }],
    ['date', { date_ouverture: 'jadis' }, 'ouvertLe', { ouvertLe: null }],
  ])('garde l’établissement mais laisse une %s douteuse', (_, cellules, colonne, attendu) => {
    const { etablissement, anomalies } = etablissementLu(cellules)
    expect(etablissement).toMatchObject(attendu)
    expect(anomalies.map((anomalie) => anomalie.colonne)).toEqual([colonne])
    expect(anomalies[0]?.message).toMatch(/n’est pas reprise\.$/)
  })

  it('refuse une lettre-clé fausse en donnant la lettre attendue', () => {
    const juste = uaiFictif(1)
    const faux = `${juste.slice(0, 7)}${juste.endsWith('A') ? 'B' : 'A'}`
    const ligne = lire({ identifiant_de_l_etablissement: faux })
    expect(ligne).toMatchObject({
      sort: 'rejetee',
      uaiProbable: juste,
      anomalie: { colonne: 'uai', valeur: faux, suggestion: juste },
    })
  })

  it.each<[string, LigneDAnnuaire, string, string]>([
    ['sans nom', { nom_etablissement: ' ' }, 'nom', 'Cet établissement n’a pas de nom.'],
    ['sans code UAI', { identifiant_de_l_etablissement: '' }, 'uai', 'Le code UAI est vide.'],
    [
      'au secteur inconnu',
      { statut_public_prive: 'Mixte' },
      'secteur',
      '« Mixte » n’est pas un secteur : Public ou Privé est attendu.',
    ],
    [
      'au département inconnu',
      { code_departement: 'Bretagne' },
      'departement',
      'Un code de département est attendu, par exemple 035.',
    ],
  ])('refuse une ligne %s', (_, cellules, colonne, message) => {
    const ligne = lire(cellules)
    expect(
      ligne.sort === 'rejetee' && { colonne: ligne.anomalie.colonne, message: lisible(ligne.anomalie.message) },
    ).toEqual({ colonne, message })
  })

  it.each<[string, LigneDAnnuaire, PerimetreAnnuaire, string]>([
    ['une école, par défaut', { type_etablissement: 'Ecole' }, rennes, 'horsPerimetre'],
    ['une école, quand on prend tout', { type_etablissement: 'Ecole' }, { ...rennes, types: 'tous' }, 'lue'],
    ['un CIO, par défaut', { type_etablissement: 'Information et orientation' }, rennes, 'lue'],
    ['un collège, quand on veut les lycées', {}, { ...rennes, types: ['Lycée'] }, 'horsPerimetre'],
    ['une autre académie', { code_academie: '17', code_departement: '044' }, rennes, 'horsPerimetre'],
    [
      'une autre académie, au département choisi',
      { code_academie: '17', code_departement: '044' },
      { ...rennes, departements: ['044'] },
      'lue',
    ],
    [
      'un autre département de l’académie',
      { code_departement: '022' },
      { ...rennes, departements: ['035'] },
      'horsPerimetre',
    ],
    [
      'une académie écrite sur un chiffre',
      { code_academie: '2', code_departement: '013' },
      { ...rennes, academieCode: '02' },
      'lue',
    ],
  ])('%s est dans le périmètre ou non', (_, cellules, perimetre, sort) => {
    expect(lire(cellules, perimetre).sort).toBe(sort)
  })
})

describe('le périmètre tapé au terminal', () => {
  it.each([
    ['35', ['035']],
    ['035, 22', ['035', '022']],
    ['Ille-et-Vilaine ; 2a', ['035', '02A']],
    ['974', ['974']],
  ])('« %s » est lu', (brut, codes) => {
    expect(analyserDepartements(brut)).toEqual({ ok: true, valeur: codes })
  })

  it('refuse un département qui n’existe pas', () => {
    expect(messageDe(analyserDepartements('99'))).toBe(
      '« 99 » n’est pas un département : écrivez son numéro, par exemple 35, 2A ou 974.',
    )
  })

  it.each([
    ['tous', 'tous'],
    ['collèges, lycée', ['Collège', 'Lycée']],
    ['EREA;information et orientation', ['EREA', 'Information et orientation']],
  ])('les types « %s » sont lus', (brut, types) => {
    expect(analyserTypes(brut)).toEqual({ ok: true, valeur: types })
  })

  it('refuse un type que l’annuaire n’a pas', () => {
    expect(messageDe(analyserTypes('université'))).toMatch(
      /^« université » n’est pas un type de l’annuaire : écrivez tous, ou Collège, Lycée/,
    )
  })
})
