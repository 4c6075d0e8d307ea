import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  libellesEtatEtablissement,
  libellesSecteur,
  type LigneEtablissement,
  listeEtablissements,
} from '../../../shared/domain/etablissement/etablissement.liste'
import {
  creerEtablissement,
  fermerEtablissement,
  modifierEtablissement,
} from '../../../shared/domain/etablissement/etablissement.contract'
import {
  pageDeListe,
  rangDansListe,
  resoudreSelection,
  trouverDansListe,
  valeursDeColonne,
} from '../../../shared/domain/liste/liste.contract'
import type { PageDeListe } from '../../../shared/liste/demande'
import { type Condition, type Filtre, operateursDuType } from '../../../shared/liste/filtre'
import { valeursFixees } from '../../../shared/liste/colonne'
import { predicat } from '../../../shared/liste/retenir'
import { annulerEtape } from '../../../shared/domain/journal/journal.contract'
import type { InputOf } from '../../../shared/ipc'
import { cleRecherche, cleTri, correspond } from '../../../shared/text'
import { insertEtablissement, uaiFictif } from '../../helpers/etablissement'
import { commeImport, inserterEtablissements } from '../../helpers/journal'
import { insertMembre, insertReseau } from '../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

const contexte = { anneeId: '2026-2027' }
const et = (...termes: Filtre['termes']): Filtre => ({ lien: 'et', termes })

let r: TestRegistre
beforeAll(async () => {
  r = await testRegistre()
  const types = ['Collège', 'Lycée', 'EREA']
  const foquale = await insertReseau(r, { nom: 'FOQUALE Rennes' })
  const psad = await insertReseau(r, { nom: 'PSAD Rennes', type: 'PSAD' })
  for (let rang = 0; rang < 40; rang += 1) {
    const { id } = await insertEtablissement(r, {
      nom:
        (['Émile Zola', 'Zola', 'École 10', 'École 2', 'Œuvrard', 'D’Almeida'][rang % 6] ?? '') +
        (rang > 5 ? ` ${String(rang)}` : ''),
      type: types[rang % 3] ?? '',
      commune: ['Rennes', 'Redon', 'Saint-Malo', 'Évran'][rang % 4] ?? '',
      departement: rang % 5 === 0 ? '022' : '035',
      secteur: rang % 7 === 0 ? 'prive' : 'public',
      bassinNom: rang % 4 === 0 ? '' : `Bassin ${String(rang % 3)}`,
      nombreEleves: rang % 6 === 0 ? null : rang * 10,
      ouvertLe: rang % 2 === 0 ? null : `20${String(10 + (rang % 15))}-0${String(1 + (rang % 9))}-15`,
      segpa: rang % 2 === 0 ? 1 : 0,
      ...(rang % 9 === 0 && { etat: 'ferme', fermeLe: '2026-08-31' }),
    })
    if (rang % 3 === 0) await insertMembre(r, { reseauId: foquale.id, etablissementId: id })
    if (rang % 6 === 0) await insertMembre(r, { reseauId: psad.id, etablissementId: id })
  }
})
afterAll(() => r.close())

type Demande = Omit<InputOf<typeof pageDeListe>, 'liste' | 'contexte'>
const page = async (demande: Demande = {}) =>
  (await r.call(pageDeListe, { liste: 'etablissements', contexte, ...demande })) as PageDeListe<LigneEtablissement>
const noms = async (demande: Demande = {}) => (await page(demande)).lignes.map(({ nom }) => nom)

