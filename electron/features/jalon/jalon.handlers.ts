import { basename, dirname } from 'node:path'
import { anneeScolairePrecedente } from '../../../shared/annee-scolaire'
import { AppError } from '../../../shared/app-error'
import { placerCalendrier, reconduireJalons } from '../../../shared/domain/jalon/calendrier'
import { ecrireIcs } from '../../../shared/domain/jalon/ics'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import type { jalonContract } from '../../../shared/domain/jalon/jalon.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import { deliver } from '../../documents/deliver'
import { readCalendrierType } from '../../register/calendrier-type'
import type { HandlersOf } from '../../register/handler'
import { deleteJalon, getJalon, insertJalons, listJalons, requireAnnee, updateJalon } from './jalon.queries'

export const jalonHandlers = {
  'jalon.lister': async ({ db }, { anneeId }) => ({
    jalons: await listJalons(db, anneeId),
    precedents: (await listJalons(db, anneeScolairePrecedente(anneeId))).length,
  }),

  'jalon.creer': async ({ db, newId }, saisie) =>
    db.transaction().execute(async (db) => {
      await requireAnnee(db, saisie.anneeId)
      const jalon: Jalon = { ...saisie, id: newId(), etat: 'aFaire', observations: '' }
      refuseReversedDates(jalon)
      await insertJalons(db, [jalon])
      return jalon
    }),

  'jalon.modifier': async ({ db }, { id, ...entree }) =>
    db.transaction().execute(async (db) => {
      const avant = await getJalon(db, id)
      refuserSiChangeEntreTemps(avant, entree)
      const champs = entree.champs as Partial<Jalon>
      const jalon = { ...avant, ...champs }
      refuseReversedDates(jalon)
      await updateJalon(db, id, champs)
      return jalon
    }),

  'jalon.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await deleteJalon(db, (await getJalon(db, id)).id)
      return null
    }),

  'jalon.ouvrirCalendrier': async ({ db, newId, today, resources }, { anneeId, depuis }) =>
    db.transaction().execute(async (db) => {
      await requireAnnee(db, anneeId)
      if ((await listJalons(db, anneeId)).length > 0)
        throw new AppError('conflict', `Le calendrier ${anneeId} est déjà commencé : rien n’a été ajouté.`)
      const jalons =
        depuis === 'calendrierType'
          ? placerCalendrier(readCalendrierType(resources), { anneeId, aujourdhui: today(), newId })
          : reconduireJalons(await listJalons(db, anneeScolairePrecedente(anneeId)), { anneeId, newId })
      if (jalons.length === 0)
        throw new AppError(
          'notFound',
          `Le calendrier ${anneeScolairePrecedente(anneeId)} est vide : rien à reconduire.`,
        )
      await insertJalons(db, jalons)
      return { ajoutes: jalons.length }
    }),

  'jalon.exporter': async ({ db, now, files }, { anneeId, jeton }) => {
    const chemin = files.resolve(jeton)
    const jalons = (await listJalons(db, anneeId)).filter(({ etat }) => etat !== 'sansObjet')
    const texte = ecrireIcs(jalons, { nom: `Calendrier MLDS ${anneeId}`, instant: now() })
    await deliver(chemin, new TextEncoder().encode(texte))
    return { jeton, nom: basename(chemin), dossier: dirname(chemin), ecrits: jalons.length }
  },
} satisfies HandlersOf<typeof jalonContract>

function refuseReversedDates({ debutLe, finLe }: Pick<Jalon, 'debutLe' | 'finLe'>): void {
  if (debutLe <= finLe) return
  throw new AppError('invalid', 'La fin du jalon précède son début. Rien n’a été enregistré.', {
    fields: { finLe: 'La fin doit suivre le début.' },
  })
}
