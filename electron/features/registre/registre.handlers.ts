import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { academies } from '../../../shared/academies'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { registreContract, RegistreOuvert } from '../../../shared/domain/registre/registre.contract'
import { createRegistre, openRegistre } from '../../database/open'
import type { Context, ProcessContext } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { getAcademie } from '../parametres/parametres.queries'
import { seedRegistre } from './amorce'
import { verifier } from './verification'

export const registreHandlers = {
  'registre.etat': async (context) => ({
    ouvert: context.session.registre === null ? null : await describeOpen(context),
    recents: context.recents.list().map(({ chemin, nom, ouvertAt }) => ({
      jeton: context.files.grant(chemin).jeton,
      nom,
      dossier: dirname(chemin),
      ouvertAt,
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

  'registre.verifier': ({ db, session }) => verifier(db, session.required.sqlite),
} satisfies HandlersOf<typeof registreContract>

/** Opens a register in place of the present one, which stays open if the new one is refused. */
export function ouvrirRegistreDe({ session, recents, now, log }: ProcessContext, chemin: string): void {
  if (session.registre?.chemin === chemin) return
  const registre = openRegistre(chemin, now())
  session.replace(registre, log)
  recents.add({ chemin, nom: registre.nom, ouvertAt: now() })
}

/** Creates, seeds and opens a register. A file that is there already is refused, never overwritten. */
export async function creerRegistreDans(context: Context, chemin: string, academie: Academie): Promise<void> {
  const { session, recents, now, today, newId, resources, log } = context
  if (existsSync(chemin)) {
    throw new AppError('conflict', `« ${basename(chemin)} » existe déjà. Il n’a pas été modifié : choisissez un autre nom, ou ouvrez-le.`)
  }
  const registre = createRegistre(chemin, now())
  try {
    await registre.db.transaction().execute((db) => seedRegistre(db, { academie, resources, today: today(), newId }))
  } catch (error) {
    registre.discard()
    throw error
  }
  session.replace(registre, log)
  recents.add({ chemin, nom: registre.nom, ouvertAt: now() })
}

/** The settings a new register starts with; an unknown code is refused with the list of known ones. */
export function academieDepuisCode(code: string): Academie {
  const connue = academies[code]
  if (!connue) {
    const codes = Object.entries(academies).map(([autre, { nom }]) => `${autre} ${nom}`)
    throw new AppError('invalid', `Le code d’académie « ${code} » n’est pas connu. Codes possibles : ${codes.join(', ')}.`, {
      fields: { academieCode: 'Code d’académie inconnu.' },
    })
  }
  return academieVide(code, connue.nom)
}

export function academieVide(code: string, nom: string): Academie {
  const voyelle = /^[aeiouyàâéèêëîïôûh]/i.test(nom) && !/^(La|Le) /.test(nom)
  return {
    id: 'academie',
    code,
    nom,
    nomComplement: contraction(nom, voyelle),
    region: '',
    service: 'Délégation de région académique à l’information et à l’orientation',
    adresse: '',
    ville: '',
    telephone: '',
    courriel: '',
    affaireSuiviePar: '',
    titreAutorite: 'recteur',
    signature: 'Pour le recteur et par délégation,',
    prefixeReference: 'DRAIO/MLDS',
    logoFichierId: null,
    grilleActivite: 'domaine',
    toleranceHeures: 0.5,
    demonstration: 0,
  }
}

function contraction(nom: string, voyelle: boolean): string {
  if (nom.startsWith('La ')) return `de ${nom}`
  return voyelle ? `d’${nom}` : `de ${nom}`
}

async function describeOpen({ db, session }: Context): Promise<RegistreOuvert> {
  const { chemin, nom, copieAvantMigration } = session.required
  const academie = await getAcademie(db)
  return {
    nom,
    chemin,
    academieNom: academie.nom,
    demonstration: academie.demonstration === 1,
    copieAvantMigration,
    dommage: session.dommage,
  }
}
