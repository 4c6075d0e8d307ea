import { signalementsDuPlan, type PlanImportation } from '../../shared/domain/importation/plan'
import { donnerClasseur } from './importation'
import type { TestRegistre } from './registre'

type Cellule = string | number | null

/** A sheet of people as small as can be, and one fictional person of it. */
export const entetes = [
  'Nom',
  'Prénom',
  'Fonction',
  'Statut',
  'Quotité',
  'UAI',
  'Établissement',
  'Mél',
  'Tél',
  'Fin de contrat',
]
export const caradec: readonly Cellule[] = [
  'CARADEC',
  'Inès',
  'Coordonnateur MLDS',
  'Titulaire',
  '90 %',
  '0351796M',
  'Collège Emile Zola',
  'ines.caradec@exemple.fr',
  '02 99 00 55 63',
  null,
]

/** A workbook of that one sheet with the rows given; its token. */
export const donnerPersonnels = (r: TestRegistre, ...lignes: (readonly Cellule[])[]): string =>
  donnerClasseur(r, { Personnels: [entetes, ...lignes] })

export const statuts = ({ feuilles }: PlanImportation): string[] =>
  feuilles.flatMap(({ lignes }) => lignes.map(({ statut }) => statut))

/** What the plan reproaches, informations aside: « G2 uai.cle ». */
export const regles = (plan: PlanImportation): string[] =>
  signalementsDuPlan(plan)
    .filter(({ gravite }) => gravite !== 'information')
    .map(({ cellule, regle }) => `${cellule} ${regle}`)
