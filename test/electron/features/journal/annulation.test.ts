import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerAgent, modifierAgent, supprimerAgent } from '../../../../shared/domain/agent/agent.contract'
import { modifierAffectation } from '../../../../shared/domain/affectation/affectation.contract'
import { creerJalon, modifierJalon } from '../../../../shared/domain/jalon/jalon.contract'
import { changerEtatLettre, lireLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { retirerSignatureLettre, signerLettres } from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { modifierTexteCourriel } from '../../../../shared/domain/courriel/courriel.contract'
import { modifierModele, retirerModele } from '../../../../shared/domain/modele-lettre/modele-lettre.contract'
import { choisirLogo } from '../../../../shared/domain/parametres/parametres.contract'
import { clesAgent } from '../../../../shared/domain/agent/cles'
import {
  annulerEtape,
  historiqueFiche,
  listerCorbeille,
  listerJournal,
  restaurerFiche,
  retablirEtape,
  sortirDeCorbeille,
} from '../../../../shared/domain/journal/journal.contract'
import { ajouterTerme, supprimerTerme } from '../../../../shared/domain/vocabulaire/vocabulaire.contract'
import { openRegistre } from '../../../../electron/database/open'
import { commandesEnCours } from '../../../../electron/register/commandes-en-cours'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { insertLettreASigner, insertLieu } from '../../../helpers/lettre-registre'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { refusDe } from '../../../helpers/registre-fichier'

let r: TestRegistre
let instant = Date.parse('2026-11-22T10:00:00.000Z')
beforeEach(async () => {
  instant = Date.parse('2026-11-22T10:00:00.000Z')
  r = await testRegistre({ now: () => new Date(instant).toISOString() })
})
afterEach(() => {
  r.close()
})

const agent = (id: string) => r.db.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirst()
const annuler = (input: { etapeSeq?: number; avecSuivantes?: boolean } = {}) => r.call(annulerEtape, input)
const retablir = () => r.call(retablirEtape, {})
const dernieres = async (limite: number) => (await r.call(listerJournal, { limite })).etapes
const terme = {
  liste: 'corps' as const,
  code: 'X',
  libelle: 'x',
  libelleFeminin: null,
  abrege: null,
  categorie: null,
  heures: null,
  synonymes: '',
}

describe('annuler et rétablir', () => {
  it('défait la dernière étape, puis celle d’avant, et les refait dans l’ordre', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    await r.call(modifierAgent, { id, champs: { courriel: 'a@b.fr' } })
    const fait = await annuler()
    expect(fait).toMatchObject({
      fait: true,
      phrase: 'Annulé : Modification de l’agent CARADEC Inès : courriel',
      ou: { table: 'agent', id, champs: ['courriel'], liste: 'agent', plusieurs: false, page: { table: 'agent', id } },
    })
    expect(await agent(id)).toMatchObject({ telephone: '02 99 00 00 01', courriel: '' })
    await annuler()
    expect(await agent(id)).toMatchObject({ telephone: '', courriel: '' })
    await retablir()
    expect(await agent(id)).toMatchObject({ telephone: '02 99 00 00 01', courriel: '' })
    await retablir()
    expect(await agent(id)).toMatchObject({ telephone: '02 99 00 00 01', courriel: 'a@b.fr' })
    expect((await refusDe(retablir())).message).toBe('Il n’y a rien à rétablir.')
  })

  it('est une étape comme une autre dans la liste', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    await annuler()
    expect((await dernieres(2)).map(({ phrase, nature, tient }) => [phrase, nature, tient])).toEqual([
      ['Annulation : Modification de l’agent CARADEC Inès : téléphone', 'annulation', true],
      ['Modification de l’agent CARADEC Inès : téléphone', 'normale', false],
    ])
  })

  it('survit à la fermeture du registre', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    const rouvrir = (): void => {
      const { chemin } = r.context.session.required
      r.context.session.close()
      r.context.session.replace(openRegistre(chemin, r.context.now()), () => undefined)
    }
    rouvrir()
    await annuler()
    expect((await agent(id))?.telephone).toBe('')
    rouvrir()
    expect(await retablir()).toMatchObject({ fait: true })
    expect((await agent(id))?.telephone).toBe('02 99 00 00 01')
  })

  it('remet les clés calculées avec le nom', async () => {
    const avant = await insertAgent(r)
    await r.call(modifierAgent, { id: avant.id, champs: { nom: 'Zorn' } })
    await r.call(modifierAgent, { id: avant.id, champs: { prenom: 'Ada' } })
    const { etapes } = await r.call(listerJournal, { limite: 2 })
    expect(await annuler({ etapeSeq: etapes[1]?.seq ?? 0 })).toMatchObject({ fait: true })
    expect(await agent(avant.id)).toMatchObject({ nom: avant.nom, prenom: 'Ada', cleTri: 'caradec ada' })
  })

  it('refuse, avec la raison et les étapes à annuler d’abord, puis les annule toutes si on le demande', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    const [premiere] = await dernieres(1)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 02' } })
    const refus = await annuler({ etapeSeq: premiere?.seq ?? 0 })
    expect(refus).toMatchObject({
      fait: false,
      suivantes: [{ seq: (premiere?.seq ?? 0) + 1 }],
      empechees: [{ raison: '« agent CARADEC Inès » a changé depuis (téléphone)' }],
    })
    expect((await agent(id))?.telephone).toBe('02 99 00 00 02')
    expect(await annuler({ etapeSeq: premiere?.seq ?? 0, avecSuivantes: true })).toMatchObject({
      fait: true,
      etapes: [{}, {}],
    })
    expect((await agent(id))?.telephone).toBe('')
  })

  it('refuse d’annuler une création dont d’autres fiches se servent, puis annule le tout', async () => {
    const cree = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    const [creation] = await dernieres(1)
    await insertAffectation(r, cree.id)
    const refus = await annuler({ etapeSeq: creation?.seq ?? 0 })
    expect(refus).toMatchObject({
      fait: false,
      empechees: [{ raison: '« agent ZORN Ada » sert à « affectation ZORN Ada, 2026-2027 »' }],
    })
    await annuler({ etapeSeq: creation?.seq ?? 0, avecSuivantes: true })
    expect(await agent(cree.id)).toBeUndefined()
  })

  it('refuse de rétablir une valeur unique prise entre-temps', async () => {
    const ancien = await r.call(ajouterTerme, terme)
    await r.call(supprimerTerme, { id: ancien.id })
    const [suppression] = await dernieres(1)
    await r.call(ajouterTerme, { ...terme, libelle: 'y' })
    expect(await annuler({ etapeSeq: suppression?.seq ?? 0 })).toMatchObject({
      fait: false,
      suivantes: [{ seq: (suppression?.seq ?? 0) + 1 }],
    })
  })

  it('ne fait rien quand il n’y a rien à annuler, ni sur la création du registre', async () => {
    expect((await refusDe(annuler())).message).toBe('Il n’y a rien à annuler.')
    expect((await refusDe(annuler({ etapeSeq: 1 }))).message).toContain('La création du registre ne s’annule pas')
    expect((await refusDe(annuler({ etapeSeq: 99 }))).code).toBe('notFound')
  })

  it('le dit pendant un long travail, sans rien annuler', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    const travail = { name: 'importation.executer', long: true }
    commandesEnCours.add(travail)
    const refus = await refusDe(annuler())
    commandesEnCours.delete(travail)
    expect(refus.message).toContain('Un travail est en cours')
    expect((await agent(id))?.telephone).toBe('02 99 00 00 01')
  })

  it('tient l’ordre quand l’horloge recule ou s’arrête', async () => {
    const { id } = await insertAgent(r)
    for (const [telephone, decalage] of [
      ['02 99 00 00 01', 0],
      ['02 99 00 00 02', 0],
      ['02 99 00 00 03', -86_400_000],
    ] as const) {
      instant += decalage
      await r.call(modifierAgent, { id, champs: { telephone } })
    }
    await annuler()
    expect((await agent(id))?.telephone).toBe('02 99 00 00 02')
    await annuler()
    expect((await agent(id))?.telephone).toBe('02 99 00 00 01')
  })

  it('refuse une étape dont le journal a été retouché, et la vérification le dit', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { telephone: '02 99 00 00 01' } })
    r.sqlite.exec(
      `UPDATE changement SET avant = '{"telephone":"02 99 00 00 09"}' WHERE seq = (SELECT max(seq) FROM changement)`,
    )
    expect((await refusDe(annuler())).message).toContain('a été modifiée après coup')
    expect((await agent(id))?.telephone).toBe('02 99 00 00 01')
  })
})

