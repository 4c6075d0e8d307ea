import { basename, dirname } from 'node:path'
import { partiesLocales } from '../../../shared/dates'
import type { bilanContract } from '../../../shared/domain/bilan/bilan.contract'
import { deliver } from '../../documents/deliver'
import { renderExcel } from '../../documents/excel'
import type { HandlersOf } from '../../register/handler'
import { arreter, lireLeBilan, rouvrir } from './bilan.arrete'
import { composeBilan } from './bilan.documents'

export const bilanHandlers = {
  'bilan.lire': (context, demande) => lireLeBilan(context, demande),

  'bilan.exporter': async (context, { jeton, ...demande }) => {
    const { now, auJour, files, progress, signal } = context
    const chemin = files.resolve(jeton)
    const { faits, arreteAt, fige } = await lireLeBilan(context, demande)
    const total = faits.affectations.length + faits.reseaux.length + faits.etablissements.length + faits.lettres.length
    const arreteLe = fige && arreteAt !== null ? partiesLocales(arreteAt).jour : undefined
    const dates = { creeLe: now(), editeLe: partiesLocales(now()).jour, auJour, arreteLe }
    const bytes = await renderExcel(composeBilan(faits, dates), {
      signal,
      onProgress: (fait) => {
        progress({ fait: Math.min(fait, total), total, libelle: 'Écriture du bilan' })
      },
    })
    await deliver(chemin, bytes)
    return { jeton, nom: basename(chemin), dossier: dirname(chemin) }
  },

  'bilan.arreter': (context, { anneeId }) => arreter(context, anneeId),
  'bilan.rouvrir': (context, { anneeId }) => rouvrir(context, anneeId),
} satisfies HandlersOf<typeof bilanContract>
