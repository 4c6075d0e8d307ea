import { estLAgent } from '../../../shared/domain/lettre-de-mission/case-de-signature'
import { AppError } from '../../../shared/app-error'
import { grouperEnPlis, type Pli, type Portee, porteeDeRegle } from '../../../shared/domain/envoi/pli'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { attendSignature } from '../../../shared/domain/lettre-de-mission/etats'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import type { ContenuModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import { nomAffiche } from '../../../shared/text'
import type { LettreSansDate } from '../../../shared/domain/envoi/envoi.contract'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Reader } from '../../database/tables'
import { type FiltreLettres, listDossiers } from './dossiers.queries'
import type { CadreLettre } from './lettre-de-mission.documents'

/** What the model says of each signatory; one added by hand to a letter is taken for a person of the département. */
function porteeDe(signataire: DossierLettre['signataires'][number], modele: ContenuModele): Portee {
  if (estLAgent(signataire, modele)) return 'agent'
  return porteeDeRegle(modele.signataires.find(({ code }) => code === signataire.code))
}

/** How the académie's list calls the signatory of a bundle, in few words. */
export function abregeDuPli({ code, qualite }: Pli, signataires: ReadonlyMap<string, Vocabulaire>): string {
  const terme = signataires.get(code)
  return terme?.abrege ?? terme?.libelle ?? qualite
}

/** Letters that await a signature and have no date: nobody can sign them. */
export const sansDate = (dossiers: readonly DossierLettre[]): LettreSansDate[] =>
  dossiers
    .filter(({ lettre }) => attendSignature(lettre.etat) && lettre.etablieLe === null)
    .map(({ lettre, agent }) => ({ id: lettre.id, agent: nomAffiche(agent) }))

/** The letters chosen, or all those of the year that are not cancelled. */
export async function choisirDossiers(
  db: Reader,
  { anneeId, ids }: { anneeId: string } & FiltreLettres,
): Promise<DossierLettre[]> {
  const dossiers = await listDossiers(db, ids === undefined ? { anneeId } : { ids })
  return dossiers.filter(({ lettre }) => lettre.etat !== 'annulee')
}

/** Letters put together by awaited signatory, as their models say who signs for whom. */
export const grouper = (dossiers: readonly DossierLettre[], { modeles }: CadreLettre): Pli[] =>
  grouperEnPlis(dossiers, ({ lettre }, signataire) => porteeDe(signataire, modeleDe(modeles, lettre.modele).contenu))

/** The same for one signatory when `code` names one. Throws `notFound` when nobody is awaited. */
export function mettreSousPlis(
  dossiers: readonly DossierLettre[],
  cadre: CadreLettre,
  { anneeId, code }: { anneeId: string; code?: string | undefined },
): Pli[] {
  const gardes = grouper(dossiers, cadre).filter((pli) => code === undefined || pli.code === code)
  if (gardes.length > 0) return gardes
  const qui = code === undefined ? 'une signature' : `la signature de « ${code} »`
  throw new AppError('notFound', `Aucune lettre de ${anneeId} n’attend ${qui}. Rien n’a été écrit.`)
}