describe('une page de liste', () => {
  it('vient dans l’ordre français de la liste, avec ce qu’elle compte', async () => {
    const { lignes, retenues, ensemble, totaux } = await page({ nombre: 3 })
    expect(lignes.map(({ nom }) => nom)).toEqual(['D’Almeida', 'D’Almeida 11', 'D’Almeida 17'])
    expect([retenues, ensemble]).toEqual([40, 40])
    expect(totaux['eleves']).toBe(
      Array.from({ length: 40 }, (_, rang) => (rang % 6 === 0 ? 0 : rang * 10)).reduce((a, b) => a + b),
    )
  })

  it('dit la même chose page après page que d’un coup', async () => {
    const tout = await noms()
    const parMorceaux = [
      ...(await noms({ nombre: 15 })),
      ...(await noms({ debut: 15, nombre: 15 })),
      ...(await noms({ debut: 30, nombre: 15 })),
    ]
    expect(parMorceaux).toEqual(tout)
    expect(await noms({ debut: 60 })).toEqual([])
  })

  it('trie par valeur les numéros, met les vides en dernier dans les deux sens, garde l’ordre de la liste entre égaux', async () => {
    const croissant = (await page({ tris: [{ colonne: 'eleves', sens: 'asc' }] })).lignes.map(
      ({ nombreEleves }) => nombreEleves,
    )
    const decroissant = (await page({ tris: [{ colonne: 'eleves', sens: 'desc' }] })).lignes.map(
      ({ nombreEleves }) => nombreEleves,
    )
    expect(croissant.slice(0, 2)).toEqual([10, 20])
    expect(decroissant.slice(0, 2)).toEqual([390, 380])
    expect(croissant.at(-1)).toBeNull()
    expect(decroissant.at(-1)).toBeNull()
    const parType = (await page({ tris: [{ colonne: 'type', sens: 'desc' }] })).lignes
    const lycees = parType.filter(({ type }) => type === 'Lycée').map(({ nom }) => nom)
    expect(parType[0]?.type).toBe('Lycée')
    expect(lycees).toEqual((await noms()).filter((nom) => lycees.includes(nom)))
    expect((await noms({ recherche: 'ecole' })).slice(0, 2)).toEqual(['École 2', 'École 2 9'])
  })

  it('trie sur plusieurs colonnes, la première d’abord', async () => {
    const { lignes } = await page({
      tris: [
        { colonne: 'commune', sens: 'asc' },
        { colonne: 'eleves', sens: 'desc' },
      ],
    })
    expect(lignes.slice(0, 2).map(({ commune, nombreEleves }) => [commune, nombreEleves])).toEqual([
      ['Évran', 390],
      ['Évran', 350],
    ])
  })

  it('groupe, avec le nombre et les totaux de chacun', async () => {
    const { lignes, groupes } = await page({ groupe: { colonne: 'type', sens: 'asc' } })
    expect(groupes?.map(({ valeur, debut, nombre }) => [valeur, debut, nombre])).toEqual([
      ['Collège', 0, 14],
      ['EREA', 14, 13],
      ['Lycée', 27, 13],
    ])
    for (const { valeur, debut, nombre, totaux } of groupes ?? []) {
      const siennes = lignes.slice(debut, debut + nombre)
      expect(new Set(siennes.map(({ type }) => type))).toEqual(new Set([valeur]))
      expect(totaux['eleves']).toBe(siennes.reduce((somme, { nombreEleves }) => somme + (nombreEleves ?? 0), 0))
    }
  })

  it('cherche chaque mot au début d’un mot, dans les colonnes de textes et de réseaux', async () => {
    expect(await noms({ recherche: 'zol emi' })).toContain('Émile Zola')
    expect(await noms({ recherche: 'mile' })).toEqual([])
    expect((await noms({ recherche: 'dalmeida' })).length).toBe(6)
    expect((await noms({ recherche: 'd’almeida' })).length).toBe(6)
    expect((await page({ recherche: 'foquale' })).retenues).toBe(14)
    expect(
      (await page({ recherche: 'lycee evran' })).lignes.every(
        ({ type, commune }) => type === 'Lycée' && commune === 'Évran',
      ),
    ).toBe(true)
  })

  it('compte ce qu’on lui demande de compter, sur l’ensemble ou sur ce que la recherche trouve', async () => {
    const lycees = et({ colonne: 'type', op: 'parmi', valeurs: ['Lycée'] })
    const { comptes } = await page({
      recherche: 'rennes',
      comptes: [
        { cle: 'lycees', filtre: lycees, sur: 'ensemble' },
        { cle: 'ici', filtre: lycees },
        { cle: 'sansReseau', filtre: et({ colonne: 'sansReseau', op: 'oui' }), sur: 'ensemble' },
      ],
    })
    const tout = (await page()).lignes
    expect(comptes['lycees']).toBe(13)
    expect(comptes['ici']).toBe((await page({ recherche: 'rennes', filtre: lycees })).retenues)
    expect(comptes['sansReseau']).toBe(
      tout.filter((ligne) => ligne.nombreFoquale === 0 && ligne.etat === 'ouvert' && ligne.secteur === 'public').length,
    )
  })

  it('ne garde rien d’un filtre que rien ne satisfait, et dit ce qu’elle laisse d’une colonne inconnue', async () => {
    expect(await page({ filtre: et({ colonne: 'nom', op: 'contient', valeur: 'introuvable' }) })).toMatchObject({
      lignes: [],
      retenues: 0,
      ensemble: 40,
      totaux: { eleves: 0 },
    })
    const { retenues, abandons } = await page({ filtre: et({ colonne: 'disparue', op: 'vide' }) })
    expect([retenues, abandons.length]).toEqual([40, 1])
  })

  it('voit ce qui vient de changer', async () => {
    const [premiere] = (await page({ recherche: 'oeuvrard', nombre: 1 })).lignes
    const id = premiere?.id ?? ''
    await r.call(modifierEtablissement, { id, champs: { nom: 'Zut' } })
    expect((await page({ recherche: 'zut' })).lignes.map(({ nom }) => nom)).toEqual(['Zut'])
    await r.call(modifierEtablissement, { id, champs: { nom: premiere?.nom ?? '' } })
    expect((await page({ recherche: 'zut' })).retenues).toBe(0)
  })
})