describe('l’historique', () => {
  it('dit qui a changé quoi, champ par champ, avec les lignes liées', async () => {
    const cree = await r.call(creerAgent, { nom: 'Zorn', prenom: 'Ada' })
    await r.call(modifierAgent, { id: cree.id, champs: { contratFinLe: '2027-08-31' } })
    await insertAffectation(r, cree.id)
    const versions = await r.call(historiqueFiche, { table: 'agent', id: cree.id })
    expect(versions.map(({ genre, principale, fiche }) => [genre, principale, fiche.libelle])).toEqual([
      ['creation', false, 'affectation ZORN Ada, 2026-2027'],
      ['modification', true, 'agent ZORN Ada'],
      ['creation', true, 'agent ZORN Ada'],
    ])
    expect(versions[1]?.valeurs).toEqual([
      { champ: 'contratFinLe', libelle: 'Fin de contrat', avant: '—', apres: '31/08/2027' },
    ])
    expect(versions[0]?.fiche.page).toEqual({ table: 'agent', id: cree.id })
    const dits = versions[0]?.valeurs.map(({ champ }) => champ)
    expect(dits).toContain('anneeId')
    // Whose affectation it is goes without saying there.
    expect(dits).not.toContain('agentId')
  })

  it('restaure un champ ou une version', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { nom: 'Zorn', grade: 'hors classe' } })
    const [premiere] = await dernieres(1)
    await r.call(modifierAgent, { id, champs: { nom: 'Autre', grade: 'classe normale' } })
    await r.call(restaurerFiche, { table: 'agent', id, champ: 'grade', etapeSeq: premiere?.seq ?? 0 })
    expect(await agent(id)).toMatchObject({ nom: 'Autre', grade: 'hors classe' })
    await r.call(restaurerFiche, { table: 'agent', id, etapeSeq: premiere?.seq ?? 0 })
    expect(await agent(id)).toMatchObject({ nom: 'Zorn', ...clesAgent({ nom: 'Zorn', prenom: 'Inès' }) })
    expect((await dernieres(1))[0]?.phrase).toBe('Restauration de l’agent ZORN Inès')
  })
})

