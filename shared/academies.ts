import { plier } from './text'

/** An académie of the national list; the register may bear a code of its own (demonstration, future reform). */
export interface Academie {
  readonly nom: string
  /** How the name follows « académie »: « de Rennes », « d’Aix-Marseille », « de La Réunion ». */
  readonly complement: string
  /** Départements as shown, « 35 », « 2A », « 974 ». */
  readonly departements: readonly string[]
}

const academie = (nom: string, complement: string, departements: string): Academie => ({
  nom,
  complement,
  departements: departements.split(' ').filter(Boolean),
})

/** Two-digit code → académie, in force and historical (Caen and Rouen, merged into Normandie). Source: metier.md § 9.3. */
export const academies: Readonly<Record<string, Academie>> = {
  '01': academie('Paris', 'de Paris', '75'),
  '02': academie('Aix-Marseille', 'd’Aix-Marseille', '04 05 13 84'),
  '03': academie('Besançon', 'de Besançon', '25 39 70 90'),
  '04': academie('Bordeaux', 'de Bordeaux', '24 33 40 47 64'),
  '05': academie('Caen', 'de Caen', ''),
  '06': academie('Clermont-Ferrand', 'de Clermont-Ferrand', '03 15 43 63'),
  '07': academie('Dijon', 'de Dijon', '21 58 71 89'),
  '08': academie('Grenoble', 'de Grenoble', '07 26 38 73 74'),
  '09': academie('Lille', 'de Lille', '59 62'),
  '10': academie('Lyon', 'de Lyon', '01 42 69'),
  '11': academie('Montpellier', 'de Montpellier', '11 30 34 48 66'),
  '12': academie('Nancy-Metz', 'de Nancy-Metz', '54 55 57 88'),
  '13': academie('Poitiers', 'de Poitiers', '16 17 79 86'),
  '14': academie('Rennes', 'de Rennes', '22 29 35 56'),
  '15': academie('Strasbourg', 'de Strasbourg', '67 68'),
  '16': academie('Toulouse', 'de Toulouse', '09 12 31 32 46 65 81 82'),
  '17': academie('Nantes', 'de Nantes', '44 49 53 72 85'),
  '18': academie('Orléans-Tours', 'd’Orléans-Tours', '18 28 36 37 41 45'),
  '19': academie('Reims', 'de Reims', '08 10 51 52'),
  '20': academie('Amiens', 'd’Amiens', '02 60 80'),
  '21': academie('Rouen', 'de Rouen', ''),
  '22': academie('Limoges', 'de Limoges', '19 23 87'),
  '23': academie('Nice', 'de Nice', '06 83'),
  '24': academie('Créteil', 'de Créteil', '77 93 94'),
  '25': academie('Versailles', 'de Versailles', '78 91 92 95'),
  '27': academie('Corse', 'de Corse', '2A 2B'),
  '28': academie('La Réunion', 'de La Réunion', '974'),
  '31': academie('Martinique', 'de Martinique', '972'),
  '32': academie('Guadeloupe', 'de Guadeloupe', '971'),
  '33': academie('Guyane', 'de Guyane', '973'),
  '40': academie('Nouvelle-Calédonie', 'de Nouvelle-Calédonie', '988'),
  '41': academie('Polynésie française', 'de Polynésie française', '987'),
  '42': academie('Wallis-et-Futuna', 'de Wallis-et-Futuna', '986'),
  '43': academie('Mayotte', 'de Mayotte', '976'),
  '44': academie('Saint-Pierre-et-Miquelon', 'de Saint-Pierre-et-Miquelon', '975'),
  '70': academie('Normandie', 'de Normandie', '14 27 50 61 76'),
}

/** Code written on one digit or with spaces (« 1 », « 01 ») → « 01 »; any other code is kept, trimmed. */
export const codeAcademie = (brut: string): string => brut.trim().replace(/^\d$/, '0$&')

/** Code of the académie that somebody names: « 14 », « Rennes », « aix marseille »; undefined when none is meant. */
export function academieNommee(texte: string): string | undefined {
  const code = codeAcademie(texte)
  if (academies[code] !== undefined) return code
  const nom = plier(texte)
  return Object.entries(academies).find(([, academie]) => plier(academie.nom) === nom)?.[0]
}

/** The académie of a code, or undefined for one of our own (« 99 » of the demonstration). */
export const academieDeCode = (code: string): Academie | undefined => academies[codeAcademie(code)]

/** Code of the académie in force for a département (« 35 » or « 035 » → « 14 »), or undefined. */
export function academieDuDepartement(departement: string): string | undefined {
  const affiche = afficheDepartement(departement)
  return Object.entries(academies).find(([, { departements }]) => departements.includes(affiche))?.[0]
}

/** « 35 » → « 035 », « 2a » → « 02A », « 974 » → « 974 »: three characters, as in the annuaire (metier.md § 9.3). */
export const codeDepartement3 = (brut: string): string => brut.trim().toUpperCase().padStart(3, '0')

/** « 035 » → « 35 », « 02A » → « 2A », « 009 » → « 09 », « 974 » → « 974 »: as people write it. */
export function afficheDepartement(departement: string): string {
  const code = codeDepartement3(departement)
  return code.startsWith('0') ? code.slice(1) : code
}

/**
 * Département (three characters) of a commune's INSEE code (« 35238 » → « 035 », « 2A004 » → « 02A », « 97411 » → « 974 »);
 * a lost leading zero is put back. Not to be used with postal codes: those of Corsica are « 20… ».
 */
export function departementDeCommune(codeInsee: string): string {
  const code = codeInsee.trim().toUpperCase().padStart(5, '0')
  return codeDepartement3(/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2))
}
