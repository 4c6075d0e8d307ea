import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerAffectation } from '../../../shared/domain/affectation/affectation.contract'
import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { creerAgent, modifierAgent } from '../../../shared/domain/agent/agent.contract'
import type { LigneEtablissement } from '../../../shared/domain/etablissement/etablissement.liste'
import { annulerEtape, listerJournal } from '../../../shared/domain/journal/journal.contract'
import {
  ecrireListe,
  optionsDeColonne,
  pageDeListe,
  verifierEcriture,
} from '../../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../../shared/domain/liste/listes'
import { terme } from '../../helpers/agent'
import { insertEtablissement } from '../../helpers/etablissement'
import { commeImport, inserterEtablissements } from '../../helpers/journal'
import { lisible } from '../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../helpers/registre'
import { refusDe } from '../../helpers/registre-fichier'

const contexte = { anneeId: '2026-2027' }

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => r.close())

async function lignes<Ligne>(liste: CleDeListe): Promise<Ligne[]> {
  return (await r.call(pageDeListe, { liste, contexte, nombre: 1000 })).lignes as Ligne[]
}
const ecrire = (liste: CleDeListe, ids: string[], colonnes: string[], valeurs: string[][], toutOuRien = false) =>
  r.call(ecrireListe, { liste, contexte, bloc: { ids, colonnes, valeurs }, toutOuRien })

