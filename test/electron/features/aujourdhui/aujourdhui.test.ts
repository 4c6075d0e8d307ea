import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { presse } from '../../../../shared/domain/aujourdhui/aujourdhui'
import { lireAujourdhui } from '../../../../shared/domain/aujourdhui/aujourdhui.contract'
import { creerJalon } from '../../../../shared/domain/jalon/jalon.contract'
import { creerOperation, modifierOperation } from '../../../../shared/domain/fse/fse.contract'
import { creerLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { creerProchaineAction } from '../../../../shared/domain/prochaine-action/prochaine-action.contract'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { insertEtablissement } from '../../../helpers/etablissement'
import { attacher, insertMembre, insertReseau } from '../../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'

let r: TestRegistre
beforeEach(async () => {
  // The clock of these tests stands at Sunday 22 November 2026.
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const lire = () => r.call(lireAujourdhui, { anneeId })

it('réunit sous « L’agent » les lettres que les agents ont à signer, quel que soit leur accord', async () => {
  for (const [nom, civilite] of [
    ['Caradec', 'madame'],
    ['Bernier', 'monsieur'],
  ] as const) {
    const agent = await insertAgent(r, { nom, civilite })
    const { id: affectationId } = await insertAffectation(r, agent.id)
    await r.call(creerLettre, { affectationId })
  }
  r.sqlite.exec("UPDATE lettreDeMission SET etat = 'aLaSignature'")
  // The circuits of the académie begin with the agent.
  r.sqlite.exec(
    "DELETE FROM lettreSignataire WHERE signataireId NOT IN (SELECT id FROM vocabulaire WHERE code = 'AGENT')",
  )
  const { signatures } = await lire()
  expect(signatures.map(({ signataire, lettres }) => [signataire, lettres.length])).toEqual([['L’agent', 2]])
})

describe('aujourd’hui, ce qui a une date', () => {
  it('met le retard d’abord, puis la semaine, puis la suite', async () => {
    r.sqlite.exec('DELETE FROM jalon')
    const agent = await insertAgent(r, { contratFinLe: '2026-12-31' })
    await insertAffectation(r, agent.id)
    const reseau = await insertReseau(r, { nom: 'FOQUALE Rennes' })
    const action = { sujet: 'reseau', sujetId: reseau.id } as const
    await r.call(creerProchaineAction, { ...action, quoi: 'Cette semaine', pourLe: '2026-11-22' })
    await r.call(creerProchaineAction, { ...action, quoi: 'En retard', qui: 'S. Martin', pourLe: '2026-11-02' })
    await r.call(creerProchaineAction, { ...action, quoi: 'Un jour' })
    await r.call(creerJalon, {
      anneeId,
      libelle: 'Comité',
      debutLe: '2026-11-25',
      finLe: '2026-11-25',
      preavisJours: 5,
      qui: '',
      ecran: 'aucun',
    })
    const { echeances } = await lire()
    expect(echeances.map(({ libelle, urgence }) => [libelle, urgence])).toEqual([
      ['En retard', 'retard'],
      ['Cette semaine', 'semaine'],
      ['Comité', 'plusTard'],
      ['Fin de contrat de CARADEC Inès', 'plusTard'],
      ['Un jour', 'plusTard'],
    ])
    expect(echeances.filter(presse)).toHaveLength(2)
    expect(echeances[0]).toMatchObject({
      detail: 'FOQUALE Rennes',
      qui: 'S. Martin',
      cible: { table: 'reseau', id: reseau.id },
    })
  })

  it('n’annonce un jalon qu’à partir de son préavis', async () => {
    r.sqlite.exec('DELETE FROM jalon')
    const saisie = { anneeId, debutLe: '2026-12-20', finLe: '2026-12-20', qui: '', ecran: 'aucun' as const }
    await r.call(creerJalon, { ...saisie, libelle: 'Bientôt', preavisJours: 28 })
    await r.call(creerJalon, { ...saisie, libelle: 'Pas encore', preavisJours: 27 })
    const { echeances, jalons } = await lire()
    expect(echeances.map(({ libelle }) => libelle)).toEqual(['Bientôt'])
    expect(jalons).toHaveLength(2)
  })

  it.each([
    ['conventionnée, finit sous 90 jours', 'conventionnee', '2027-02-20', 1],
    ['conventionnée, finit au-delà', 'conventionnee', '2027-02-21', 0],
    ['en cours, finie et pas close', 'enCours', '2026-10-01', 1],
    ['soldée', 'soldee', '2026-10-01', 0],
    ['en projet', 'projet', '2026-12-01', 0],
  ] as const)('annonce la fin d’une opération %s', async (_cas, etat, finLe, attendu) => {
    const { id } = await r.call(creerOperation, {
      numero: '1',
      intitule: 'Opération',
      debutLe: '2025-01-01',
      finLe,
      taux: 60,
      regimeCouts: 'R40',
    })
    await r.call(modifierOperation, { id, champs: { etat } })
    expect((await lire()).constats.finsFse).toBe(attendu)
  })
})

describe('aujourd’hui, ce qui manque', () => {
  it('compte les établissements sans réseau ou dans deux, comme leur liste', async () => {
    const [a, b] = [await insertReseau(r), await insertReseau(r)]
    const psad = await insertReseau(r, { type: 'PSAD' })
    const [deux, seul, psadSeul] = [
      await insertEtablissement(r),
      await insertEtablissement(r),
      await insertEtablissement(r),
    ]
    await insertEtablissement(r, { secteur: 'prive' })
    await insertEtablissement(r, { etat: 'ferme' })
    await insertEtablissement(r, { type: 'Service Administratif' })
    for (const reseau of [a, b]) await insertMembre(r, { reseauId: reseau.id, etablissementId: deux.id })
    await insertMembre(r, { reseauId: a.id, etablissementId: seul.id, finLe: '2026-10-31' })
    await insertMembre(r, { reseauId: psad.id, etablissementId: psadSeul.id })
    expect((await lire()).constats).toMatchObject({ sansReseau: 2, plusieursReseaux: 1 })
  })

  it('compte les réseaux FOQUALE que personne ne coordonne cette année', async () => {
    const [avec, sans] = [await insertReseau(r), await insertReseau(r)]
    await insertReseau(r, { type: 'PSAD' })
    await insertReseau(r, { actif: 0 })
    const agent = await insertAgent(r)
    await attacher(r, (await insertAffectation(r, agent.id)).id, avec.id)
    const formateur = (await terme(r, 'role', 'FORM')).id
    await attacher(r, (await insertAffectation(r, agent.id, { roleId: formateur })).id, sans.id)
    expect((await lire()).constats).toMatchObject({ sansCoordonnateur: 1, sansLettre: 1 })
  })

  it('ne compte pas le contrat d’un titulaire', async () => {
    const titulaire = (await terme(r, 'statut', 'TITULAIRE')).id
    const agent = await insertAgent(r, { contratFinLe: '2026-12-01', statutId: titulaire })
    await insertAffectation(r, agent.id)
    expect((await lire()).constats.contrats).toBe(0)
  })

  it('dit où en sont les premiers pas', async () => {
    expect((await lire()).premiersPas).toEqual({ etablissements: 0, agents: 0, reseaux: 0, lettres: 0 })
    await insertEtablissement(r)
    await insertAgent(r)
    expect((await lire()).premiersPas).toEqual({ etablissements: 1, agents: 1, reseaux: 0, lettres: 0 })
  })
})
