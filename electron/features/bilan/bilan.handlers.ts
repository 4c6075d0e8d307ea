import { basename, dirname } from 'node:path'
import { partiesLocales } from '../../../shared/dates'
import type { bilanContract } from '../../../shared/domain/bilan/bilan.contract'
import { chiffresCles } from '../../../shared/domain/bilan/chiffres'
import { deliver } from '../../documents/deliver'
import { renderExcel } from '../../documents/excel'
import type { HandlersOf } from '../../register/handler'
import { composeBilan } from './bilan.documents'
import { faitsDuBilan } from './bilan.faits'
import { selectBilan } from './bilan.queries'

export const bilanHandlers = {
  'bilan.lire': async ({ db, today }, { anneeId }) => {
    const faits = faitsDuBilan(await selectBilan(db, anneeId), today())
    return { faits, chiffres: chiffresCles(faits) }
  },

  'bilan.exporter': async ({ db, today, now, auJour, files, progress, signal }, { anneeId, jeton }) => {
    const chemin = files.resolve(jeton)
    const faits = faitsDuBilan(await selectBilan(db, anneeId), today())
    const total = faits.affectations.length + faits.reseaux.length + faits.etablissements.length + faits.lettres.length
    const dates = { creeLe: now(), editeLe: partiesLocales(now()).jour, auJour }
    const bytes = await renderExcel(composeBilan(faits, dates), {
      signal,
      onProgress: (fait) => {
        progress({ fait: Math.min(fait, total), total, libelle: 'Écriture du bilan' })
      },
    })
    await deliver(chemin, bytes)
    return { jeton, nom: basename(chemin), dossier: dirname(chemin) }
  },
} satisfies HandlersOf<typeof bilanContract>