describe('écrire des cellules', () => {
  it('répond à chacune : écrite, inchangée ou refusée avec sa phrase', async () => {
    const [a, b] = [await insertEtablissement(r, { nombreEleves: 12 }), await insertEtablissement(r)]
    const reponse = await ecrire(
      'etablissements',
      [a.id, b.id, 'absent'],
      ['nom', 'eleves', 'secteur', 'uai', 'reseaux', 'ouvertLe'],
      [
        ['Collège Neuf', '12', 'privé', a.uai, 'X', '31/02/2026'],
        ['', '=200+50', 'Public', a.uai, '', ''],
        ['Rien', '1', '', '', '', ''],
      ],
    )
    expect(reponse.etats).toEqual(['eieirr', 'reirii', 'rrrrrr'])
    expect(reponse).toMatchObject({ ecrites: 3, gardees: true })
    expect(reponse.refus.slice(0, 4).map(({ colonne, message }) => `${colonne} : ${lisible(message)}`)).toEqual([
      'reseaux : « Réseaux » ne s’écrit pas ici : sa valeur vient d’ailleurs.',
      'ouvertLe : « 31/02/2026 » n’existe pas : février 2026 compte 28 jours.',
      'nom : Cette cellule ne peut pas être vide.',
      `uai : ${a.uai} est déjà le code UAI de « Collège Neuf ».`,
    ])
    const apres = await lignes<LigneEtablissement>('etablissements')
    expect(apres.find(({ id }) => id === a.id)).toMatchObject({ nom: 'Collège Neuf', secteur: 'prive', ouvertLe: null })
    expect(apres.find(({ id }) => id === b.id)).toMatchObject({ nom: b.nom, nombreEleves: 250, uai: b.uai })
  })

  it('prend aussi des cellules çà et là, avec des valeurs déjà lues', async () => {
    const [a, b] = [await insertEtablissement(r), await insertEtablissement(r)]
    const cellules = [
      { id: a.id, colonne: 'eleves', valeur: 0.5 },
      { id: b.id, colonne: 'segpa', valeur: true },
      { id: a.id, colonne: 'commune', valeur: 'Redon' },
      { id: b.id, colonne: 'eleves', valeur: null },
      { id: a.id, colonne: 'ouvertLe', valeur: '1971-09-15' },
    ]
    const reponse = await r.call(ecrireListe, { liste: 'etablissements', contexte, bloc: { cellules } })
    expect(reponse).toMatchObject({ etats: ['reeie'], ecrites: 3, inchangees: 1, refusees: 1 })
    expect(reponse.refus).toMatchObject([{ id: a.id, colonne: 'eleves' }])
    const apres = await lignes<LigneEtablissement>('etablissements')
    expect(apres.find(({ id }) => id === a.id)).toMatchObject({ commune: 'Redon', ouvertLe: '1971-09-15' })
    expect(apres.find(({ id }) => id === b.id)).toMatchObject({ segpa: 1 })
  })

  it('est une seule étape du journal, qui s’annule d’un coup', async () => {
    const faits = [await insertEtablissement(r), await insertEtablissement(r)]
    const ids = faits.map(({ id }) => id)
    await ecrire(
      'etablissements',
      ids,
      ['commune', 'eleves'],
      [
        ['Redon', '1'],
        ['Redon', '2'],
      ],
    )
    const [etape] = (await r.call(listerJournal, {})).etapes
    expect(etape && lisible(etape.phrase)).toBe('Modification de 2 établissements')
    await r.call(annulerEtape, {})
    expect((await lignes<LigneEtablissement>('etablissements')).map(({ commune }) => commune)).toEqual([
      'Rennes',
      'Rennes',
    ])
  })

  it('n’écrit rien quand tout ou rien est demandé et qu’une cellule est refusée', async () => {
    const { id } = await insertEtablissement(r)
    const reponse = await ecrire('etablissements', [id], ['commune', 'eleves'], [['Redon', 'beaucoup']], true)
    expect(reponse).toMatchObject({ etats: ['er'], gardees: false })
    expect((await lignes<LigneEtablissement>('etablissements'))[0]?.commune).toBe('Rennes')
  })

  it('dit d’avance ce qu’elle ferait, sans rien écrire ni rien inscrire', async () => {
    const { id } = await insertEtablissement(r)
    const avant = (await r.call(listerJournal, {})).etapes.length
    const reponse = await r.call(verifierEcriture, {
      liste: 'etablissements',
      contexte,
      bloc: { ids: [id], colonnes: ['commune', 'uai'], valeurs: [['Redon', '0350000A']] },
    })
    expect(reponse).toMatchObject({ etats: ['er'], gardees: false })
    const [refusee, changee] = reponse.essayees
    expect(refusee).toMatchObject({ id, colonne: 'uai', refus: expect.stringContaining('lettre') as string })
    expect(changee).toMatchObject({ id, colonne: 'commune', avant: 'Rennes', refus: null })
    expect(changee?.libelle).toBe((await lignes<LigneEtablissement>('etablissements'))[0]?.nom)
    expect((await r.call(listerJournal, {})).etapes.length).toBe(avant)
    expect((await lignes<LigneEtablissement>('etablissements'))[0]?.commune).toBe('Rennes')
  })

  it('garde « =cmd|… » comme un texte, et le refuse dans un nombre', async () => {
    const { id } = await insertEtablissement(r)
    const formule = "=cmd|' /C calc'!A0"
    const reponse = await ecrire('etablissements', [id], ['adresse', 'eleves'], [[formule, formule]])
    expect(reponse.etats).toEqual(['er'])
    expect((await lignes<LigneEtablissement>('etablissements'))[0]?.adresse).toBe(formule)
  })

  it('donne une même valeur à toute une sélection', async () => {
    const gardee = await insertEtablissement(r, { nom: 'Collège À Part' })
    for (let rang = 0; rang < 5; rang += 1) await insertEtablissement(r)
    const selection = { tousSauf: [gardee.id], champ: { contexte } }
    const reponse = await r.call(ecrireListe, {
      liste: 'etablissements',
      contexte,
      bloc: { selection, colonnes: ['ep'], valeurs: ['REP'] },
    })
    expect(reponse.ecrites).toBe(5)
    const ep = (await lignes<LigneEtablissement>('etablissements')).map(
      ({ educationPrioritaire }) => educationPrioritaire,
    )
    expect(ep.toSorted()).toEqual(['', 'REP', 'REP', 'REP', 'REP', 'REP'])
  })

  it('dit où elle en est, et s’interrompt sans rien laisser', async () => {
    await commeImport(r, () => void inserterEtablissements(r, 1000))
    const ids = (await lignes<LigneEtablissement>('etablissements')).map(({ id }) => id)
    const bloc = { ids, colonnes: ['commune', 'eleves'], valeurs: ids.map((_, rang) => ['Redon', String(rang)]) }
    const faits: number[] = []
    const controle = new AbortController()
    const interrompue = r.call(
      ecrireListe,
      { liste: 'etablissements', contexte, bloc },
      {
        signal: controle.signal,
        progress: ({ fait }) => {
          faits.push(fait)
          if (fait >= 400) controle.abort()
        },
      },
    )
    expect((await refusDe(interrompue)).message).toBe('Écriture interrompue : aucune cellule n’a été modifiée.')
    expect(faits).toEqual([0, 200, 400])
    const communes = async () =>
      new Set((await lignes<LigneEtablissement>('etablissements')).map(({ commune }) => commune))
    expect(await communes()).toEqual(new Set(['Rennes']))
    expect((await r.call(ecrireListe, { liste: 'etablissements', contexte, bloc })).ecrites).toBeGreaterThan(1900)
    expect(await communes()).toEqual(new Set(['Redon']))
  })
})

