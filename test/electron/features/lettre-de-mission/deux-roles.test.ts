import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepterPropositions, lireCampagne } from '../../../../shared/domain/campagne/campagne.contract'
import { preparerCourriels } from '../../../../shared/domain/courriel/courriel.contract'
import { exporterLettres } from '../../../../shared/domain/lettre-de-mission/exportation.contract'
import {
  creerLettre,
  lireLettre,
  listerLettres,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { ajouterAnnee } from '../../../../shared/domain/parametres/parametres.contract'
import { preparerAvenantLettre } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { insertAffectation, insertAgent, terme } from '../../../helpers/agent'
import { lireEml } from '../../../helpers/courrier'
import { lireDocx, texteDe } from '../../../helpers/docx'
import { insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'
const imprime = new Uint8Array(readFileSync(new URL('../../../fixtures/imprimes/une-lettre.pdf', import.meta.url)))
let r: TestRegistre
let agentId: string
let lieu: string
beforeEach(async () => {
  const { shell } = testContext('')
  r = await testRegistre({ shell: { ...shell, printToPdf: () => Promise.resolve(imprime) } })
  lieu = await insertLieu(r, '0350001A', 'Lycée Macé', { type: 'Lycée' })
  agentId = (await insertAgent(r, { nom: 'Hamon', prenom: 'Nadège', courriel: 'nadege.hamon@ac-exemple.fr' })).id
})
afterEach(() => {
  r.close()
})

const affecter = async (codeRole: string, quotite: number, dates: { debutLe?: string; finLe?: string } = {}) =>
  insertAffectation(r, agentId, {
    ...{ quotite, residenceId: lieu, ...dates },
    roleId: (await terme(r, 'role', codeRole)).id,
  })
const proposees = async () =>
  (await r.call(lireCampagne, { anneeId })).propositions.toSorted((a, b) => (a.role < b.role ? -1 : 1))
const deuxRoles = async (): Promise<string[]> => {
  const ids: string[] = []
  for (const [role, quotite] of [
    ['COORD_RESEAU', 60],
    ['FORM', 40],
  ] as const) {
    const { id: affectationId } = await affecter(role, quotite)
    const { lettre } = await r.call(creerLettre, { affectationId })
    await r.call(modifierLettre, { id: lettre.id, champs: { etablieLe: '2026-09-01' } })
    ids.push(lettre.id)
  }
  return ids
}
const noms = ['coordonnatrice MLDS', 'formatrice MLDS']

describe('une personne à deux rôles', () => {
  it('a une lettre par rôle dans la campagne, chacune avec sa quotité, ses heures et son modèle', async () => {
    await affecter('COORD_RESEAU', 60)
    await affecter('FORM', 40)
    const propositions = await proposees()
    expect(propositions.map(({ agent, role, genre, quotite }) => [agent, role, genre, quotite])).toEqual([
      ['HAMON Nadège', noms[0], 'nouvelle', 60],
      ['HAMON Nadège', noms[1], 'nouvelle', 40],
    ])
    const { creees } = await r.call(accepterPropositions, { anneeId, cles: propositions.map(({ cle }) => cle) })
    expect(creees).toHaveLength(2)
    const lues = await Promise.all(creees.map((id) => r.call(lireLettre, { id })))
    expect(lues.map(({ lettre: { modele, quotite, heuresDues } }) => [modele, quotite, heuresDues])).toEqual([
      ['coordonnateur', 60, 842.4],
      ['formateur', 40, 561.6],
    ])
    expect((await proposees()).map(({ genre }) => genre)).toEqual(['aJour', 'aJour'])
  })

  it('n’en garde qu’une l’année où un rôle s’arrête, et le demande pour l’autre', async () => {
    await deuxRoles()
    await r.call(ajouterAnnee, { anneeId: '2027-2028' })
    await insertAffectation(r, agentId, { anneeId: '2027-2028', residenceId: lieu, quotite: 100 })
    const { propositions } = await r.call(lireCampagne, { anneeId: '2027-2028' })
    expect(propositions.map(({ roleAbrege, genre }) => [roleAbrege, genre])).toEqual([
      ['Coord. de réseau', 'modifiee'],
      ['Formateur', 'aExpliquer'],
    ])
  })

  it('a deux affectations du même rôle en même temps : la campagne ne choisit pas, elle le dit', async () => {
    await affecter('COORD_RESEAU', 60)
    await affecter('COORD_RESEAU', 40)
    const [proposition, ...autres] = await proposees()
    expect(autres).toEqual([])
    expect(proposition?.genre).toBe('empechee')
    expect(lisible(proposition?.raison ?? '')).toBe(
      '2 affectations de ce rôle se chevauchent (60 % et 40 %) : une lettre n’en suit qu’une. Réunissez-les en une seule, séparez leurs dates, ou donnez à l’une un autre rôle.',
    )
    const { creees, refusees } = await r.call(accepterPropositions, { anneeId, cles: [proposition?.cle ?? ''] })
    expect(creees).toEqual([])
    expect(refusees).toMatchObject([{ agent: 'HAMON Nadège' }])
  })

  it('change de quotité en cours d’année dans un même rôle : ce n’est pas un double', async () => {
    await affecter('COORD_RESEAU', 100, { finLe: '2026-12-31' })
    await affecter('COORD_RESEAU', 80, { debutLe: '2027-01-01' })
    expect((await proposees()).map(({ genre }) => genre)).toEqual(['nouvelle'])
  })

  it('est prévenue quand ses deux lettres passent 100 %', async () => {
    const [coordination = ''] = await deuxRoles()
    await r.call(modifierLettre, { id: coordination, champs: { quotite: 80 } })
    const { constats } = await r.call(lireLettre, { id: coordination })
    expect(constats.map(({ message }) => lisible(message)).join(' ')).toMatch(/120 %/u)
  })

  it('lit dans chaque lettre le rôle qu’elle vise, et reçoit des fichiers qui ne se recouvrent pas', async () => {
    const ids = await deuxRoles()
    const dossier = join(r.dossier, 'lettres')
    // One after the other: what a folder already holds cannot be told apart by a number.
    for (const id of ids)
      await r.call(exporterLettres, { anneeId, ids: [id], format: 'docx', jetonDossier: r.grant(dossier) })
    const fichiers = readdirSync(dossier).toSorted()
    expect(fichiers).toEqual(noms.map((role) => `HAMON Nadège - Lettre de mission 2026-2027 - ${role}.docx`))
    for (const [rang, fichier] of fichiers.entries()) {
      const xml = (await lireDocx(readFileSync(join(dossier, fichier)))).get('word/document.xml') ?? ''
      const texte = texteDe(xml).map((ligne) => lisible(ligne))
      expect(texte).toContain(`Objet : Lettre de mission – ${noms[rang] ?? ''} – année scolaire 2026-2027`)
      expect(texte.join(' ')).toContain(`en qualité de ${noms[rang] ?? ''}`)
    }
    expect((await r.call(listerLettres, { anneeId })).map(({ role }) => role).toSorted()).toEqual(noms)
  })

  it('garde le fichier de la lettre à côté de celui de son avenant', async () => {
    const [id = ''] = await deuxRoles()
    await r.db
      .updateTable('lettreDeMission')
      .set({ etat: 'signee', signeeLe: '2026-09-20' })
      .where('id', '=', id)
      .execute()
    const { lettre } = await r.call(preparerAvenantLettre, { id, dateEffetLe: '2027-01-01', motif: 'Temps partiel' })
    const dossier = join(r.dossier, 'lettres')
    for (const texte of [id, lettre.id])
      await r.call(exporterLettres, { anneeId, ids: [texte], format: 'docx', jetonDossier: r.grant(dossier) })
    expect(
      readdirSync(dossier)
        .toSorted()
        .map((nom) => lisible(nom)),
    ).toEqual([
      `HAMON Nadège - Lettre de mission 2026-2027 - ${noms[0] ?? ''}.docx`,
      `HAMON Nadège - Lettre de mission 2026-2027, avenant n° 1 - ${noms[0] ?? ''}.docx`,
    ])
  })

  it('reçoit un message par lettre, qui dit pour quel rôle', async () => {
    const ids = await deuxRoles()
    const dossier = join(r.dossier, 'courriels')
    const ecrire = (genre: 'lettreAgent' | 'demandeRapport') =>
      r.call(preparerCourriels, { anneeId, genre, ids, jetonDossier: r.grant(dossier) })
    await ecrire('lettreAgent')
    await r.db.updateTable('lettreDeMission').set({ etat: 'signee', signeeLe: '2026-10-10' }).execute()
    await ecrire('demandeRapport')
    const fichiers = readdirSync(dossier).toSorted()
    expect(fichiers).toEqual([
      ...noms.map((role) => `HAMON Nadège - Demande de rapport 2026-2027 - ${role}.eml`),
      ...noms.map((role) => `HAMON Nadège - Lettre de mission 2026-2027 - ${role}.eml`),
    ])
    for (const [rang, fichier] of fichiers.entries()) {
      const { texte, pieces } = lireEml(readFileSync(join(dossier, fichier)))
      const role = noms[rang % 2] ?? ''
      expect(lisible(texte)).toContain(`en qualité de ${role}`)
      expect(pieces.map(({ nom }) => nom)).toEqual([`HAMON Nadège - Lettre de mission 2026-2027 - ${role}.pdf`])
    }
  })
})