describe('l’historique de ce qui n’a pas de page à soi', () => {
  it('suit un modèle de lettre par son code, d’un retour à l’origine à l’autre', async () => {
    for (const libelle of ['Premier nom', 'Second nom']) {
      await r.call(modifierModele, { code: 'formateur', champs: { libelle } })
      await r.call(retirerModele, { code: 'formateur' })
    }
    const versions = await r.call(historiqueFiche, { table: 'modeleLettre', id: 'formateur' })
    expect(versions.map(({ genre }) => genre)).toEqual(['suppression', 'creation', 'suppression', 'creation'])
    expect(versions[1]?.valeurs.find(({ champ }) => champ === 'libelle')).toMatchObject({ apres: 'Second nom' })
    expect(versions.flatMap(({ valeurs }) => valeurs).every(({ apres }) => !apres.startsWith('{'))).toBe(true)
  })

  it('suit un texte de courriel par son genre', async () => {
    await r.call(modifierTexteCourriel, { genre: 'transmission', objet: 'Des lettres à signer', corps: 'Bonjour.' })
    const [version] = await r.call(historiqueFiche, { table: 'texteCourriel', id: 'transmission' })
    expect(version).toMatchObject({
      genre: 'creation',
      fiche: { libelle: 'texte de courriel « Transmission au signataire »' },
    })
  })
})