describe('le moteur', () => {
  const condition = fc.constantFrom(...listeEtablissements.colonnes).chain((decrite): fc.Arbitrary<Condition> => {
    const { cle: colonne, type } = decrite
    const mots = fc.constantFrom('zola', 'É', 'rennes', 'col', '', 'bassin 1', 'x')
    const jours = fc.constantFrom('2012-03-15', '2017-08-15', '2026-08-31')
    return fc.constantFrom(...operateursDuType[type]).chain((op): fc.Arbitrary<Condition> => {
      switch (op) {
        case 'contient':
        case 'neContientPas':
        case 'commencePar':
        case 'egal':
          return mots.map((valeur) => ({ colonne, op, valeur }))
        case 'entre':
          return fc
            .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
            .map(([debut, fin]) => ({ colonne, op, debut, fin }))
        case 'le':
        case 'avant':
        case 'apres':
          return jours.map((jour) => ({ colonne, op, jour }))
        case 'entreJours':
          return fc.tuple(jours, jours).map(([debut, fin]) => ({ colonne, op, debut, fin }))
        case 'periode':
          return fc
            .constantFrom('passe' as const, 'aVenir' as const, { depuis: 4000 })
            .map((periode) => ({ colonne, op, periode }))
        case 'parmi':
        case 'aucunDe':
          return fc
            .subarray(['', ...(valeursFixees(decrite) ?? ['Lycée', 'Rennes', 'FOQUALE Rennes', 'Bassin 1'])])
            .map((valeurs) => ({ colonne, op, valeurs }))
        case 'oui':
        case 'non':
        case 'vide':
        case 'nonVide':
          return fc.constant({ colonne, op })
        default:
          return fc.integer({ min: 0, max: 400 }).map((valeur) => ({ colonne, op, valeur }))
      }
    })
  })
  const lien = fc.constantFrom('et' as const, 'ou' as const)
  const groupe = fc.record({ lien, termes: fc.array(condition, { maxLength: 3 }) })
  const filtres = fc.record({ lien, termes: fc.array(fc.oneof(condition, groupe), { maxLength: 3 }) })

  it('garde les mêmes lignes que le même filtre passé sur toutes les lignes', async () => {
    const tout = (await page()).lignes
    await fc.assert(
      fc.asyncProperty(filtres, async (filtre: Filtre) => {
        const garde = predicat<LigneEtablissement>(
          listeEtablissements.colonnes,
          filtre,
          '2026-11-22',
          (cle) => (ligne) => listeEtablissements.colonnes.find((colonne) => colonne.cle === cle)?.valeur(ligne),
        )
        const attendues = tout.filter(garde).map(({ id }) => id)
        const { lignes, retenues } = await page({ filtre })
        expect(lignes.map(({ id }) => id)).toEqual(attendues)
        expect(retenues).toBe(attendues.length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('autour d’une page', () => {
  it('donne les valeurs d’une colonne avec leur nombre, sans les conditions de cette colonne', async () => {
    const filtre = et(
      { colonne: 'type', op: 'parmi', valeurs: ['Lycée'] },
      { colonne: 'secteur', op: 'parmi', valeurs: ['Public'] },
    )
    const { valeurs } = await r.call(valeursDeColonne, { liste: 'etablissements', contexte, colonne: 'type', filtre })
    const publics = (await page({ filtre: et({ colonne: 'secteur', op: 'parmi', valeurs: ['Public'] }) })).lignes
    expect(valeurs).toEqual(
      ['Collège', 'EREA', 'Lycée'].map((valeur) => ({
        valeur,
        nombre: publics.filter(({ type }) => type === valeur).length,
      })),
    )
    // An alternative keeps what its other terms bring: the values are those of the rows that it shows.
    const ou: Filtre = {
      lien: 'ou',
      termes: [
        { colonne: 'type', op: 'parmi', valeurs: ['EREA'] },
        { colonne: 'secteur', op: 'parmi', valeurs: ['Privé'] },
      ],
    }
    const choix = await r.call(valeursDeColonne, { liste: 'etablissements', contexte, colonne: 'type', filtre: ou })
    const gardees = (await page({ filtre: ou })).lignes
    expect(choix.valeurs.map(({ nombre }) => nombre).reduce((a, b) => a + b, 0)).toBe(gardees.length)
    expect(choix.valeurs.map(({ valeur }) => valeur)).toContain('EREA')
    const reseaux = await r.call(valeursDeColonne, { liste: 'etablissements', contexte, colonne: 'reseaux' })
    expect(reseaux.valeurs).toEqual([
      { valeur: 'FOQUALE Rennes', nombre: 14 },
      { valeur: 'PSAD Rennes', nombre: 7 },
      { valeur: '', nombre: 26 },
    ])
    const peu = await r.call(valeursDeColonne, {
      liste: 'etablissements',
      contexte,
      colonne: 'commune',
      texte: 're',
      auPlus: 1,
    })
    expect(peu).toEqual({ valeurs: [{ valeur: 'Redon', nombre: 10 }], distinctes: 2 })
  })

  it('dit où se tient une fiche dans l’ordre demandé', async () => {
    const tris = [{ colonne: 'eleves', sens: 'desc' as const }]
    const { lignes } = await page({ tris })
    const demande = { liste: 'etablissements' as const, contexte, tris }
    expect(await r.call(rangDansListe, { ...demande, id: lignes[7]?.id ?? '' })).toBe(7)
    const filtre = et({ colonne: 'nom', op: 'contient', valeur: 'introuvable' })
    expect(await r.call(rangDansListe, { ...demande, filtre, id: lignes[7]?.id ?? '' })).toBeNull()
    expect(await r.call(rangDansListe, { ...demande, id: 'absent' })).toBeNull()
  })

  it('trouve dans les colonnes montrées seulement, à leur place', async () => {
    const demande = { liste: 'etablissements' as const, contexte, colonnes: ['nom'] }
    expect(await r.call(trouverDansListe, { ...demande, texte: 'rennes' })).toEqual({ nombre: 0, rangs: [] })
    const { nombre, rangs } = await r.call(trouverDansListe, { ...demande, texte: 'zola', auPlus: 3 })
    const tout = await noms()
    expect(nombre).toBe(tout.filter((nom) => nom.includes('Zola')).length)
    expect(rangs).toEqual(tout.flatMap((nom, rang) => (nom.includes('Zola') ? [rang] : [])).slice(0, 3))
  })

  it('cherche et trouve « st » comme « saint »', async () => {
    const malo = (await noms({ filtre: et({ colonne: 'commune', op: 'egal', valeur: 'Saint-Malo' }) })).length
    for (const recherche of ['st malo', 'St-Malo', 'saint malo'])
      expect((await page({ recherche })).retenues).toBe(malo)
    const demande = { liste: 'etablissements' as const, contexte, colonnes: ['commune'], texte: 'st malo' }
    expect((await r.call(trouverDansListe, demande)).nombre).toBe(malo)
  })

  it('résout « tout sauf » sans que la fenêtre ait vu les lignes', async () => {
    const filtre = et({ colonne: 'type', op: 'parmi', valeurs: ['EREA'] })
    const ids = (await page({ filtre })).lignes.map(({ id }) => id)
    const selection = { tousSauf: ids.slice(0, 2), champ: { contexte, filtre } }
    expect(await r.call(resoudreSelection, { liste: 'etablissements', selection })).toEqual(ids.slice(2))
  })

  it('lit le registre d’un jour passé', async () => {
    let instant = ''
    const auJour = (jour: string) => {
      instant = new Date(`${jour}T12:00:00`).toISOString()
    }
    auJour('2025-09-01')
    const ancien = await testRegistre({ now: () => instant })
    try {
      auJour('2025-10-01')
      const faits = { uai: uaiFictif(1), nom: 'Collège Zola', type: 'Collège', commune: 'Rennes' }
      const { id } = await ancien.call(creerEtablissement, faits)
      auJour('2026-01-10')
      await ancien.call(modifierEtablissement, { id, champs: { nom: 'Collège Autre' } })
      const trouves = async (recherche: string, jour?: string) => {
        const demande = { liste: 'etablissements' as const, contexte, recherche }
        return (await ancien.call(pageDeListe, demande, jour === undefined ? {} : { auJour: jour })).retenues
      }
      expect([await trouves('zola'), await trouves('autre')]).toEqual([0, 1])
      expect([await trouves('zola', '2025-12-01'), await trouves('autre', '2025-12-01')]).toEqual([1, 0])
      expect(await trouves('', '2025-09-15')).toBe(0)
    } finally {
      ancien.close()
    }
  })
})

it('se laisse fermer pendant qu’elle prépare la recherche d’une longue liste', async () => {
  const autre = await testRegistre()
  await commeImport(autre, () => void inserterEtablissements(autre, 5000))
  const { retenues } = await autre.call(pageDeListe, { liste: 'etablissements', contexte })
  autre.close()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(retenues).toBe(5000)
})

describe('après un changement', () => {
  const filtres: Filtre[] = [
    et({ colonne: 'commune', op: 'contient', valeur: 're' }),
    et({ colonne: 'sansReseau', op: 'oui' }, { colonne: 'eleves', op: '≥', valeur: 50 }),
    et({ colonne: 'reseaux', op: 'parmi', valeurs: ['FOQUALE Rennes'] }),
    et({ colonne: 'etat', op: 'parmi', valeurs: ['Fermé'] }),
  ]
  const garder = (filtre: Filtre) =>
    predicat<LigneEtablissement>(
      listeEtablissements.colonnes,
      filtre,
      '2026-11-22',
      (cle) => (ligne) => listeEtablissements.colonnes.find((colonne) => colonne.cle === cle)?.valeur(ligne),
    )
  /** What the engine has kept answers like the rows read anew. */
  async function comparer() {
    const tout = (await page({ nombre: 1000 })).lignes
    const enOrdre = tout.toSorted((a, b) =>
      `${cleTri(a.nom)}\u0000${a.id}` < `${cleTri(b.nom)}\u0000${b.id}` ? -1 : 1,
    )
    expect(tout.map(({ nom }) => nom)).toEqual(enOrdre.map(({ nom }) => nom))
    for (const filtre of filtres) {
      expect((await page({ filtre })).lignes).toEqual(tout.filter(garder(filtre)))
    }
    for (const recherche of ['zola', 'redon', 'foquale', 'ferme', 'neuf']) {
      const texte = ({
        nom,
        uai,
        commune,
        type,
        reseaux,
        bassin,
        educationPrioritaire,
        secteur,
        etat,
      }: LigneEtablissement) =>
        [
          uai,
          nom,
          commune,
          type,
          reseaux,
          bassin,
          educationPrioritaire,
          libellesSecteur[secteur],
          libellesEtatEtablissement[etat],
        ]
          .map(cleRecherche)
          .join(' ')
      const attendues = tout.filter((ligne) => correspond(texte(ligne), recherche)).map(({ id }) => id)
      expect((await page({ recherche })).lignes.map(({ id }) => id)).toEqual(attendues)
    }
    const triees = (await page({ tris: [{ colonne: 'eleves', sens: 'desc' }] })).lignes.map(
      ({ nombreEleves }) => nombreEleves ?? -1,
    )
    expect(triees).toEqual(triees.toSorted((a, b) => b - a))
  }

  it('répond comme si elle lisait tout de nouveau', async () => {
    await comparer()
    const [{ id }, autre] = (await page()).lignes as [LigneEtablissement, LigneEtablissement]
    const reseau = await insertReseau(r, { nom: 'FOQUALE Neuf' })
    const changements: (() => Promise<unknown>)[] = [
      () => r.call(modifierEtablissement, { id, champs: { nombreEleves: 777, adresse: 'x' } }),
      () => r.call(modifierEtablissement, { id, champs: { commune: 'Redon' } }),
      () => r.call(modifierEtablissement, { id, champs: { nom: 'Zzz Neuf' } }),
      () => insertMembre(r, { reseauId: reseau.id, etablissementId: autre.id }),
      () => r.call(fermerEtablissement, { id: autre.id, fermeLe: '2026-11-22' }),
      () => insertEtablissement(r, { nom: 'Aaa Neuf' }),
      () => r.db.deleteFrom('etablissement').where('id', '=', id).execute(),
      () => r.call(annulerEtape, {}),
      () => r.db.updateTable('reseau').set({ nom: 'FOQUALE Zola' }).where('id', '=', reseau.id).execute(),
    ]
    for (const changer of changements) {
      await changer()
      await comparer()
    }
  })

  it('cherche lettre après lettre comme d’un coup', async () => {
    let annee = 2026
    await insertEtablissement(r, { nom: 'Collège St-Évroult' })
    const mots = ['d’almeida 11', 'zola emi', 'foq', 'lycee redon', 'ecole 10', "l'ecole", 'saint evroult', 'st-malo']
    for (const mot of mots) {
      for (let fin = 1; fin <= mot.length; fin += 1) {
        const recherche = mot.slice(0, fin)
        const pasAPas = (await page({ recherche })).lignes.map(({ id }) => id)
        // Another year is another list, whose first search this is.
        annee += 1
        const neuve = { anneeId: `${String(annee)}-${String(annee + 1)}` }
        const dUnCoup = await r.call(pageDeListe, { liste: 'etablissements', contexte: neuve, recherche })
        expect((dUnCoup.lignes as LigneEtablissement[]).map(({ id }) => id)).toEqual(pasAPas)
      }
    }
  })
})
