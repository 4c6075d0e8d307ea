import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apercevoirAnnuaire, importerAnnuaire } from '../../../../shared/domain/annuaire/annuaire.contract'
import {
  csvAnnuaire,
  fichierAnnuaire,
  type Generation,
  insertEtablissement,
  ligneAnnuaire,
  type LigneDAnnuaire,
  uaiFictif,
} from '../../../helpers/etablissement'
import { lisible } from '../../../helpers/lisible'
import { insertMembre, insertReseau } from '../../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { lettreCleAttendue } from '../../../../shared/uai'

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url))
const extrait = join(fixtures, 'annuaire-extrait.csv')

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const enregistres = () => r.db.selectFrom('etablissement').selectAll().orderBy('uai').execute()
const nommes = async () => (await enregistres()).map(({ nom, etat }) => `${nom} ${etat}`)
const refus = (promise: Promise<unknown>) =>
  promise.then(
    () => '(accepté)',
    (error: Error) => lisible(error.message),
  )

/** Rows that differ by their UAI and their name. */
const lignes = (...cellules: LigneDAnnuaire[]) =>
  cellules.map((part, index) =>
    ligneAnnuaire({
      identifiant_de_l_etablissement: uaiFictif(index + 1),
      nom_etablissement: `Collège ${String(index + 1)}`,
      ...part,
    }),
  )

describe('importer l’extrait réel de l’annuaire', () => {
  it('prend par défaut tous les établissements que le classeur hérité cite', async () => {
    const rapport = await r.call(importerAnnuaire, { jeton: r.grant(extrait) })
    expect(rapport).toMatchObject({
      lues: 162,
      horsPerimetre: 15,
      nouvelles: 144,
      modifiees: 0,
      rejetees: 0,
      doublons: 3,
      fermees: 0,
    })
    const uais = new Set((await enregistres()).map(({ uai }) => uai))
    const cites = JSON.parse(readFileSync(join(fixtures, 'etablissements-cites.json'), 'utf8')) as [string][]
    expect(cites.map(([uai]) => uai).filter((uai) => !uais.has(uai))).toEqual([])
  })

  it('prend aussi les écoles quand on demande tous les types, et dit la ligne répétée', async () => {
    const rapport = await r.call(importerAnnuaire, { jeton: r.grant(extrait), types: 'tous' })
    expect(rapport).toMatchObject({ lues: 162, horsPerimetre: 0, rejetees: 0 })
    expect(rapport.nouvelles + rapport.doublons).toBe(162)
    expect(rapport.doublons).toBe(3)
    const repetees = rapport.signalements.filter(({ message }) => message.includes('figure déjà plus haut'))
    expect(repetees).toHaveLength(3)
  })

  it('réimporté, ne change rien', async () => {
    await r.call(importerAnnuaire, { jeton: r.grant(extrait) })
    const avant = await enregistres()
    const rapport = await r.call(importerAnnuaire, { jeton: r.grant(extrait) })
    expect(rapport).toMatchObject({ nouvelles: 0, modifiees: 0, inchangees: 144, fermees: 0 })
    expect(await enregistres()).toEqual(avant)
  })

  it('annonce dans l’aperçu exactement ce que l’import fera, sans rien écrire', async () => {
    const jeton = r.grant(extrait)
    const apercu = await r.call(apercevoirAnnuaire, { jeton })
    expect(await enregistres()).toEqual([])
    expect(apercu).toMatchObject({ nom: 'annuaire-extrait.csv', encodage: 'UTF-8', nouvelles: 144 })
    expect(apercu.lignes.filter(({ sort }) => sort === 'nouvelle')).toHaveLength(144)
    expect(apercu.departements).toEqual([{ code: '035', lignes: 162 }])
    expect(apercu.types.find(({ type }) => type === 'École')).toEqual({ type: 'École', lignes: 15, retenu: false })
    const rapport = await r.call(importerAnnuaire, { jeton, empreinte: apercu.empreinte })
    for (const cle of ['lues', 'nouvelles', 'modifiees', 'inchangees', 'rejetees', 'doublons', 'fermees'] as const) {
      expect([cle, rapport[cle]]).toEqual([cle, apercu[cle]])
    }
  })
})