describe('où l’écran doit aller', () => {
  it('dit l’année, la ligne et ce qui la montre', async () => {
    const { id } = await insertAgent(r)
    const { id: affectationId } = await insertAffectation(r, id, { anneeId: '2026-2027' })
    await r.call(modifierAffectation, { id: affectationId, champs: { quotite: 60 } })
    expect(await annuler()).toMatchObject({
      ou: {
        table: 'affectation',
        liste: 'agent',
        champs: ['quotite'],
        repere: affectationId,
        anneeId: '2026-2027',
        montrees: [affectationId, id],
      },
    })
    await r.call(modifierModele, { code: 'formateur', champs: { libelle: 'Autre' } })
    expect(await annuler()).toMatchObject({ ou: { table: 'modeleLettre', repere: 'formateur', anneeId: null } })
  })

  it('ne se laisse pas mener par le fichier qui accompagne une fiche', async () => {
    const logo = join(r.dossier, 'logo.png')
    writeFileSync(
      logo,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    await r.call(choisirLogo, { jeton: r.grant(logo) })
    expect(await annuler()).toMatchObject({
      ou: { table: 'academie', liste: 'academie', champs: ['logoFichierId'], plusieurs: false },
    })
  })
})

describe('ce qui ne se rétablit pas tel quel', () => {
  const nouveauJalon = () =>
    r.call(creerJalon, {
      ...{ anneeId: '2026-2027', libelle: 'Réunion', debutLe: '2026-12-01', finLe: '2026-12-01' },
      ...{ preavisJours: 7, qui: '', ecran: 'aucun' },
    })

  it('l’état d’une lettre, un texte figé : ils suivent ses étapes', async () => {
    const lieu = await insertLieu(r, '0350001A', 'Lycée Bréquigny')
    const id = await insertLettreASigner(r, { agent: { nom: 'Caradec' }, residenceId: lieu })
    await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-05' })
    await r.call(signerLettres, { ids: [id], le: '2026-09-06' })
    const { signataires } = await r.call(lireLettre, { id })
    const ligneId = signataires.find(({ signeLe }) => signeLe !== null)?.id ?? ''
    await r.call(retirerSignatureLettre, { id, ligneId, le: '2026-09-07', motif: 'Erreur' })
    const versions = await r.call(historiqueFiche, { table: 'lettreDeMission', id })
    const signature = versions.find(({ valeurs }) =>
      valeurs.some(({ champ, apres }) => champ === 'etat' && apres.startsWith('signée')),
    )
    const etapeSeq = signature?.etape.seq ?? 0
    const fiche = { table: 'lettreDeMission', id, etapeSeq }
    expect((await refusDe(r.call(restaurerFiche, { ...fiche, champ: 'etat' }))).message).toContain(
      'suit les étapes de la lettre',
    )
    // The whole version comes back without what follows the letter's life.
    await r.call(restaurerFiche, fiche)
    expect(await r.call(lireLettre, { id })).toMatchObject({ lettre: { etat: 'aLaSignature' }, figee: false })
    expect(await r.call(listerCorbeille, {})).toEqual([])
    const figeeId = versions.find(({ fiche: { table } }) => table === 'lettreFigee')?.fiche.id ?? ''
    expect((await refusDe(r.call(sortirDeCorbeille, { table: 'lettreFigee', id: figeeId }))).code).toBe('forbidden')
  })

  it('une valeur unique prise depuis, de l’historique ou de la corbeille', async () => {
    for (const libelle of ['Premier', 'Second']) {
      await r.call(modifierModele, { code: 'formateur', champs: { libelle } })
      if (libelle === 'Premier') await r.call(retirerModele, { code: 'formateur' })
    }
    const [ancien] = await r.call(listerCorbeille, {})
    const refus = await refusDe(r.call(sortirDeCorbeille, { table: 'modeleLettre', id: ancien?.id ?? '' }))
    expect(refus.message).toBe(
      '« modèle de lettre “Second” » a pris depuis la même valeur (code) que « modèle de lettre “Premier” ». Rien n’a changé.',
    )
  })

  it('une valeur qui ne va plus avec celles d’aujourd’hui', async () => {
    const { id } = await nouveauJalon()
    await r.call(modifierJalon, { id, champs: { debutLe: '2026-12-10', finLe: '2026-12-12' } })
    const creation = (await r.call(historiqueFiche, { table: 'jalon', id })).at(-1)
    const refus = await refusDe(
      r.call(restaurerFiche, { table: 'jalon', id, champ: 'finLe', etapeSeq: creation?.etape.seq ?? 0 }),
    )
    expect(refus.message).toContain('ne va plus avec les autres valeurs de la fiche')
  })

  it('une étape ancienne de même : refusée, avec celles à annuler d’abord', async () => {
    const { id } = await nouveauJalon()
    await r.call(modifierJalon, { id, champs: { finLe: '2026-12-20' } })
    const [allongee] = await dernieres(1)
    await r.call(modifierJalon, { id, champs: { debutLe: '2026-12-10' } })
    const etapeSeq = allongee?.seq ?? 0
    expect(await annuler({ etapeSeq })).toMatchObject({
      fait: false,
      suivantes: [{ phrase: 'Modification du jalon « Réunion » : début' }],
    })
    expect(await annuler({ etapeSeq, avecSuivantes: true })).toMatchObject({ fait: true })
    const jalon = await r.db.selectFrom('jalon').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(jalon).toMatchObject({ debutLe: '2026-12-01', finLe: '2026-12-01' })
  })
})

describe('la corbeille', () => {
  it('rend une fiche supprimée, avec ses lignes, pendant trente jours', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id)
    await r.db.transaction().execute(async (db) => {
      await db.deleteFrom('affectation').where('agentId', '=', id).execute()
      await db.deleteFrom('agent').where('id', '=', id).execute()
    })
    expect(await r.call(listerCorbeille, {})).toMatchObject([
      { table: 'agent', id, liens: 1, libelle: 'agent CARADEC Inès' },
    ])
    expect(await r.call(sortirDeCorbeille, { table: 'agent', id })).toMatchObject({ liens: 1 })
    expect(await agent(id)).toBeDefined()
    expect(await r.call(listerCorbeille, {})).toEqual([])
  })

  it('oublie ce qui a été supprimé depuis plus longtemps, et le dit', async () => {
    const { id } = await insertAgent(r)
    await r.call(supprimerAgent, { id })
    instant = Date.now() + 31 * 86_400_000
    expect(await r.call(listerCorbeille, {})).toEqual([])
    expect((await refusDe(r.call(sortirDeCorbeille, { table: 'agent', id }))).message).toContain('moins de 30 jours')
  })
})
