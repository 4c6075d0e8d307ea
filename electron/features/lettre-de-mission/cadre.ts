import { formatJour } from '../../../shared/dates'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { PartieDecrite } from '../../documents/html-description'
import type { Reader } from '../../database/tables'
import { listModeles } from '../../lettres/modeles'
import { deserialiser } from './figee'
import { type CadreLettre, composerLettre } from './lettre-de-mission.documents'
import { findLogo, getAcademie } from './lettre-de-mission.queries'
import { findFichier, listFigees } from './vie.queries'

/** Reads once what all letters share; `auJour` is the day gone by that they are read at, if any. */
export async function readCadre(db: Reader, resources: string, auJour?: string): Promise<CadreLettre> {
  return {
    academie: await getAcademie(db),
    logo: await findLogo(db),
    modeles: await listModeles(db, resources),
    ...(auJour !== undefined && { auJour }),
  }
}

/** A letter read at a day gone by says so at the foot of each page: nobody takes it for today's. */
const datee = (partie: PartieDecrite, auJour: string | undefined): PartieDecrite =>
  auJour === undefined
    ? partie
    : { ...partie, pied: { ...partie.pied, mention: `${partie.pied.mention}, registre au ${formatJour(auJour)}` } }

/** The pages of letters, in order. */
export async function readParties(
  db: Reader,
  dossiers: readonly DossierLettre[],
  cadre: CadreLettre,
): Promise<PartieDecrite[]> {
  return dossiers.map(await readRedacteur(db, dossiers, cadre))
}

/** What gives the pages of each of these letters: as it was signed for a frozen one, composed from its facts for the others. */
export async function readRedacteur(
  db: Reader,
  dossiers: readonly DossierLettre[],
  cadre: CadreLettre,
): Promise<(dossier: DossierLettre) => PartieDecrite> {
  const figees = new Map(
    (
      await listFigees(
        db,
        dossiers.map(({ lettre }) => lettre.id),
      )
    ).map((figee) => [figee.lettreId, figee]),
  )
  const logos = new Map<string, string | null>()
  for (const { logoFichierId } of figees.values()) {
    if (logoFichierId === null || logos.has(logoFichierId)) continue
    const fichier = await findFichier(db, logoFichierId)
    const source = fichier && `data:${fichier.typeMime};base64,${Buffer.from(fichier.contenu).toString('base64')}`
    logos.set(logoFichierId, source ?? null)
  }
  return (dossier) => {
    const figee = figees.get(dossier.lettre.id)
    const partie =
      figee === undefined
        ? composerLettre(dossier, cadre)
        : deserialiser(figee.contenu, logos.get(figee.logoFichierId ?? '') ?? null, dossier.signataires)
    return datee(partie, cadre.auJour)
  }
}
