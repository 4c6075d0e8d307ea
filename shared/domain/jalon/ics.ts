import { ajouterJours } from '../../dates'
import type { Jalon } from './jalon'

const compact = (jour: string): string => jour.replaceAll('-', '')
const echapper = (texte: string): string => texte.replace(/[\\;,]/gu, (signe) => `\\${signe}`).replace(/\r?\n/gu, '\\n')

/** Octets of a character in UTF-8. */
function octetsDe(signe: string): number {
  const code = signe.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Lines longer than 75 octets are folded (RFC 5545 § 3.1); a character is never cut. */
function plierLigne(ligne: string): string {
  const morceaux: string[] = []
  let morceau = ''
  let octets = 0
  for (const signe of ligne) {
    const taille = octetsDe(signe)
    if (octets + taille > 74) {
      morceaux.push(morceau)
      morceau = ''
      octets = 0
    }
    morceau += signe
    octets += taille
  }
  return [...morceaux, morceau].join('\r\n ')
}

function evenement(
  { id, libelle, debutLe, finLe, preavisJours, qui, observations }: Jalon,
  horodatage: string,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@registre-mlds`,
    `DTSTAMP:${horodatage}`,
    `DTSTART;VALUE=DATE:${compact(debutLe)}`,
    // The end of a whole-day event is the day after its last one.
    `DTEND;VALUE=DATE:${compact(ajouterJours(finLe, 1))}`,
    `SUMMARY:${echapper(libelle)}`,
    ...(qui === '' && observations === ''
      ? []
      : [`DESCRIPTION:${echapper([qui, observations].filter((part) => part !== '').join('\n'))}`]),
    'TRANSP:TRANSPARENT',
    ...(preavisJours === 0
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${echapper(libelle)}`,
          `TRIGGER:-P${String(preavisJours)}D`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ]
}

/**
 * An iCalendar file (RFC 5545) of the milestones, that Outlook, Thunderbird or an agenda of the académie opens: whole-day
 * events, an alarm at the beginning of the preparation. `instant` is ISO UTC. Milestones « sans objet » are left out.
 */
export function ecrireIcs(jalons: readonly Jalon[], { nom, instant }: { nom: string; instant: string }): string {
  const horodatage = `${instant.slice(0, 19).replace(/[-:]/gu, '')}Z`
  const lignes = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Registre MLDS//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${echapper(nom)}`,
    ...jalons.filter(({ etat }) => etat !== 'sansObjet').flatMap((jalon) => evenement(jalon, horodatage)),
    'END:VCALENDAR',
  ]
  return `${lignes.map(plierLigne).join('\r\n')}\r\n`
}
