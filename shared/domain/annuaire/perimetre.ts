import { codeAcademie, codeDepartement3 } from '../../academies'
import { type Analyse, citer, lu, refuse } from '../../analyse'
import { departements as nomsDepartements, departementDeNom } from '../../departements'
import { plier } from '../../text'

/** Kinds of the annuaire (`Type_etablissement`), as the register writes them whatever the generation of the file. */
export const typesAnnuaire = [
  'Collège',
  'Lycée',
  'EREA',
  'Information et orientation',
  'Médico-social',
  'Autre',
  'Service administratif',
  'École',
] as const

const parTypePlie = new Map<string, string>(typesAnnuaire.map((type) => [plier(type), type]))

/**
 * A `Type_etablissement` as written (« Ecole », « Service Administratif ») → as stored; a kind we do not know is kept.
 * Some rows bear none (private classes of BTS or CPGE, 2023): « Autre ».
 */
export function lireType(brut: string): string {
  const type = brut.trim()
  return type === '' ? 'Autre' : (parTypePlie.get(plier(type)) ?? type)
}

/** Which rows of the annuaire the register wants. */
export interface PerimetreAnnuaire {
  /** Code of the register's académie: the rows wanted when no département is chosen. */
  academieCode: string
  /** Three characters each; none: the whole académie. */
  departements: readonly string[]
  /** Kinds wanted; null: all but schools, which the MLDS does not work with; `tous`: schools too. */
  types: 'tous' | readonly string[] | null
}

export function retientType({ types }: Pick<PerimetreAnnuaire, 'types'>, type: string): boolean {
  if (types === 'tous') return true
  return types === null ? type !== 'École' : types.includes(type)
}

export function retientLieu(
  { departements, academieCode }: Pick<PerimetreAnnuaire, 'departements' | 'academieCode'>,
  lieu: { departement: string; academieCode: string },
): boolean {
  if (departements.length > 0) return departements.includes(lieu.departement)
  return codeAcademie(lieu.academieCode) === codeAcademie(academieCode)
}

/** Reads a list of départements as typed: « 35 », « 035, 22 », « Ille-et-Vilaine ». */
export function analyserDepartements(brut: string): Analyse<string[]> {
  const codes: string[] = []
  for (const mot of brut.split(/[,;]/).map((each) => each.trim())) {
    if (mot === '') continue
    const code = departementDeNom(mot) ?? codeDepartement3(mot)
    const affiche = code.startsWith('0') ? code.slice(1) : code
    if (nomsDepartements[affiche] === undefined) {
      return refuse(`${citer(mot)} n’est pas un département : écrivez son numéro, par exemple 35, 2A ou 974.`)
    }
    codes.push(code)
  }
  return codes.length > 0 ? lu(codes) : refuse('Indiquez au moins un département, par exemple 35.')
}

/** Reads the kinds wanted as typed: « tous », « collège,lycée », « Colleges ; EREA ». */
export function analyserTypes(brut: string): Analyse<'tous' | string[]> {
  if (plier(brut) === 'tous') return lu('tous')
  const types: string[] = []
  for (const mot of brut.split(/[,;]/)) {
    const plie = plier(mot)
    if (plie === '') continue
    const type = parTypePlie.get(plie) ?? parTypePlie.get(plie.replace(/s$/, ''))
    if (type === undefined) {
      return refuse(`${citer(mot)} n’est pas un type de l’annuaire : écrivez tous, ou ${typesAnnuaire.join(', ')}.`)
    }
    types.push(type)
  }
  return types.length > 0 ? lu(types) : refuse(`Indiquez un type : tous, ou ${typesAnnuaire.join(', ')}.`)
}
