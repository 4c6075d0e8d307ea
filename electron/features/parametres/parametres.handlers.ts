import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { anneeScolaireDe, anneeScolaireValide, bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { AppError } from '../../../shared/app-error'
import type { Fichier } from '../../../shared/domain/fichier/fichier'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { parametresContract } from '../../../shared/domain/parametres/parametres.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { HandlersOf } from '../../register/handler'
import { logoType, refuserLogoTropLourd } from './logo'
import {
  deleteFichierInutile,
  findFichier,
  getAcademie,
  insertAnnee,
  insertFichier,
  listAnnees,
  updateAcademie,
} from './parametres.queries'

export const parametresHandlers = {
  'academie.lire': ({ db }) => getAcademie(db),

  'academie.modifier': async ({ db }, { attendu, ...champs }) =>
    db.transaction().execute(async (db) => {
      refuserSiChangeEntreTemps(await getAcademie(db), { champs, attendu })
      await updateAcademie(db, champs as Partial<Academie>)
      return getAcademie(db)
    }),

  'academie.choisirLogo': async ({ db, files, newId, now }, { jeton }) => {
    const logo = jeton === null ? null : readLogo(files.resolve(jeton), newId(), now())
    return db.transaction().execute(async (db) => {
      const { logoFichierId } = await getAcademie(db)
      if (logo) await insertFichier(db, logo)
      await updateAcademie(db, { logoFichierId: logo?.id ?? null })
      if (logoFichierId !== null) await deleteFichierInutile(db, logoFichierId)
      return getAcademie(db)
    })
  },

  'academie.lireLogo': async ({ db }) => {
    const { logoFichierId } = await getAcademie(db)
    const logo = logoFichierId === null ? undefined : await findFichier(db, logoFichierId)
    return logo ? `data:${logo.typeMime};base64,${Buffer.from(logo.contenu).toString('base64')}` : null
  },

  'anneeScolaire.lister': async ({ db, today }) => ({
    annees: await listAnnees(db),
    couranteId: anneeScolaireDe(today()),
  }),

  'anneeScolaire.ajouter': async ({ db }, { anneeId }) => {
    if (!anneeScolaireValide(anneeId)) {
      throw new AppError(
        'invalid',
        `« ${anneeId} » n’est pas une année scolaire : deux années qui se suivent sont attendues, par exemple 2026-2027.`,
      )
    }
    const annee = { id: anneeId, ...bornesAnneeScolaire(anneeId) }
    await insertAnnee(db, annee)
    return annee
  },
} satisfies HandlersOf<typeof parametresContract>

function readLogo(chemin: string, id: string, ajouteAt: string): Fichier {
  const nom = basename(chemin)
  let contenu: Buffer
  try {
    refuserLogoTropLourd(statSync(chemin).size, nom)
    contenu = readFileSync(chemin)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('unavailable', `« ${nom} » n’a pas pu être lu. Le logo actuel est conservé.`, { cause })
  }
  const typeMime = logoType(contenu, nom)
  return {
    id,
    nom,
    typeMime,
    contenu: new Uint8Array(contenu),
    sha256: createHash('sha256').update(contenu).digest('hex'),
    ajouteAt,
  }
}
