import type { Civilite } from '../agent/agent'

/** The civilité of a person, null when the source does not say: then both forms are written. */
type CiviliteConnue = Civilite | null

/** Words of both forms, factored: « coordonnateur MLDS », « coordonnatrice MLDS » → « coordonnateur/coordonnatrice MLDS ». */
function doubleForme(masculin: string, feminin: string): string {
  const [m, f] = [masculin.split(' '), feminin.split(' ')]
  let debut = 0
  while (debut < Math.min(m.length, f.length) && m[debut] === f[debut]) debut++
  let fin = 0
  while (fin < Math.min(m.length, f.length) - debut && m[m.length - 1 - fin] === f[f.length - 1 - fin]) fin++
  const milieu = `${m.slice(debut, m.length - fin).join(' ')}/${f.slice(debut, f.length - fin).join(' ')}`
  return [...m.slice(0, debut), milieu, ...m.slice(m.length - fin)].join(' ')
}

/**
 * A label of the académie's lists agreed with the person: the feminine for « madame », the masculine for « monsieur »,
 * both when unknown. A label without feminine (« psychologue ») has one form (metier.md § 3.6, accord de genre).
 */
export function accorder(
  { libelle, libelleFeminin }: { libelle: string; libelleFeminin: string | null },
  civilite: CiviliteConnue,
): string {
  if (libelleFeminin === null || libelleFeminin === libelle || civilite === 'monsieur') return libelle
  return civilite === 'madame' ? libelleFeminin : doubleForme(libelle, libelleFeminin)
}

/** A participle or adjective in « é », « u »…: « affecté » → « affectée », or « affecté(e) » when unknown (administrative usage). */
export function accorderParticipe(masculin: string, civilite: CiviliteConnue): string {
  if (civilite === 'monsieur') return masculin
  return civilite === 'madame' ? `${masculin}e` : `${masculin}(e)`
}

/** Whole words: a letter never abbreviates (metier.md § 9.5). */
export function civiliteEcrite(civilite: CiviliteConnue): string {
  if (civilite === null) return 'Madame, Monsieur'
  return civilite === 'madame' ? 'Madame' : 'Monsieur'
}

/** The head of the académie as sentences need it. */
export interface FormesAutorite {
  /** « la rectrice » */
  sujet: string
  /** « La rectrice », at the start of a line. */
  enTete: string
  /** « de la rectrice », « du recteur » */
  complement: string
  /** « à la rectrice », « au recteur » */
  destinataire: string
}

export function formesAutorite(titre: 'recteur' | 'rectrice'): FormesAutorite {
  return titre === 'rectrice'
    ? { sujet: 'la rectrice', enTete: 'La rectrice', complement: 'de la rectrice', destinataire: 'à la rectrice' }
    : { sujet: 'le recteur', enTete: 'Le recteur', complement: 'du recteur', destinataire: 'au recteur' }
}

/** « de coordonnatrice », « d’enseignante »: the preposition before a role. */
export const avecDe = (mot: string): string => (/^[aeiouyhàâéèêîôû]/iu.test(mot) ? `d’${mot}` : `de ${mot}`)

/** « Le directeur du CIO » → « du directeur du CIO », « L’inspecteur… » → « de l’inspecteur… », after « s/c ». */
export function complementDe(qualite: string): string {
  if (/^le /iu.test(qualite)) return `du ${qualite.slice(3)}`
  if (/^les /iu.test(qualite)) return `des ${qualite.slice(4)}`
  if (/^la /iu.test(qualite)) return `de la ${qualite.slice(3)}`
  if (/^l[’']/iu.test(qualite)) return `de l’${qualite.slice(2)}`
  return `de ${qualite}`
}
