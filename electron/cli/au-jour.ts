import { analyserJour, formatJour } from '../../shared/dates'
import { optionalString, type OptionValues, type Terminal, UsageError } from './command'

/** For the commands that read: the register as it stood at the end of a day. */
export const auOption = { au: { type: 'string' } } as const

/** Makes the rest of the command read the register of the day asked for by `--au`, and says so. */
export function regarderAu(terminal: Terminal, options: OptionValues): void {
  const demande = optionalString(options, 'au')
  if (demande === null) return
  const lecture = analyserJour(demande)
  if (!lecture.ok) throw new UsageError(`--au attend un jour, par exemple --au 31/12/2025 : ${lecture.message}`)
  terminal.client.auJour = lecture.valeur
  terminal.say(`Registre tel qu’il était le ${formatJour(lecture.valeur)} au soir.`)
}
