import { existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { anneeScolaireDe } from '../../../shared/annee-scolaire'
import { AppError } from '../../../shared/app-error'
import type { AnneesScolaires } from '../../../shared/domain/parametres/parametres.contract'
import { academieDepuisCode } from '../../../shared/domain/parametres/academie-initiale'
import type { registreContract, RegistreOuvert } from '../../../shared/domain/registre/registre.contract'
import type { Context } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { creerRegistreDans, ouvrirRegistreDe } from '../../register/opening'
import { verifier } from './verification'

export const registreHandlers = {
  'registre.etat': async (context) => ({
    ouvert: context.session.registre === null ? null : await describeOpen(context),
    annees: context.session.registre === null ? null : await listAnnees(context),
    recents: context.recents.list().map(({ chemin, nom, ouvertAt }) => ({
      jeton: context.files.grant(chemin).jeton,
      nom,
      dossier: dirname(chemin),
      ouvertAt,
      disponible: existsSync(chemin),
    })),
    echecOuverture: context.session.echecOuverture,
  }),

  'registre.creer': async (context, { jeton, academieCode }) => {
    const chemin = context.files.resolve(jeton)
    await creerRegistreDans(context, chemin, academieDepuisCode(academieCode))
    return describeOpen(context)
  },

  'registre.ouvrir': async (context, { jeton }) => {
    ouvrirRegistreDe(context, context.files.resolve(jeton))
    return describeOpen(context)
  },

  'registre.fermer': ({ session }) => {
    session.close()
    return Promise.resolve(null)
  },

  'registre.oublierRecent': ({ recents, files }, { jeton }) => {
    recents.remove(files.resolve(jeton))
    return Promise.resolve(null)
  },

  'registre.supprimerDemonstration': async (context) => {
    const { chemin, nom, demonstration } = await describeOpen(context)
    if (!demonstration) {
      throw new AppError(
        'forbidden',
        `« ${nom} » n’est pas un registre de démonstration : le logiciel ne supprime jamais un registre de travail. Il n’a pas été touché.`,
      )
    }
    context.session.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${chemin}${suffix}`, { force: true })
    context.recents.remove(chemin)
    return null
  },

  'registre.verifier': ({ db, session, today }) => verifier(db, session.required.sqlite, today()),
} satisfies HandlersOf<typeof registreContract>

async function listAnnees({ db, today }: Context): Promise<AnneesScolaires> {
  const annees = await db.selectFrom('anneeScolaire').selectAll().orderBy('id', 'desc').execute()
  return { annees, couranteId: anneeScolaireDe(today()) }
}

async function describeOpen({ db, session }: Context): Promise<RegistreOuvert> {
  const { chemin, nom, copieAvantMigration } = session.required
  const academie = await db.selectFrom('academie').select(['nom', 'demonstration']).executeTakeFirstOrThrow()
  return {
    nom,
    chemin,
    academieNom: academie.nom,
    demonstration: academie.demonstration === 1,
    copieAvantMigration,
    dommage: session.dommage,
  }
}
