import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import {
  type DemandeDeVersion,
  nommerTexte,
  preparerAvenant,
  preparerRemplacement,
} from '../../../shared/domain/lettre-de-mission/avenant'
import { controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import { rangSuivant, referenceSuivante } from '../../../shared/domain/lettre-de-mission/creation'
import { franchir } from '../../../shared/domain/lettre-de-mission/cycle'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { EtatLettre, LettreObjectif } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { refuserReception } from '../../../shared/domain/lettre-de-mission/rapport'
import { jourDeLettre, retirerSignature, signer } from '../../../shared/domain/lettre-de-mission/signature'
import type { vieContract } from '../../../shared/domain/lettre-de-mission/vie.contract'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import { estIntacte } from '../../database/texte-fige'
import { listModeles } from '../../lettres/modeles'
import { deliver } from '../../documents/deliver'
import type { Context } from '../../register/context'
import { lignesChoisies } from '../../liste/selection'
import type { HandlersOf } from '../../register/handler'
import { insertNouvelleLettre, listReferences } from './creation.queries'
import { getDossier } from './dossiers.queries'
import { enLot } from './en-lot'
import { direEtape, figer, mettreEnVigueur, noterEtape, quiPour, rendreEnVigueur } from './etapes'
import { lireLettre } from './lecture'
import {
  dateSignatures,
  getAcademie,
  getLettre,
  getObjectif,
  updateLettre,
  updateObjectif,
} from './lettre-de-mission.queries'
import { lireFichierRapport } from './rapport'
import { resumerChoisies } from './selection'
import { sourceLettres } from './source'
import {
  dateSignature,
  deleteFichier,
  deleteFigee,
  describeFichier,
  findFichier,
  findRapport,
  insertFichier,
  insertRapport,
  listEvenements,
  listFigees,
  listTextes,
  updateRapport,
} from './vie.queries'

interface Pas {
  vers: EtatLettre
  le: string
  motif: string
  dater?: boolean
}

/** A letter signed without a date takes one, before its text is kept. */
const daterPourSigner = (dossier: DossierLettre, signeLe: string): DossierLettre => ({
  ...dossier,
  lettre: { ...dossier.lettre, etablieLe: jourDeLettre(dossier.lettre, signeLe) },
})

/** The date goes first: a frozen text takes none. */
async function figerDate(db: Database, dossier: DossierLettre, context: Context): Promise<void> {
  const { id, etablieLe } = dossier.lettre
  if ((await getLettre(db, id)).etablieLe === null) await updateLettre(db, id, { etablieLe })
  await figer(db, dossier, context)
}

/** One step of one letter's life, in the caller's transaction: judged, written, dated, kept in its history. */
export async function changerEtat(db: Database, id: string, { vers, ...pas }: Pas, context: Context): Promise<void> {
  const { le, motif } = pas
  const lu = await getDossier(db, id)
  const dossier = vers === 'signee' && pas.dater === true ? daterPourSigner(lu, le) : lu
  const academie = await getAcademie(db)
  const aujourdhui = context.today()
  const modeles = await listModeles(db, context.resources)
  const constats = controlerDossier(dossier, { academie, modeles }, aujourdhui)
  const champs = franchir(dossier.lettre, vers, { ...pas, aujourdhui }, constats)
  if (vers === 'signee') {
    await figerDate(db, dossier, context)
    await dateSignatures(db, id, le)
  }
  await updateLettre(db, id, champs)
  if (vers === 'signee') await mettreEnVigueur(db, dossier.lettre, le, context)
  if (vers === 'annulee') await rendreEnVigueur(db, dossier.lettre)
  await noterEtape(db, id, { etape: vers, le, qui: quiPour(vers, dossier, academie), motif }, context)
}

async function enregistrerSignature(
  db: Database,
  lu: DossierLettre,
  demande: { ligneId?: string | undefined; code?: string | undefined; le: string; horsOrdre: boolean; dater: boolean },
  context: Context,
): Promise<void> {
  const { le, horsOrdre, dater } = demande
  const dossier = dater ? daterPourSigner(lu, le) : lu
  const { lettre, signataires } = dossier
  const signature = signer(lettre, signataires, demande, { le, motif: '', aujourdhui: context.today(), horsOrdre })
  await figerDate(db, dossier, context)
  await dateSignature(db, signature.ligneId, le)
  const { etat, signeeLe, qui, motif } = signature
  await updateLettre(db, lettre.id, { etat, signeeLe })
  await noterEtape(db, lettre.id, { etape: 'signature', le, qui, motif }, context)
  if (etat === 'signee') {
    await mettreEnVigueur(db, lettre, le, context)
    await noterEtape(db, lettre.id, { etape: 'signee', le, qui: '', motif: '' }, context)
  }
}

/** What the next text of a letter is numbered and referenced with. */
async function demandeDeVersion(
  db: Database,
  { lettre }: DossierLettre,
  { dateEffetLe, motif }: { dateEffetLe: string; motif: string },
  newId: () => string,
): Promise<DemandeDeVersion> {
  const { anneeId, id } = lettre
  const { prefixeReference } = await getAcademie(db)
  const textes = await listTextes(db, lettre)
  const rang = rangSuivant(await listReferences(db, anneeId), prefixeReference, anneeId)
  return {
    dateEffetLe,
    motif,
    newId,
    derniereVersion: Math.max(...textes.map(({ version }) => version)),
    dernierAvenant: Math.max(
      ...textes.filter(({ etat }) => etat !== 'annulee').map(({ numeroAvenant }) => numeroAvenant),
      0,
    ),
    reference: referenceSuivante(prefixeReference, anneeId, rang),
    dejaEnPreparation: textes.some(
      ({ remplaceId, etat, active }) => remplaceId === id && active === 0 && etat !== 'annulee',
    ),
  }
}

/** The draft of an avenant to a letter in force, written with its history; the caller may change it at once. */
export async function ecrireAvenant(
  db: Database,
  dossier: DossierLettre,
  demande: { dateEffetLe: string; motif: string },
  context: Context,
) {
  const nouvelle = preparerAvenant(dossier, await demandeDeVersion(db, dossier, demande, context.newId))
  await insertNouvelleLettre(db, nouvelle)
  const etape = { etape: 'avenant', le: context.today(), qui: nommerTexte(nouvelle.lettre), motif: demande.motif }
  await noterEtape(db, dossier.lettre.id, etape, context)
  return nouvelle
}

const lire = (db: Database, id: string, { resources, today }: Context) =>
  lireLettre(db, id, { resources, aujourdhui: today() })

export const vieHandlers = {
  'lettreDeMission.resumerSelection': async (context, { contexte, selection }) =>
    resumerChoisies((await lignesChoisies(context, sourceLettres, contexte, selection)) as LettreListee[]),

  'lettreDeMission.changerEtats': async (context, { ids, ...pas }) =>
    context.db
      .transaction()
      .execute(async (db) =>
        enLot(db, { ids, vers: pas.vers, context }, ({ lettre }) => changerEtat(db, lettre.id, pas, context)),
      ),

  'lettreDeMission.signer': async (context, { ids, ...demande }) =>
    context.db
      .transaction()
      .execute(async (db) =>
        enLot(db, { ids, vers: 'signee', context }, (dossier) => enregistrerSignature(db, dossier, demande, context)),
      ),

  'lettreDeMission.retirerSignature': async (context, { id, ligneId, le, motif }) =>
    context.db.transaction().execute(async (db) => {
      const { lettre, signataires } = await getDossier(db, id)
      const { qui, etat, rouvre } = retirerSignature(lettre, signataires, ligneId, motif)
      await dateSignature(db, ligneId, null)
      await updateLettre(db, id, { etat, signeeLe: null })
      if (rouvre) await deleteFigee(db, id)
      await noterEtape(db, id, { etape: 'signatureRetiree', le, qui, motif }, context)
      return lire(db, id, context)
    }),

  'lettreDeMission.preparerAvenant': async (context, { id, ...demande }) =>
    context.db.transaction().execute(async (db) => {
      const dossier = await getDossier(db, id)
      direEtape(context, 'avenant', [dossier])
      const nouvelle = await ecrireAvenant(db, dossier, demande, context)
      return lire(db, nouvelle.lettre.id, context)
    }),

  'lettreDeMission.remplacer': async (context, { id, ...demande }) =>
    context.db.transaction().execute(async (db) => {
      const dossier = await getDossier(db, id)
      direEtape(context, 'remplacement', [dossier])
      const nouvelle = preparerRemplacement(dossier, await demandeDeVersion(db, dossier, demande, context.newId))
      // One active letter for an agent, a year and a rôle: the former leaves before the new one comes.
      await updateLettre(db, id, { etat: 'annulee', active: 0, motif: demande.motif })
      await insertNouvelleLettre(db, nouvelle)
      const { affaireSuiviePar } = await getAcademie(db)
      const etape = { etape: 'remplacement', le: context.today(), qui: affaireSuiviePar, motif: demande.motif }
      await noterEtape(db, id, etape, context)
      return lire(db, nouvelle.lettre.id, context)
    }),

  'lettreDeMission.demanderRapports': async (context, { ids, le, attenduLe }) =>
    context.db.transaction().execute(async (db) =>
      enLot(db, { ids, vers: 'bilanDemande', context }, async ({ lettre }) => {
        if (attenduLe < le) {
          const message = 'Le rapport est attendu avant d’être demandé. Rien n’a changé.'
          throw new AppError('invalid', message, { fields: { attenduLe: message } })
        }
        await changerEtat(db, lettre.id, { vers: 'bilanDemande', le, motif: '' }, context)
        const rapport = {
          lettreId: lettre.id,
          demandeLe: le,
          attenduLe,
          recuLe: null,
          fichierId: null,
          observations: '',
        }
        await insertRapport(db, { id: context.newId(), ...rapport })
      }),
    ),

  'lettreDeMission.recevoirRapport': async (context, { id, le, jeton, observations }) => {
    const joint = jeton === null ? null : lireFichierRapport(context.files.resolve(jeton), context)
    return context.db.transaction().execute(async (db) => {
      const rapport = await findRapport(db, id)
      if (!rapport) throw new AppError('forbidden', 'Le rapport de cette lettre n’a pas été demandé. Rien n’a changé.')
      refuserReception(rapport, le, context.today())
      const dossier = await getDossier(db, id)
      direEtape(context, 'bilanRecu', [dossier])
      if (dossier.lettre.etat === 'bilanDemande')
        await changerEtat(db, id, { vers: 'bilanRecu', le, motif: '' }, context)
      if (joint) await insertFichier(db, joint)
      await updateRapport(db, rapport.id, { recuLe: le, observations, ...(joint && { fichierId: joint.id }) })
      if (joint && rapport.fichierId !== null) await deleteFichier(db, rapport.fichierId)
      return null
    })
  },

  'lettreDeMission.enregistrerRapport': async ({ db, files }, { id, jeton }) => {
    const rapport = await findRapport(db, id)
    const fichier = rapport?.fichierId == null ? undefined : await findFichier(db, rapport.fichierId)
    if (!fichier) throw new AppError('notFound', 'Aucun fichier n’est joint à ce rapport. Rien n’a été écrit.')
    const chemin = files.resolve(jeton)
    await deliver(chemin, fichier.contenu)
    return { jeton, nom: basename(chemin) }
  },

  'lettreDeMission.noterObjectif': ({ db }, { id, ...saisie }) =>
    db.transaction().execute(async (db) => {
      refuserSiChangeEntreTemps(await getObjectif(db, id), saisie)
      await updateObjectif(db, id, saisie.champs as Partial<LettreObjectif>)
      return null
    }),

  'lettreDeMission.lireVie': async ({ db }, { id }) => {
    const lettre = await getLettre(db, id)
    const rapport = await findRapport(db, id)
    const [figee] = await listFigees(db, [id])
    return {
      evenements: await listEvenements(db, id),
      rapport: rapport
        ? { ...rapport, fichier: rapport.fichierId === null ? null : await describeFichier(db, rapport.fichierId) }
        : null,
      figee: figee ? { sha256: figee.sha256, figeeAt: figee.figeeAt, intacte: estIntacte(figee) } : null,
      textes: (await listTextes(db, lettre)).map(({ id, etat, active, dateEffetLe, motif, ...texte }) => ({
        ...{ id, etat, active, dateEffetLe, motif },
        nom: nommerTexte(texte),
      })),
    }
  },
} satisfies HandlersOf<typeof vieContract>