describe('écrire des cellules d’agents', () => {
  const agentAffecte = async (nom: string) => {
    const { id } = await r.call(creerAgent, { nom, prenom: 'Ada' })
    const roleId = (await terme(r, 'role', 'COORD_RESEAU')).id
    const regimeId = (await terme(r, 'regimeService', 'H1404')).id
    await r.call(creerAffectation, { agentId: id, anneeId: contexte.anneeId, roleId, regimeId, quotite: 80 })
    return id
  }

  it('suit les règles de la fiche et de l’affectation, termes et établissements nommés en clair', async () => {
    const id = await agentAffecte('Zorn')
    const zola = await insertEtablissement(r, { nom: 'Lycée Émile Zola' })
    const reponse = await ecrire(
      'agents',
      [id],
      ['telephone', 'quotite', 'residence', 'statut', 'contrat', 'role', 'cplds', 'heures'],
      [['0299002615', '120 %', 'lycee emile zola', 'Titulaire', '31/08/2027', 'astronaute', 'oui', '3']],
    )
    expect(reponse.etats).toEqual(['ereeerer'])
    expect(reponse.refus.map(({ colonne, message }) => [colonne, lisible(message)])).toEqual([
      ['quotite', '« 120 % » n’est pas compris entre 0 et 100 %.'],
      ['role', expect.stringContaining('« astronaute » n’est pas dans cette liste de l’académie')],
      ['heures', '« Heures dues » ne s’écrit pas ici : sa valeur vient d’ailleurs.'],
    ])
    const [agent] = await lignes<AgentDeListe>('agents')
    expect(agent).toMatchObject({ telephone: '02 99 00 26 15', contratFinLe: '2027-08-31', cplds: 'oui', quotite: 80 })
    expect(agent?.affectations[0]?.residence?.id).toBe(zola.id)
    expect(agent?.statutCategorie).toBe('titulaire')
  })

  it('propose le code UAI quand deux établissements ont le même nom', async () => {
    const id = await agentAffecte('Zorn')
    const [a] = [
      await insertEtablissement(r, { nom: 'Lycée Zola' }),
      await insertEtablissement(r, { nom: 'Lycée Zola', commune: 'Redon' }),
    ]
    const reponse = await ecrire('agents', [id], ['residence'], [['Lycée Zola']])
    expect(reponse.refus[0]?.message).toContain('Plusieurs établissements')
    expect((await ecrire('agents', [id], ['residence'], [[`${a.uai} Lycée Zola`]])).etats).toEqual(['e'])
    expect((await ecrire('agents', [id], ['residence'], [['Lycée Zola, Redon']])).etats).toEqual(['e'])
    expect((await ecrire('agents', [id], ['residence'], [['']])).etats).toEqual(['e'])
  })

  it('renvoie à la fiche quand un agent a deux affectations', async () => {
    const id = await agentAffecte('Zorn')
    const roleId = (await terme(r, 'role', 'FORM')).id
    const regimeId = (await terme(r, 'regimeService', 'H1404')).id
    await r.call(creerAffectation, { agentId: id, anneeId: contexte.anneeId, roleId, regimeId, quotite: 20 })
    expect((await ecrire('agents', [id], ['quotite'], [['50']])).refus[0]?.message).toContain('ouvrez la fiche')
  })

  it('voit l’écriture d’une autre fenêtre', async () => {
    const id = await agentAffecte('Zorn')
    await lignes('agents')
    await r.call(modifierAgent, { id, champs: { courriel: 'ada@ac.fr' } })
    expect((await ecrire('agents', [id], ['courriel'], [['ada@ac.fr']])).etats).toEqual(['i'])
  })

  it('dit les choix d’une colonne', async () => {
    expect(await r.call(optionsDeColonne, { liste: 'agents', colonne: 'cplds' })).toEqual(['Non', 'En cours', 'Oui'])
    expect((await r.call(optionsDeColonne, { liste: 'agents', colonne: 'role' })).length).toBeGreaterThan(2)
  })
})