describe('les fichiers de l’annuaire', () => {
  const generations: Generation[] = ['api', '2023', 'capitales']
  it.each(generations)('de la génération « %s » se lisent pareil', async (generation) => {
    await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csvAnnuaire([ligneAnnuaire()], generation)) })
    expect(await enregistres()).toMatchObject([
      { codePostal: '35000', commune: 'Rennes', nombreEleves: 412, educationPrioritaire: 'REP' },
    ])
  })

  it('reprennent le bassin et la zone d’animation pédagogique', async () => {
    const ligne = ligneAnnuaire({
      code_bassin_formation: '14003',
      libelle_bassin_formation: 'RENNES',
      code_zone_animation_pedagogique: 'Z1',
      libelle_zone_animation_pedagogique: 'Rennes Sud',
    })
    await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csvAnnuaire([ligne], 'api')) })
    expect(await enregistres()).toMatchObject([
      { bassinCode: '14003', bassinNom: 'RENNES', zapCode: 'Z1', zapNom: 'Rennes Sud' },
    ])
  })

  const texte = csvAnnuaire(lignes({ nom_etablissement: 'Collège Œuvré « été »', nom_commune: 'Saint-Méen-le-Grand' }))
  it.each<[string, Uint8Array]>([
    ['Windows-1252', Uint8Array.from([...texte].map((letter) => (letter === 'Œ' ? 0x8c : letter.charCodeAt(0))))],
    ['UTF-16 LE', Buffer.from(`\uFEFF${texte}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${texte}`, 'utf16le').swap16()],
    ['UTF-8', Buffer.from(texte, 'utf8')],
  ])('en %s gardent leurs accents', async (encodage, octets) => {
    const jeton = fichierAnnuaire(r, octets)
    expect((await r.call(apercevoirAnnuaire, { jeton })).encodage).toBe(encodage)
    await r.call(importerAnnuaire, { jeton })
    expect(await enregistres()).toMatchObject([{ nom: 'Collège Œuvré « été »', commune: 'Saint-Méen-le-Grand' }])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['vide', new Uint8Array(), /est vide/],
    [
      'qui n’est pas l’annuaire',
      'Nom;Prénom;Quotité\r\nCARADEC;Inès;100\r\n',
      /il y manque les colonnes Identifiant_de_l_etablissement, Nom_etablissement, Type_etablissement/,
    ],
    [
      'sans une colonne',
      csvAnnuaire([ligneAnnuaire()]).replace('Statut_public_prive', 'Statut'),
      /il y manque la colonne Statut_public_prive/,
    ],
    ['binaire', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256), /n’est pas un fichier texte/],
  ])('%s sont refusés par une phrase, et rien n’est écrit', async (_, contenu, phrase) => {
    expect(await refus(r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, contenu) }))).toMatch(phrase)
    expect(await enregistres()).toEqual([])
  })

  it('introuvables ou changés depuis l’aperçu sont refusés', async () => {
    expect(await refus(r.call(importerAnnuaire, { jeton: r.grant(join(r.dossier, 'absent.csv')) }))).toMatch(
      /n’a pas été trouvé/,
    )
    const jeton = fichierAnnuaire(r, csvAnnuaire(lignes({})))
    const { empreinte } = await r.call(apercevoirAnnuaire, { jeton })
    fichierAnnuaire(r, csvAnnuaire(lignes({}, {})))
    expect(await refus(r.call(importerAnnuaire, { jeton, empreinte }))).toMatch(/a changé depuis l’aperçu/)
    expect(await enregistres()).toEqual([])
  })

  it('d’une autre académie le disent, et se prennent par leur département', async () => {
    const jeton = fichierAnnuaire(r, csvAnnuaire(lignes({ code_academie: '23', code_departement: '006' })))
    const phrase = 'Aucune des 1 lignes ne concerne l’académie de Rennes. Le fichier contient : Nice (1).'
    const { avertissements } = await r.call(apercevoirAnnuaire, { jeton })
    expect(avertissements.map(lisible)).toEqual([phrase])
    expect(await refus(r.call(importerAnnuaire, { jeton }))).toBe(`${phrase} Rien n’a été importé.`)
    expect(await r.call(importerAnnuaire, { jeton, departements: ['006'] })).toMatchObject({ nouvelles: 1 })
  })
})

