import { SqliteError } from 'better-sqlite3'
import { AppError } from '../../../shared/app-error'
import { formatJour } from '../../../shared/dates'
import { champsDeduits } from '../../../shared/domain/journal/calculs'
import { libelleChamp } from '../../../shared/domain/journal/champs'
import { genresDeFiche, type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import type { FicheDesignee } from '../../../shared/domain/journal/journal.contract'
import { champSeRestaure, refusDeRestaurer, seRestaure } from '../../../shared/domain/journal/restauration'
import { phraseDeRefus } from '../../../shared/domain/journal/refus'
import { estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { citer } from '../../../shared/typographie'
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
  if (!seRestaure(table) || (champ !== undefined && !champSeRestaure(table, champ)))
    throw new AppError('forbidden', refusDeRestaurer)
  const restaures = Object.entries(version).filter(([nom]) => champSeRestaure(table, nom))
  const champs: Ligne =
    actuelle === null ? version : champ === undefined ? Object.fromEntries(restaures) : { [champ]: version[champ] }
  if (actuelle === null) refuserSiFigee(affichage, table, version, version)
  const avertissements = verifierReferences(affichage, table, champs)
  const voulue = { ...actuelle, ...champs, ...champsDeduits(table, { ...actuelle, ...champs }) }
  refuserDoublon(affichage, table, voulue)
  ecrire(() => {
    if (actuelle) affichage.lignes.modifier(table, id, voulue)
    else affichage.lignes.inserer(table, voulue)
  })
  const fiche = affichage.fiche(table, id)
  const quoi = champ === undefined ? '' : ` : ${(libelleChamp(table, champ) ?? champ).toLocaleLowerCase('fr')}`
  courante.phrase = `Restauration ${genresDeFiche[table]?.du ?? ''} ${genresDeFiche[table]?.libelle(version, affichage.lire) ?? ''}${quoi}`
  return { fiche, avertissements }
}

/** Identifier of the letter that a row is or belongs to; empty for any other row. */
function lettreDe(table: string, ligne: Ligne): string {
  const id = table === 'lettreDeMission' ? ligne['id'] : ligne['lettreId']
  return typeof id === 'string' ? id : ''
}

export function exigerTable(table: string): void {
  if (!genresDeFiche[table]) throw new AppError('notFound', 'Le journal ne connaît pas ce genre de fiche.')
}

/** Another record took since a value that must be unique. */
export function refuserDoublon(affichage: Affichage, table: string, ligne: Ligne): void {
  const autre = affichage.lignes.doublon(table, ligne)
  if (!autre) return
  const cause = {
    ...{ table, raison: 'doublon' as const, champs: autre.champs },
    libelle: affichage.fiche(table, String(ligne['id']), ligne).libelle,
    autre: affichage.fiche(table, autre.id).libelle,
  }
  throw new AppError('conflict', `${phraseDeRefus(cause)}. Rien n’a changé.`)
}

/** A value that was right among those of its time may not be among those of today. */
function ecrire(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!(error instanceof SqliteError) || error.code !== 'SQLITE_CONSTRAINT_CHECK') throw error
    throw new AppError(
      'forbidden',
      'Cette valeur ne va plus avec les autres valeurs de la fiche : rétablissez la version entière, ou corrigez-les à la main. Rien n’a changé.',
      { cause: error },
    )
  }
}

/** A letter that somebody signed changes by an avenant only, even to be put back as it was. */
function refuserSiFigee(
  affichage: Affichage,
  table: string,
  ligne: Ligne,
  lue: Ligne | null = affichage.lignes.lire('lettreDeMission', lettreDe(table, ligne)),
): void {
  const lettre = table === 'lettreDeMission' || lettreDe(table, ligne) !== '' ? lue : null
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
        `Cette version se rapporte à ${citer(nom ?? 'une fiche')}, qui n’est plus dans le registre : sortez-la d’abord de la corbeille. Rien n’a changé.`,
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
