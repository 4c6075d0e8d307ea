import { bornesAnneeScolaire } from '../../annee-scolaire'
import { ajouterJours, ajouterMois, finDeMois, joursDuMois, nomsDesMois, partiesDuJour } from '../../dates'
import type { Jalon, JalonLivre } from './jalon'

const deuxChiffres = (n: number): string => String(n).padStart(2, '0')

/** First day of a month (1 to 12) of a school year: September to December belong to its first calendar year. */
function premierDuMois(anneeId: string, mois: number): string {
  const annee = Number(bornesAnneeScolaire(anneeId).debutLe.slice(0, 4)) + (mois >= 9 ? 0 : 1)
  return `${String(annee)}-${deuxChiffres(mois)}-01`
}

function dansLeMois(anneeId: string, { mois, jour }: JalonLivre['debut'], sinon: 'premier' | 'dernier'): string {
  const premier = premierDuMois(anneeId, mois)
  if (jour === undefined) return sinon === 'premier' ? premier : finDeMois(premier)
  const { annee } = partiesDuJour(premier)
  return `${premier.slice(0, 8)}${deuxChiffres(Math.min(jour, joursDuMois(annee, mois)))}`
}

/**
 * The shipped calendar placed in a school year. What is over on `aujourdhui` when it is placed is not late: nobody was
 * following it then, so it is set aside.
 */
export function placerCalendrier(
  livres: readonly JalonLivre[],
  { anneeId, aujourdhui, newId }: { anneeId: string; aujourdhui: string; newId: () => string },
): Jalon[] {
  return livres.map(({ debut, fin, ...faits }) => {
    const finLe = dansLeMois(anneeId, fin, 'dernier')
    return {
      ...faits,
      id: newId(),
      anneeId,
      debutLe: dansLeMois(anneeId, debut, 'premier'),
      finLe,
      etat: finLe < aujourdhui ? 'sansObjet' : 'aFaire',
      observations: '',
    }
  })
}

const estDebutDeMois = (jour: string): boolean => jour.endsWith('-01')
const estFinDeMois = (jour: string): boolean => jour === finDeMois(jour)

/** True when the milestone takes whole months: only the month is known. */
export const enMoisEntiers = ({ debutLe, finLe }: Pick<Jalon, 'debutLe' | 'finLe'>): boolean =>
  estDebutDeMois(debutLe) && estFinDeMois(finLe)

/** The same milestone `mois` months later; a span of whole months stays one, whatever their lengths. */
export function decaler({ debutLe, finLe }: Pick<Jalon, 'debutLe' | 'finLe'>, mois: number) {
  const fin = ajouterMois(finLe, mois)
  return {
    debutLe: ajouterMois(debutLe, mois),
    finLe: enMoisEntiers({ debutLe, finLe }) ? finDeMois(fin) : fin,
  }
}

/** The milestones of a year carried over to another: same months, everything to be done again. */
export function reconduireJalons(
  jalons: readonly Jalon[],
  { anneeId, newId }: { anneeId: string; newId: () => string },
): Jalon[] {
  return jalons.map((jalon) => {
    const annees = Number(anneeId.slice(0, 4)) - Number(jalon.anneeId.slice(0, 4))
    return { ...jalon, ...decaler(jalon, 12 * annees), id: newId(), anneeId, etat: 'aFaire' as const }
  })
}

/** Where a milestone stands on a day: its preparation begins `preavisJours` before it. */
export type MomentDeJalon = 'fait' | 'sansObjet' | 'retard' | 'enCours' | 'aPreparer' | 'aVenir'

export function momentDe(
  { etat, debutLe, finLe, preavisJours }: Pick<Jalon, 'etat' | 'debutLe' | 'finLe' | 'preavisJours'>,
  aujourdhui: string,
): MomentDeJalon {
  if (etat !== 'aFaire') return etat
  if (finLe < aujourdhui) return 'retard'
  if (debutLe <= aujourdhui) return 'enCours'
  return ajouterJours(debutLe, -preavisJours) <= aujourdhui ? 'aPreparer' : 'aVenir'
}

/** « septembre », « 10 décembre », « du 10 au 28 janvier », « du 1er septembre au 31 décembre », « de septembre à octobre ». */
export function periodeEnMots(jalon: Pick<Jalon, 'debutLe' | 'finLe'>): string {
  const { debutLe, finLe } = jalon
  const [debut, fin] = [partiesDuJour(debutLe), partiesDuJour(finLe)]
  const mois = (n: number): string => nomsDesMois[n - 1] ?? ''
  const quantieme = (n: number): string => (n === 1 ? '1er' : String(n))
  if (debutLe === finLe) return `${quantieme(debut.quantieme)} ${mois(debut.mois)}`
  const memeMois = debut.mois === fin.mois && debut.annee === fin.annee
  if (enMoisEntiers(jalon)) {
    if (memeMois) return mois(debut.mois)
    const de = /^[ao]/.test(mois(debut.mois)) ? 'd’' : 'de '
    return `${de}${mois(debut.mois)} à ${mois(fin.mois)}`
  }
  const du = memeMois ? quantieme(debut.quantieme) : `${quantieme(debut.quantieme)} ${mois(debut.mois)}`
  return `du ${du} au ${quantieme(fin.quantieme)} ${mois(fin.mois)}`
}