describe('les lignes fausses', () => {
  it('sont dites cellule par cellule et laissées de côté ; les autres sont importées', async () => {
    const juste = uaiFictif(2)
    const faux = `${juste.slice(0, 7)}${juste.endsWith('A') ? 'B' : 'A'}`
    const csv = csvAnnuaire(lignes({}, { identifiant_de_l_etablissement: faux }, { statut_public_prive: 'Mixte' }, {}))
    const rapport = await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csv) })
    expect(rapport).toMatchObject({ lues: 4, nouvelles: 2, rejetees: 2 })
    expect(rapport.signalements).toMatchObject([
      { feuille: 'annuaire.csv', cellule: 'A3', ligne: 3, valeur: faux, suggestion: juste, gravite: 'bloquant' },
      { cellule: 'D4', valeur: 'Mixte', gravite: 'bloquant' },
    ])
    expect(await nommes()).toEqual(['Collège 1 ouvert', 'Collège 4 ouvert'])
  })

  it('ne ferment pas l’établissement dont elles parlent', async () => {
    await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csvAnnuaire(lignes({}, {}))) })
    const juste = uaiFictif(2)
    const faux = `${juste.slice(0, 7)}${juste.endsWith('A') ? 'B' : 'A'}`
    const csv = csvAnnuaire(lignes({}, { identifiant_de_l_etablissement: faux }))
    expect(await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csv) })).toMatchObject({
      rejetees: 1,
      fermees: 0,
    })
  })

  it('répétées ne comptent qu’une fois', async () => {
    const csv = csvAnnuaire(lignes({}, { identifiant_de_l_etablissement: uaiFictif(1) }))
    expect(await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csv) })).toMatchObject({
      nouvelles: 1,
      doublons: 1,
    })
    expect(await nommes()).toEqual(['Collège 1 ouvert'])
  })
})

describe('réimporter l’annuaire', () => {
  const importer = (cellules: LigneDAnnuaire[], options = {}) =>
    r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csvAnnuaire(lignes(...cellules))), ...options })

  it('dit champ par champ ce qui change, et l’écrit', async () => {
    await importer([{}, {}])
    const jeton = fichierAnnuaire(
      r,
      csvAnnuaire(
        lignes(
          {},
          { nom_etablissement: 'Collège Renommé', nombre_d_eleves: '430', appartenance_education_prioritaire: '' },
        ),
      ),
    )
    const { lignes: vues } = await r.call(apercevoirAnnuaire, { jeton })
    expect(vues.map(({ sort, nom, changements }) => ({ sort, nom, changements }))).toEqual([
      {
        sort: 'modifiee',
        nom: 'Collège 2',
        changements: [
          { champ: 'nom', libelle: 'Nom', avant: 'Collège 2', apres: 'Collège Renommé' },
          { champ: 'educationPrioritaire', libelle: 'Éducation prioritaire', avant: 'REP', apres: '' },
          { champ: 'nombreEleves', libelle: 'Élèves', avant: '412', apres: '430' },
        ],
      },
    ])
    expect(await r.call(importerAnnuaire, { jeton })).toMatchObject({ modifiees: 1, inchangees: 1 })
    expect((await enregistres())[1]).toMatchObject({
      nom: 'Collège Renommé',
      nombreEleves: 430,
      cleTri: 'college renomme\tcollège renommé'.normalize('NFD'),
    })
  })

  it('ne perd pas ce que l’annuaire laisse vide : le bassin noté à la main reste', async () => {
    await importer([{}])
    await r.db.updateTable('etablissement').set({ bassinNom: 'Rennes Sud' }).execute()
    expect(await importer([{ libelle_bassin_formation: '', telephone: '' }])).toMatchObject({ inchangees: 1 })
    expect(await enregistres()).toMatchObject([{ bassinNom: 'Rennes Sud', telephone: '02 99 00 00 01' }])
  })

  it('ferme les absents et les fermés, dit lesquels servent, et rouvre ceux qui reviennent', async () => {
    await importer([{}, {}, {}, {}])
    const [, second] = await enregistres()
    const reseau = await insertReseau(r)
    await insertMembre(r, { reseauId: reseau.id, etablissementId: second?.id ?? '' })
    const sansLeDeuxieme = lignes({}, {}, { etat: 'FERME' }, {}).filter((_, index) => index !== 1)
    const jeton = fichierAnnuaire(r, csvAnnuaire(sansLeDeuxieme))
    const apercu = await r.call(apercevoirAnnuaire, { jeton })
    expect(apercu).toMatchObject({ fermees: 2, fermeesUtilisees: 1, inchangees: 2 })
    expect(
      apercu.lignes
        .filter(({ sort }) => sort === 'fermee')
        .map(({ nom, numero, usages }) => [nom, numero, lisible(usages)]),
    ).toEqual([
      ['Collège 3', 3, ''],
      ['Collège 2', null, '1 réseau'],
    ])
    expect(apercu.signalements.map(({ message }) => lisible(message))).toEqual([
      `« Collège 2 » (${uaiFictif(2)}) n’est plus dans l’annuaire et reste utilisé par 1 réseau.`,
    ])
    await r.call(importerAnnuaire, { jeton })
    expect(await nommes()).toEqual(['Collège 1 ouvert', 'Collège 2 ferme', 'Collège 3 ferme', 'Collège 4 ouvert'])
    expect((await enregistres())[1]?.fermeLe).toBe('2026-11-22')
    expect(await importer([{}, {}, {}, {}])).toMatchObject({ modifiees: 2, rouvertes: 2, fermees: 0 })
    expect((await enregistres()).map(({ etat, fermeLe }) => [etat, fermeLe])).toEqual(
      Array.from({ length: 4 }, () => ['ouvert', null]),
    )
  })

  it('ne crée pas un établissement que l’annuaire dit fermé', async () => {
    expect(await importer([{}, { etat: 'FERME' }])).toMatchObject({ nouvelles: 1, horsPerimetre: 1 })
  })

  it.each<[string, LigneDAnnuaire, object]>([
    ['d’un autre département', { code_departement: '022', identifiant_de_l_etablissement: '0220001A' }, {}],
    ['d’un type que le fichier n’a pas', { type_etablissement: 'EREA' }, {}],
    ['quand on l’a refusé', {}, { fermerAbsents: false }],
  ])('ne ferme pas les absents %s', async (_, cellules, options) => {
    const uai =
      cellules['identifiant_de_l_etablissement'] === undefined
        ? uaiFictif(2)
        : `0220001${lettreCleAttendue('0220001') ?? ''}`
    await importer([{}, { ...cellules, identifiant_de_l_etablissement: uai }])
    expect(await importer([{}], options)).toMatchObject({ fermees: 0, inchangees: 1 })
  })

  it('ne ferme pas ce qui a été noté à la main', async () => {
    await insertEtablissement(r, { uai: uaiFictif(50), annuaireLe: null })
    expect(await importer([{}])).toMatchObject({ fermees: 0, nouvelles: 1 })
  })

  it('prévient quand le fichier paraît incomplet', async () => {
    await importer(Array.from({ length: 30 }, () => ({})))
    const jeton = fichierAnnuaire(r, csvAnnuaire(lignes({}, {})))
    const { avertissements } = await r.call(apercevoirAnnuaire, { jeton })
    expect(avertissements.map(lisible)).toEqual([
      '28 établissements du registre ne sont pas dans ce fichier et seraient fermés : vérifiez que le fichier est complet.',
    ])
  })
})

