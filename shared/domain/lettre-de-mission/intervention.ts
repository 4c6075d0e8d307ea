import { type Analyse, citer, lu, refuse } from '../../analyse'
import { analyserHeures, analyserNombre, formatHeures, formatNombre } from '../../nombres'
import { plier, pluriel } from '../../text'
import { insecable } from '../../typographie'
import type { LettreEtablissement } from './lettre-de-mission'

type Volume = Pick<LettreEtablissement, 'volume' | 'uniteVolume'>

/** « 120 h par an », « 2 jours par semaine », as a letter prints it; '' when it does not say. */
export function volumeEcrit({ volume, uniteVolume }: Volume): string {
  if (volume === null || volume === 0) return ''
  return uniteVolume === 'heuresParAn'
    ? `${formatHeures(volume)} par an`
    : `${formatNombre(volume)} ${pluriel(volume, 'jour')} par semaine`
}

/** What a number of volume counts: « h/an », « j/sem. ». */
export const uniteCourte = ({ uniteVolume }: Pick<Volume, 'uniteVolume'>): string =>
  uniteVolume === 'heuresParAn' ? 'h/an' : 'j/sem.'

/** The same in a narrow column: « 120 h/an », « 0,5 j/sem. »; `analyserVolume` reads it back. */
export function volumeCourt({ volume, uniteVolume }: Volume): string {
  if (volume === null) return ''
  return uniteVolume === 'heuresParAn' ? `${formatHeures(volume)}/an` : `${formatNombre(volume)}${insecable}j/sem.`
}

const parSemaine = /\s*j(?:ours?)?\.?\s*(?:(?:\/|par\s)\s*sem(?:aine|\.)?)?$/u
const parAn = /\s*(?:\/|par\s)\s*an(?:née)?$/u

/**
 * Reads the volume of an intervention: hours in the year (« 36 h », « 13 h 30/an ») or days in the week (« 0,5 j »,
 * « 2 jours par semaine »). A number alone has no unit of its own: null, that of the row stands.
 */
export function analyserVolume(
  texte: string,
): Analyse<{ volume: number; uniteVolume: LettreEtablissement['uniteVolume'] | null }> {
  const ecrit = texte.trim().toLowerCase()
  const jours = parSemaine.test(ecrit)
  const lecture = jours ? analyserNombre(ecrit.replace(parSemaine, '')) : analyserHeures(ecrit.replace(parAn, ''))
  if (!lecture.ok || lecture.valeur < 0)
    return refuse(
      `${citer(texte)} n’est pas un volume : écrivez des heures par an (36 h) ou des jours par semaine (0,5 j).`,
    )
  const heures = parAn.test(ecrit) || /[h:]|mi?n/u.test(ecrit)
  return lu({ volume: lecture.valeur, uniteVolume: jours ? 'joursParSemaine' : heures ? 'heuresParAn' : null })
}

/** What somebody does in an établissement, one word said once: « Intervention », « Intervention : rattachement ». */
export const interventionEcrite = (nature: string | null): string =>
  nature === null || plier(nature) === 'intervention' ? 'Intervention' : `Intervention : ${nature}`
