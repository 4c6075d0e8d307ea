import { AppError } from '../../../shared/app-error'
import { formatJour } from '../../../shared/dates'
import { champsDeduits } from '../../../shared/domain/journal/calculs'
import { libelleChamp } from '../../../shared/domain/journal/champs'
import { genresDeFiche, type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import type { FicheDesignee } from '../../../shared/domain/journal/journal.contract'
import { estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Context } from '../../register/context'
import { Affichage } from './affichage'
import { versionsDe } from './historique'

interface Demande {
  table: string
  id: string
  etapeSeq: number
  champ: string | undefined
}

/** Puts one field, or a whole record, back as it was just after a step. In the caller's transaction. */
export function restaurer(
  { session, etape: courante }: Context,
  { table, id, etapeSeq, champ }: Demande,
): { fiche: FicheDesignee; avertissements: string[] } {
  const { sqlite } = session.required
  const affichage = new Affichage(sqlite)
  exigerTable(table)
  const version = versionsDe(sqlite, affichage, table, id).find(({ etape }) => etape.seq === etapeSeq)?.apres
  if (!version) throw new AppError('notFound', 'Cette version de la fiche n’est pas dans le journal : rien n’a changé.')
  const actuelle = affichage.lignes.lire(table, id)
  if (champ !== undefined && !(champ in version))
    throw new AppError('invalid', 'Cette fiche n’a pas ce champ : rien n’a changé.')
  refuserSiFigee(affichage, table, actuelle ?? version)
  const champs: Ligne = actuelle && champ !== undefined ? { [champ]: version[champ] } : version
  const avertissements = verifierReferences(affichage, table, champs)
  if (actuelle) affichage.lignes.modifier(table, id, { ...champs, ...champsDeduits(table, { ...actuelle, ...champs }) })
  else affichage.lignes.inserer(table, { ...version, ...champsDeduits(table, version) })
  const fiche = affichage.fiche(table, id)
  const quoi = champ === undefined ? '' : ` : ${(libelleChamp(table, champ) ?? champ).toLocaleLowerCase('fr')}`
  courante.phrase = `Restauration ${genresDeFiche[table]?.du ?? ''} ${genresDeFiche[table]?.libelle(version, affichage.lire) ?? ''}${quoi}`
  return { fiche, avertissements }
}

export function exigerTable(table: string): void {
  if (!genresDeFiche[table]) throw new AppError('notFound', 'Le journal ne connaît pas ce genre de fiche.')
}

/** A letter that somebody signed changes by an avenant only, even to be put back as it was. */
function refuserSiFigee(affichage: Affichage, table: string, ligne: Ligne): void {
  const lettreId = table === 'lettreDeMission' ? ligne['id'] : ligne['lettreId']
  const lettre = typeof lettreId === 'string' ? affichage.lignes.lire('lettreDeMission', lettreId) : null
  if (lettre && estFigee(lettre['etat'] as EtatLettre)) {
    throw new AppError(
      'forbidden',
      'Cette lettre est signée : elle ne se modifie plus, un changement demande un avenant. Rien n’a changé.',
    )
  }
}

/** What a version refers to must still exist; an établissement that has closed since is said. */
function verifierReferences({ lignes, lire }: Affichage, table: string, champs: Ligne): string[] {
  const avertissements: string[] = []
  for (const [colonne, cible] of Object.entries(lignes.references(table))) {
    const id = champs[colonne]
    if (typeof id !== 'string') continue
    const ligne = lignes.lire(cible, id)
    if (!ligne) {
      const ancienne = lire(cible, id)
      const nom = ancienne ? genresDeFiche[cible]?.libelle(ancienne, lire) : undefined
      throw new AppError(
        'forbidden',
        `Cette version se rapporte à « ${nom ?? 'une fiche'} », qui n’est plus dans le registre : sortez-la d’abord de la corbeille. Rien n’a changé.`,
      )
    }
    if (cible === 'etablissement' && ligne['etat'] === 'ferme') avertissements.push(phraseFerme(ligne))
  }
  return avertissements
}

function phraseFerme(ligne: Ligne): string {
  const depuis = typeof ligne['fermeLe'] === 'string' ? ` depuis le ${formatJour(ligne['fermeLe'])}` : ''
  return `L’établissement « ${String(ligne['nom'])} » (${String(ligne['uai'])}) est fermé${depuis} : la valeur est rétablie telle qu’elle était, choisissez-en un autre s’il y a lieu.`
}