describe('annuler l’import', () => {
  const grand = () =>
    fichierAnnuaire(
      r,
      csvAnnuaire(
        lignes(...Array.from({ length: 5000 }, (_, index) => ({ identifiant_de_l_etablissement: uaiGrand(index) }))),
      ),
    )
  const uaiGrand = (index: number): string => {
    const chiffres = `035${String(1000 + index).padStart(4, '0')}`
    return chiffres + 'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(Number(chiffres) % 23)
  }

  it.each([
    ['pendant la lecture', /^Lecture/],
    ['pendant l’enregistrement', /^Enregistrement/],
  ])('%s ne laisse rien', async (_, etape) => {
    const controller = new AbortController()
    const work = r.call(
      importerAnnuaire,
      { jeton: grand() },
      {
        signal: controller.signal,
        progress: ({ fait, libelle }) => {
          if (fait > 0 && etape.test(libelle)) controller.abort()
        },
      },
    )
    expect(await refus(work)).toBe('Import annulé : rien n’a été écrit dans le registre.')
    expect(await enregistres()).toEqual([])
    expect(await r.call(importerAnnuaire, { jeton: fichierAnnuaire(r, csvAnnuaire(lignes({}))) })).toMatchObject({
      nouvelles: 1,
    })
  })

  it('dit où il en est, jusqu’au bout', async () => {
    const etapes: string[] = []
    await r.call(
      importerAnnuaire,
      { jeton: grand() },
      { progress: ({ fait, total, libelle }) => etapes.push(`${libelle} ${String(fait)}/${String(total)}`) },
    )
    expect(etapes).toEqual([
      'Lecture de l’annuaire 0/0',
      'Lecture de l’annuaire 2000/5001',
      'Lecture de l’annuaire 4000/5001',
      'Enregistrement des établissements 2000/5000',
      'Enregistrement des établissements 4000/5000',
    ])
  })
})
