import { AppError } from '../../../shared/app-error'
import type { Constat } from '../../../shared/constat'
import { clesAgent } from '../../../shared/domain/agent/cles'
import { fondreAppartenances } from '../../../shared/domain/doublon/appartenances'
import {
  collisionsDAgents,
  consequencesDEtablissements,
  fondreInterventions,
  renumeroter,
} from '../../../shared/domain/doublon/collisions'
import type { SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import { clesEtablissement } from '../../../shared/domain/etablissement/cles'
import { nommerFiche } from '../../../shared/domain/journal/fiches'
import { genresDeFiche, type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import { formatNombre } from '../../../shared/nombres'
import type { Lignes } from '../../database/journal/lignes'
import type { Reader } from '../../database/tables'
import { listAppartenancesDe, listInterventionsDe, listLettresDe, listServicesDe } from './doublon.queries'
import type { Lien } from './liens'

export interface Paire {
  sujet: SujetDeDoublon
  gardeId: string
  retireId: string
}

/** What happens to rows besides passing to the kept record. */
interface Reglement {
  /** Columns written with the move, by row. */
  avecLePassage: Map<string, Ligne>
  modifiees: { table: string; id: string; champs: Ligne }[]
  retirees: { table: string; id: string }[]
  constats: Constat[]
}

/** What the rules of the trade say of the rows that would meet. */
export const regler = (db: Reader, paire: Paire): Promise<Reglement> =>
  paire.sujet === 'agent' ? reglerAgents(db, paire) : reglerEtablissements(db, paire)

async function reglerAgents(db: Reader, { gardeId, retireId }: Paire): Promise<Reglement> {
  const [lettres, passees] = [await listLettresDe(db, gardeId), await listLettresDe(db, retireId)]
  return {
    avecLePassage: new Map(renumeroter(lettres, passees).map(({ id, version }) => [id, { version }])),
    modifiees: [],
    retirees: [],
    constats: collisionsDAgents(
      { lettres, services: await listServicesDe(db, gardeId) },
      { lettres: passees, services: await listServicesDe(db, retireId) },
    ),
  }
}

async function reglerEtablissements(db: Reader, { gardeId, retireId }: Paire): Promise<Reglement> {
  const appartenances = fondreAppartenances(await listAppartenancesDe(db, [gardeId, retireId]))
  const interventions = fondreInterventions(
    await listInterventionsDe(db, gardeId),
    await listInterventionsDe(db, retireId),
  )
  return {
    avecLePassage: new Map(),
    modifiees: [
      ...appartenances.modifiees.map(({ id, ...champs }) => ({ table: 'reseauMembre', id, champs })),
      ...interventions.modifiees.map(({ id, ...champs }) => ({ table: 'lettreEtablissement', id, champs })),
    ],
    retirees: [
      ...appartenances.retirees.map((id) => ({ table: 'reseauMembre', id })),
      ...interventions.retirees.map((id) => ({ table: 'lettreEtablissement', id })),
    ],
    constats: consequencesDEtablissements({
      lettres: interventions.retirees.length,
      reseaux: appartenances.retirees.length,
    }),
  }
}

/** Moves everything, then leaves one record. In the caller's transaction. */
export function appliquer(
  lignes: Lignes,
  { sujet, gardeId, retireId }: Paire,
  { liens, reglement, reprendre }: { liens: readonly Lien[]; reglement: Reglement; reprendre: readonly string[] },
): void {
  const [garde, retire] = [lignes.lire(sujet, gardeId), lignes.lire(sujet, retireId)]
  if (!garde || !retire) throw new AppError('notFound', 'L’une des deux fiches n’est plus dans le registre.')
  for (const { table, id } of reglement.retirees) lignes.supprimer(table, id)
  for (const { table, id, champs } of reglement.modifiees) lignes.modifier(table, id, champs)
  for (const { table, id, colonne } of liens) {
    const ligne = lignes.lire(table, id)
    if (!ligne) continue
    const champs = { [colonne]: gardeId, ...reglement.avecLePassage.get(id) }
    refuserCollision(lignes, table, { ...ligne, ...champs })
    lignes.modifier(table, id, champs)
  }
  // Gone before the kept one takes its UAI: two records never bear the same one.
  lignes.supprimer(sujet, retireId)
  const repris = Object.fromEntries(reprendre.map((champ) => [champ, retire[champ]]))
  lignes.modifier(sujet, gardeId, { ...repris, ...cles(sujet, { ...garde, ...repris }) })
}

/** A table whose rule is not known here: what it forbids is said, and nothing is written. */
function refuserCollision(lignes: Lignes, table: string, ligne: Ligne): void {
  const autre = lignes.doublon(table, ligne)
  if (!autre) return
  throw new AppError(
    'conflict',
    `Les deux fiches ont chacune ${nommerFiche(table, ligne, lignes.lire)} : supprimez d’abord l’une des deux. La fusion n’a pas eu lieu, rien n’a changé.`,
  )
}

/** The stored keys of the name that is kept. */
const cles = (sujet: SujetDeDoublon, ligne: Ligne): Ligne =>
  sujet === 'agent'
    ? clesAgent(ligne as unknown as Parameters<typeof clesAgent>[0])
    : clesEtablissement(ligne as unknown as Parameters<typeof clesEtablissement>[0])

/** « 2 affectations », « 1 lettre de mission »: what passes to the kept record, the most numerous first. */
export function decrireLiens(liens: readonly Lien[]): string[] {
  const comptes = new Map<string, number>()
  for (const { table } of liens) comptes.set(table, (comptes.get(table) ?? 0) + 1)
  return [...comptes]
    .toSorted(([, a], [, b]) => b - a)
    .map(([table, nombre]) => {
      const genre = genresDeFiche[table]
      return `${formatNombre(nombre)} ${(nombre > 1 ? genre?.plusieurs : genre?.un) ?? table}`
    })
}
