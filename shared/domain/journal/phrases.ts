import { champsCalcules, libelleChamp } from './champs'
import { formatNombre } from '../../nombres'
import { suiviDe } from './fiches'
import { genresDeFiche } from './fiches.donnees'

/** What a step did to one table. */
export interface ResumeDeTable {
  table: string
  creees: number
  modifiees: number
  supprimees: number
  /**
   * The first records, with their name and the columns that changed; `livree`: the application ships this one; `de`: what
   * it belongs to, « de la lettre de mission CARADEC Inès, 2026-2027 ».
   */
  premieres: { libelle: string; colonnes: readonly string[]; livree?: boolean; de?: string }[]
}

/** Commands whose sentence is not told by what they changed. */
const phrasesDOperation: Readonly<Record<string, string>> = {
  'registre.creer': 'Création du registre',
  'demonstration.creer': 'Création du registre de démonstration',
  'affectation.reconduire': 'Reconduction d’affectations',
  'lettreDeMission.creerManquantes': 'Création des lettres manquantes',
  'academie.choisirLogo': 'Choix du logo',
  'fse.appliquerForfait': 'Application du forfait',
  'jalon.ouvrirCalendrier': 'Ouverture du calendrier de l’année',
  'vocabulaire.deplacer': 'Changement d’ordre dans une liste',
}

/** Commands that read a file. */
const imports = new Set(['importation.executer', 'annuaire.importer'])

/** « Import de 48 agents, 48 affectations depuis « suivi-mlds.xlsx » ». */
function phraseImport(resume: readonly ResumeDeTable[], source: string | null): string {
  const utiles = resume.filter(({ table }) => table !== 'correspondanceImport' && table !== 'importFait')
  const quoi = utiles.length === 0 ? 'Import' : `Import de ${effectifs(utiles)}`
  return source === null ? quoi : `${quoi} depuis «\u00a0${source}\u00a0»`
}

/** Table that a command is about, when its first word is not the table's name. */
const tablesDOperation: Readonly<Record<string, string>> = { fse: 'operationFse' }

/**
 * The sentence of a step, from its command and what it changed: « Modification de l’agent LE GOFF Maël : téléphone »,
 * « Création de 12 lettres de mission ».
 */
export function phraseEtape(operation: string, resume: readonly ResumeDeTable[], source: string | null = null): string {
  if (imports.has(operation)) return phraseImport(resume, source)
  const propre = phrasesDOperation[operation]
  if (propre !== undefined) return resume.length === 0 ? propre : `${propre} (${effectifs(resume)})`
  const mot = operation.split('.')[0] ?? ''
  const principale = resume.find(({ table }) => table === (tablesDOperation[mot] ?? mot)) ?? plusTouchee(resume)
  return principale ? phraseDeTable(principale) : 'Modification'
}

/** What the birth and the end of its row mean for a record that the application ships. */
const deLivree = ['Modification', 'Retour à l’origine']

function phraseDeTable({ table, creees, modifiees, supprimees, premieres }: ResumeDeTable): string {
  const genre = genresDeFiche[table]
  const total = creees + modifiees + supprimees
  const [premiere] = premieres
  const [creation, suppression] = premiere?.livree === true ? deLivree : ['Création', 'Suppression']
  const verbe = creees === total ? creation : supprimees === total ? suppression : 'Modification'
  if (!genre) return `${verbe} dans ${table}`
  if (total !== 1)
    return `${verbe} de ${formatNombre(total)} ${total > 1 ? genre.plusieurs : genre.un}${premieres.length === total ? duMeme(premieres) : ''}`
  const duParent = premiere?.de === undefined ? '' : ` (${premiere.de})`
  return `${verbe} ${suiviDe(genre.du, genre, premiere?.libelle ?? '')}${duParent}${champsModifies(table, premiere?.colonnes ?? [])}`
}

/** What all of them belong to, when it is one record. */
function duMeme(premieres: ResumeDeTable['premieres']): string {
  const de = premieres[0]?.de
  return de !== undefined && premieres.every((autre) => autre.de === de) ? ` ${de}` : ''
}

/** « : téléphone, courriel »; three at most, then how many more. */
function champsModifies(table: string, colonnes: readonly string[]): string {
  const libelles = colonnes
    .filter((colonne) => !champsCalcules.has(colonne))
    .map((colonne) => minuscule(libelleChamp(table, colonne) ?? colonne))
  if (libelles.length === 0) return ''
  const reste = libelles.length - 3
  return ` : ${libelles.slice(0, 3).join(', ')}${reste > 0 ? ` et ${String(reste)} ${reste > 1 ? 'autres champs' : 'autre champ'}` : ''}`
}

/** Acronyms keep their capitals. */
const minuscule = (libelle: string): string =>
  /^\p{Lu}{2}/u.test(libelle) ? libelle : libelle.slice(0, 1).toLocaleLowerCase('fr') + libelle.slice(1)

/** Records that have a page of their own say more than their rows, whatever their number. */
function effectifs(resume: readonly ResumeDeTable[]): string {
  const rang = ({ table }: ResumeDeTable): number => (genresDeFiche[table]?.parent ? 1 : 0)
  return resume
    .toSorted((a, b) => rang(a) - rang(b) || nombre(b) - nombre(a))
    .slice(0, 3)
    .map((part) => {
      const genre = genresDeFiche[part.table]
      return `${String(nombre(part))} ${(nombre(part) > 1 ? genre?.plusieurs : genre?.un) ?? part.table}`
    })
    .join(', ')
}

const nombre = ({ creees, modifiees, supprimees }: ResumeDeTable): number => creees + modifiees + supprimees

const plusTouchee = (resume: readonly ResumeDeTable[]): ResumeDeTable | undefined =>
  resume.toSorted((a, b) => nombre(b) - nombre(a))[0]
