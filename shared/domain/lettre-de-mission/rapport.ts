import { AppError } from '../../app-error'
import { formatJour } from '../../dates'
import { formatNombre } from '../../nombres'
import type { LettreRapport } from './lettre-de-mission'

/** A report is an office document or a PDF: what a register may hold for every agent without growing beyond reason. */
const tailleMaximale = 20 * 1024 * 1024

/** What a report may be, by the end of its name. */
const typesDeRapport: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppt: 'application/vnd.ms-powerpoint',
  odp: 'application/vnd.oasis.opendocument.presentation',
}

export const extensionsDeRapport: readonly string[] = Object.keys(typesDeRapport)

/** The media type of a report file; throws `invalid` when it is of another kind, empty, or above 20 Mo. */
export function typeDeRapport(nom: string, octets: number): string {
  const type = typesDeRapport[/\.([^.]+)$/u.exec(nom)?.[1]?.toLowerCase() ?? '']
  if (type === undefined)
    throw new AppError(
      'invalid',
      `« ${nom} » n’est ni un PDF ni un document bureautique. Le rapport n’a pas été joint.`,
    )
  if (octets === 0) throw new AppError('invalid', `« ${nom} » est vide. Le rapport n’a pas été joint.`)
  if (octets > tailleMaximale)
    throw new AppError(
      'invalid',
      `« ${nom} » pèse ${formatNombre(octets / 1024 / 1024, 1)} Mo : un rapport ne doit pas dépasser 20 Mo. Il n’a pas été joint.`,
    )
  return type
}

/** Refuses a report received before it was asked for, or on a day to come. */
export function refuserReception(
  { demandeLe }: Pick<LettreRapport, 'demandeLe'>,
  le: string,
  aujourdhui: string,
): void {
  const message =
    le < demandeLe
      ? `Le rapport a été demandé le ${formatJour(demandeLe)} : il n’a pas été reçu le ${formatJour(le)}. Rien n’a changé.`
      : le > aujourdhui
        ? `Le ${formatJour(le)} est un jour à venir. Rien n’a changé.`
        : null
  if (message !== null) throw new AppError('invalid', message, { fields: { le: message } })
}
