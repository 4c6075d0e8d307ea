import { AppError } from '../../../shared/app-error'
import { ecrireLettre, rangSuivant, referenceSuivante } from '../../../shared/domain/lettre-de-mission/creation'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type {
  lettreDeMissionContract,
  LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Database } from '../../database/tables'
import { getModele, listModeles } from '../../lettres/modeles'
import { renderHtml } from '../../documents/html'
import type { Context } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import { readCadre, readParties } from './cadre'
import { listCircuits } from './circuit.queries'
import { collectionsHandlers } from './collections.handlers'
import {
  insertNouvelleLettre,
  listReferences,
  listServices,
  listTermesActifs,
  type ServiceLu,
} from './creation.queries'
import { getDossier } from './dossiers.queries'
import { ecrireChamps, suppressionDeLettre } from './ecriture'
import { direEtape } from './etapes'
import { exporter } from './exportation'
import { lireLettre } from './lecture'
import { assembler } from './lettre-de-mission.documents'
import { countActives, getAcademie } from './lettre-de-mission.queries'
import { proposer } from './propositions'
import { lireLettres } from './source'
import { changerEtat } from './vie.handlers'

const lire = (db: Database, id: string, { resources, today }: Context): Promise<LettreLue> =>
  lireLettre(db, id, { resources, aujourdhui: today() })

export const lettreDeMissionHandlers = {
  'lettreDeMission.lister': ({ db, today, resources }, { anneeId }) =>
    lireLettres(db, anneeId, { aujourdhui: today(), resources }),

  'lettreDeMission.compter': ({ db }, { anneeId }) => countActives(db, anneeId),

  'lettreDeMission.lire': (context, { id }) => lire(context.db, id, context),

  'lettreDeMission.listerSansLettre': async ({ db, resources }, { anneeId }) =>
    (await listServices(db, { anneeId }, await listModeles(db, resources)))
      .filter(({ dejaActive }) => !dejaActive)
      .map(({ affectation, agentNom, agent, role, modele }) => ({
        affectationId: affectation.id,
        agent: agentNom,
        role: accorder(role, agent.civilite),
        modele,
        quotite: affectation.quotite,
        debutLe: affectation.debutLe,
        finLe: affectation.finLe,
      })),

  'lettreDeMission.creer': async (context, { affectationId }) =>
    context.db.transaction().execute(async (db) => {
      const modeles = await listModeles(db, context.resources)
      const [service] = await listServices(db, { affectationId }, modeles)
      if (!service)
        throw new AppError('notFound', 'Cette affectation n’existe plus dans le registre. Rien n’a été créé.')
      return lire(db, await creer(db, service, modeles, context), context)
    }),

  'lettreDeMission.creerManquantes': async (context, { anneeId, affectationIds }) =>
    context.db.transaction().execute(async (db) => {
      const choisies = affectationIds && new Set(affectationIds)
      const resultat: { creees: string[]; laissees: { agent: string; raison: string }[] } = { creees: [], laissees: [] }
      const roles = new Set<string>()
      const modeles = await listModeles(db, context.resources)
      for (const service of await listServices(db, { anneeId }, modeles)) {
        const { id, agentId, roleId } = service.affectation
        if (choisies?.has(id) === false) continue
        // Two services of one rôle in the year share one letter.
        if (service.dejaActive || service.modele === null || roles.has(`${agentId} ${roleId}`)) continue
        try {
          resultat.creees.push(await creer(db, service, modeles, context))
          roles.add(`${agentId} ${roleId}`)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          resultat.laissees.push({ agent: service.agentNom, raison: error.message })
        }
      }
      return resultat
    }),

  'lettreDeMission.modifier': async (context, { id, champs, attendu }) =>
    context.db.transaction().execute(async (db) => {
      if (champs.modele !== undefined) await getModele(db, context.resources, champs.modele)
      await ecrireChamps(db, id, champs as Partial<LettreDeMission>, attendu)
      return lire(db, id, context)
    }),

  ...collectionsHandlers(lire),

  'lettreDeMission.changerEtat': async (context, { id, ...pas }) =>
    context.db.transaction().execute(async (db) => {
      await changerEtat(db, id, pas, context)
      const lue = await lire(db, id, context)
      direEtape(context, pas.vers, [lue])
      return lue
    }),

  'lettreDeMission.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await supprimerFiche(db, suppressionDeLettre, id)
      return null
    }),

  'lettreDeMission.apercu': async (context, { id }) => {
    const dossier = await getDossier(context.db, id)
    const parties = await readParties(
      context.db,
      [dossier],
      await readCadre(context.db, context.resources, context.auJour),
    )
    const [partie] = parties
    return {
      html: renderHtml(assembler([dossier], parties, dossier.lettre.anneeId), context.resources),
      pied: partie ? `${partie.pied.sujet} – ${partie.pied.mention}` : '',
    }
  },

  'lettreDeMission.exporter': async (
    context,
    { anneeId, ids, format, jetonDossier, remplacer, jetonFichierUnique },
  ) => {
    if (jetonDossier === undefined && jetonFichierUnique === undefined) {
      throw new AppError(
        'invalid',
        'Choisissez un dossier pour une lettre par fichier, ou un fichier pour toutes les lettres. Rien n’a été écrit.',
      )
    }
    const { files } = context
    return exporter(context, {
      anneeId,
      format,
      ...(ids && { ids }),
      destination: jetonDossier === undefined ? undefined : { dossier: files.resolve(jetonDossier), remplacer },
      fichierUnique: jetonFichierUnique === undefined ? undefined : files.resolve(jetonFichierUnique),
    })
  },
} satisfies HandlersOf<typeof lettreDeMissionContract>

async function creer(
  db: Database,
  service: ServiceLu,
  modeles: readonly ModeleLu[],
  { newId }: Context,
): Promise<string> {
  const academie = await getAcademie(db)
  const { anneeId } = service.affectation
  const rang = rangSuivant(await listReferences(db, anneeId), academie.prefixeReference, anneeId)
  const propositions = proposer(
    service,
    modeles,
    academie,
    await listTermesActifs(db),
    referenceSuivante(academie.prefixeReference, anneeId, rang),
    await listCircuits(db),
  )
  const nouvelle = ecrireLettre(service, propositions, newId)
  await insertNouvelleLettre(db, nouvelle)
  return nouvelle.lettre.id
}
