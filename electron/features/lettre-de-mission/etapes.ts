import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { nommerSignataire, prochainSignataire } from '../../../shared/domain/lettre-de-mission/signature'
import type { EtatLettre, LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Database } from '../../database/tables'
import { empreinteFigee } from '../../database/texte-fige'
import type { Context } from '../../register/context'
import { readCadre } from './cadre'
import { serialiser } from './figee'
import { composerLettre } from './lettre-de-mission.documents'
import { updateLettre } from './lettre-de-mission.queries'
import { findFichier, insertEvenement, insertFigee, listFigees } from './vie.queries'

/**
 * Keeps what the letter says, as it is printed, from its first signature on. A letter that came in already signed (from a
 * workbook) is kept at its next signature; one that is kept already stays as it is.
 */
export async function figer(db: Database, dossier: DossierLettre, context: Context): Promise<void> {
  const { resources, newId, now } = context
  if ((await listFigees(db, [dossier.lettre.id])).length > 0) return
  const cadre = await readCadre(db, resources)
  const contenu = serialiser(composerLettre(dossier, cadre))
  const { logoFichierId } = cadre.academie
  const logo = logoFichierId === null ? undefined : await findFichier(db, logoFichierId)
  await insertFigee(db, {
    id: newId(),
    lettreId: dossier.lettre.id,
    contenu,
    logoFichierId,
    sha256: empreinteFigee(contenu, logo?.sha256 ?? null),
    figeeAt: now(),
  })
}

interface Etape {
  etape: string
  le: string
  qui: string
  motif: string
}

export async function noterEtape(
  db: Database,
  lettreId: string,
  { etape, le, qui, motif }: Etape,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
): Promise<void> {
  await insertEvenement(db, { id: newId(), lettreId, etape, le, qui: qui.slice(0, 300), motif, saisiAt: now() })
}

/** Who a step is about: the signatory who receives the letter, the agent it is handed to, or who follows the matter. */
export function quiPour(vers: EtatLettre, { agent, signataires }: DossierLettre, academie: Academie): string {
  const prochain = prochainSignataire(signataires)
  if (vers === 'aLaSignature' && prochain) return nommerSignataire(prochain)
  if (vers === 'remise' || vers === 'bilanDemande' || vers === 'bilanRecu') return nomAffiche(agent)
  return academie.affaireSuiviePar
}

/** A text wholly signed comes into force; the one that it amends leaves it. */
export async function mettreEnVigueur(
  db: Database,
  { id, nature, remplaceId, active }: LettreDeMission,
  le: string,
  context: Context,
): Promise<void> {
  if (nature !== 'avenant' || active === 1 || remplaceId === null) return
  await updateLettre(db, remplaceId, { active: 0 })
  await updateLettre(db, id, { active: 1 })
  await noterEtape(db, remplaceId, { etape: 'enVigueur', le, qui: '', motif: '' }, context)
}

/** An avenant in force that is cancelled gives its place back to the text that it amended. */
export async function rendreEnVigueur(db: Database, { nature, remplaceId, active }: LettreDeMission): Promise<void> {
  if (nature !== 'avenant' || active === 0 || remplaceId === null) return
  await updateLettre(db, remplaceId, { active: 1 })
}

const gestes: Record<EtatLettre | 'avenant' | 'remplacement', string> = {
  brouillon: 'Reprise en brouillon',
  enConcertation: 'Mise en concertation',
  aLaSignature: 'Envoi à la signature',
  signeeEnPartie: 'Signature',
  signee: 'Signature',
  remise: 'Remise',
  bilanDemande: 'Demande du rapport',
  bilanRecu: 'Réception du rapport',
  close: 'Clôture',
  annulee: 'Annulation',
  avenant: 'Préparation de l’avenant',
  remplacement: 'Annulation et remplacement',
}

/** The sentence of a step in the journal: « Signature de la lettre de mission CARADEC Inès, 2026-2027 », « Remise de 12 lettres ». */
export function direEtape(
  { etape }: Pick<Context, 'etape'>,
  vers: keyof typeof gestes,
  dossiers: readonly Pick<DossierLettre, 'agent' | 'lettre'>[],
): void {
  const [seul] = dossiers
  if (seul === undefined) return
  const quoi =
    dossiers.length === 1
      ? `de la lettre de mission ${nomAffiche(seul.agent)}, ${seul.lettre.anneeId}`
      : `de ${compte(dossiers.length, 'lettre')} de mission`
  etape.phrase = `${gestes[vers]} ${quoi}`
}
