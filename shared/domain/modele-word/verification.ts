import { nearestTo } from '../../proche'
import { typographier } from '../../typographie'
import { bouclesDisponibles, boucleParCode, catalogue, champInterneParCode } from '../modele-lettre/catalogue'
import { type GroupeChamp, groupesChamps } from '../modele-lettre/champs.donnees'

/** A tag as a document uses it; `autour` are the sections that hold it, outermost first. */
export interface UsageDeChamp {
  genre: 'champ' | 'section'
  code: string
  autour: readonly string[]
}

export interface VerificationModeleWord {
  /** Sentences; with one of them the document is not taken. */
  erreurs: string[]
  /** How many different fields, conditions and loops it uses. */
  employes: number
  /** What it could say and does not, by group. */
  inutilises: { groupe: string; champs: { code: string; libelle: string }[] }[]
}

/** Between `{#aide}` and `{/aide}`: what is written for who types the model, and never printed. */
export const sectionAide = 'aide'

const codesChamps = catalogue.champs.map(({ code }) => code)
const codesInternes = catalogue.boucles.flatMap(({ champs }) => champs.map(({ code }): string => code))
const codesSections = [...catalogue.conditions, ...catalogue.boucles].map(({ code }): string => code)

const parMinuscules = new Map(
  [...codesChamps, ...codesInternes, ...codesSections, sectionAide].map((code) => [code.toLowerCase(), code]),
)

/** A code as the catalogue writes it: Word puts a capital where it pleases. Unknown: as it was typed. */
export const codeConnu = (code: string): string => parMinuscules.get(code.toLowerCase()) ?? code

/** « affecté|affectée »: not a field but an agreement with the person. */
export const estAccord = (code: string): boolean => /^[^|]+\|[^|]+$/u.test(code)

/** What is wrong and what is missing in a document that names these tags. `fautes`: those that its reader found. Pure. */
export function verifierUsages(usages: readonly UsageDeChamp[], fautes: readonly string[]): VerificationModeleWord {
  const employes = new Set(usages.map(({ code }) => codeConnu(code)))
  const erreurs = [
    ...fautes,
    ...(usages.length + fautes.length === 0 ? [sansChamp] : []),
    ...usages.flatMap((usage) => erreurDe(usage) ?? []),
  ]
  return {
    erreurs: [...new Set(erreurs)].map(typographier),
    employes: [...employes].filter((code) => parMinuscules.has(code.toLowerCase())).length,
    inutilises: inutilises(employes),
  }
}

const sansChamp =
  'Ce document ne contient aucun champ entre accolades : toutes les lettres seraient les mêmes. Partez du document de départ.'

function erreurDe({ genre, code, autour }: UsageDeChamp): string | null {
  if (code === '') return 'Une accolade ouverte et fermée ne contient rien : {}.'
  const boucles = autour.map(codeConnu).filter((autre) => boucleParCode(autre) !== undefined)
  return genre === 'champ' ? erreurDeChamp(code, boucles) : erreurDeSection(code, boucles)
}

function erreurDeChamp(code: string, boucles: readonly string[]): string | null {
  if (estAccord(code)) return null
  const connu = codeConnu(code)
  if ((codesChamps as readonly string[]).includes(connu)) return null
  const interne = champInterneParCode(connu)
  if (interne) return boucles.includes(interne.boucle) ? null : horsDeSaBoucle(connu, interne.boucle)
  if (codesSections.includes(connu)) return `{${code}} ouvre un passage : écrivez {#${connu}} … {/${connu}}.`
  return inconnu(code, '', [...codesChamps, ...codesInternes])
}

function erreurDeSection(code: string, boucles: readonly string[]): string | null {
  const connu = codeConnu(code)
  if (connu === sectionAide) return null
  if (boucleParCode(connu)) {
    if (bouclesDisponibles(boucles).some((permise) => permise.code === connu)) return null
    return `{#${connu}} ne peut pas tourner dans {#${boucles.at(-1) ?? ''}}.`
  }
  const interne = champInterneParCode(connu)
  if (interne) return boucles.includes(interne.boucle) ? null : horsDeSaBoucle(connu, interne.boucle)
  if (parMinuscules.has(connu.toLowerCase())) return null
  return inconnu(code, '#', [...codesSections, ...codesChamps])
}

const horsDeSaBoucle = (code: string, boucle: string): string =>
  `{${code}} ne se remplit qu’entre {#${boucle}} et {/${boucle}}.`

function inconnu(code: string, signe: '' | '#', candidats: readonly string[]): string {
  const court = code.slice(0, 60)
  const proche = nearestTo(code, candidats, (candidat) => candidat)
  const quoi = signe === '#' ? 'n’est ni une boucle ni une condition connue' : 'n’est pas un champ connu'
  return `{${signe}${court}} ${quoi}.${proche === undefined ? '' : ` Vouliez-vous dire {${signe}${proche}} ?`}`
}

function inutilises(employes: ReadonlySet<string>): VerificationModeleWord['inutilises'] {
  const restants = catalogue.champs.filter(({ code }) => !employes.has(code))
  const parGroupe = (Object.entries(groupesChamps) as [GroupeChamp, string][]).map(([cle, groupe]) => ({
    groupe,
    champs: restants.filter((champ) => champ.groupe === cle).map(({ code, libelle }) => ({ code, libelle })),
  }))
  const boucles = catalogue.boucles
    .filter(({ code }) => !employes.has(code))
    .map(({ code, libelle }) => ({ code: `#${code}`, libelle: `Pour chaque ${libelle}` }))
  return [...parGroupe, { groupe: 'Les boucles', champs: boucles }].filter(({ champs }) => champs.length > 0)
}
