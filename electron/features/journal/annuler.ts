import { AppError } from '../../../shared/app-error'
import { parentDe } from '../../../shared/domain/journal/fiches'
import { genresDeFiche } from '../../../shared/domain/journal/fiches.donnees'
import type { LieuDuChangement, ResultatAnnulation } from '../../../shared/domain/journal/journal.contract'
import { formatNombre } from '../../../shared/nombres'
import { citer } from '../../../shared/typographie'
import { annulerEtape, type Annulee, Incompatibles, type Refus } from '../../database/journal/annulation'
import type { EtapeRow } from '../../database/journal/empreinte'
import { effets, estFondatrice, findEtape } from '../../database/journal/etapes'
import type { Obstacle } from '../../database/journal/inverse'
import { contenuIntact } from '../../database/journal/verifier'
import { commandesEnCours } from '../../register/commandes-en-cours'
import type { Context } from '../../register/context'
import { Affichage } from './affichage'
import { versionsDe } from './historique'

/** Imports: what was edited since is kept, the rest is undone. */
const imports = new Set(['importation.executer', 'annuaire.importer'])

/** Carries the refusal out of the transaction, which rolls back what was undone on the way. */
class Refusee extends Error {
  constructor(readonly refus: Refus) {
    super('refused')
  }
}

/** Undoes (or does again, when the step is an undoing) in one transaction. */
export async function annuler(
  context: Context,
  choisir: () => EtapeRow | null,
  { vide, avecSuivantes }: { vide: string; avecSuivantes: boolean },
): Promise<ResultatAnnulation> {
  refuserPendantUnLongTravail()
  const { sqlite, journal } = context.session.required
  const incompatibles = new Map<number, Obstacle[]>()
  const essayer = (): Promise<Annulee[]> =>
    context.db.transaction().execute(() => {
      const etape = choisir()
      if (!etape) throw new AppError('forbidden', vide)
      refuserEtape(context, etape)
      const result = annulerEtape(sqlite, journal, etape, {
        ...{ avecSuivantes, incompatibles, now: context.now },
        garder: ({ operation }) => imports.has(operation),
        operation: etape.nature === 'annulation' ? 'journal.retablir' : 'journal.annuler',
      })
      if (!Array.isArray(result)) throw new Refusee(result)
      return Promise.resolve(result)
    })
  for (;;) {
    try {
      return resultat(sqlite, new Affichage(sqlite), await essayer())
    } catch (error) {
      if (error instanceof Refusee) return refus(new Affichage(sqlite), error.refus)
      if (!(error instanceof Incompatibles) || incompatibles.has(error.seq)) throw error
      incompatibles.set(error.seq, error.obstacles)
    }
  }
}

/** An undo asked during an import would wait for it, then undo the import itself: said, and nothing is done. */
function refuserPendantUnLongTravail(): void {
  if (![...commandesEnCours].some(({ long }) => long)) return
  throw new AppError(
    'conflict',
    'Un travail est en cours dans le registre : rien n’a été annulé. Attendez sa fin, ou arrêtez-le, puis recommencez.',
  )
}

function refuserEtape({ session }: Context, etape: EtapeRow): void {
  const { sqlite } = session.required
  const nom = `L’étape ${String(etape.seq)} (${citer(etape.phrase)})`
  if (estFondatrice(etape))
    throw new AppError('forbidden', 'La création du registre ne s’annule pas : rien n’a changé.')
  if (!effets(sqlite).tient(etape.seq)) throw new AppError('forbidden', `${nom} est déjà annulée : rien n’a changé.`)
  if (etape.allegee === 1)
    throw new AppError('forbidden', `${nom} a été allégée : son contenu n’est plus dans le journal. Rien n’a changé.`)
  if (etape.fiches === 0)
    throw new AppError('forbidden', `${nom} n’a rien changé dans les fiches : il n’y a rien à annuler.`)
  if (!contenuIntact(sqlite, etape)) {
    throw new AppError(
      'unavailable',
      `${nom} a été modifiée après coup dans le journal : l’annuler n’est pas sûr. Rien n’a changé ; lancez la vérification du registre.`,
    )
  }
}

export function etapeOuRefus({ session }: Context, seq: number): EtapeRow {
  const etape = findEtape(session.required.sqlite, seq)
  if (!etape) throw new AppError('notFound', `Le journal n’a pas d’étape ${String(seq)}.`)
  return etape
}

type Sqlite = Context['session']['required']['sqlite']

/** How many of the changed rows the window is told of, to mark them. */
const montreesAuPlus = 2000

/** Where what was done to some rows is to be seen: the first record that has a page, or a row of it. */
function lieuDe(
  sqlite: Sqlite,
  affichage: Affichage,
  toutes: readonly { table: string; id: string }[],
): LieuDuChangement | null {
  const cherchees = toutes.filter(({ table }) => genresDeFiche[table]?.accessoire !== true)
  const fiches = cherchees.length > 0 ? cherchees : toutes
  const racines = fiches.map(({ table, id }) => affichage.racine(table, id))
  const rang = Math.max(
    0,
    fiches.findIndex(({ id }, index) => racines[index]?.id === id),
  )
  const [fiche, racine] = [fiches[rang], racines[rang]]
  if (!fiche || !racine) return null
  const [derniere] = versionsDe(sqlite, affichage, fiche.table, fiche.id)
  const valeurs =
    derniere?.avant && derniere.apres ? affichage.valeurs(fiche.table, derniere.avant, derniere.apres) : []
  const parents = fiches
    .slice(0, montreesAuPlus)
    .flatMap(({ table, id }) => (genresDeFiche[table]?.parent && parentDe(table, affichage.lire(table, id))) ?? [])
  const reperes = [...fiches.slice(0, montreesAuPlus), ...parents, ...racines].map(({ id }) => id)
  return {
    ...affichage.fiche(fiche.table, fiche.id),
    champs: valeurs.map(({ champ }) => champ),
    liste: racine.table,
    plusieurs: racines.some(({ table, id }) => table !== racine.table || id !== racine.id),
    repere: affichage.repere(fiche.table, fiche.id),
    anneeId: affichage.annee(fiche.table, fiche.id),
    montrees: [...new Set(reperes)].slice(0, montreesAuPlus),
  }
}

function resultat(sqlite: Sqlite, affichage: Affichage, faites: readonly Annulee[]): ResultatAnnulation {
  const fiches = faites.flatMap((faite) => faite.fiches)
  const gardees = faites.flatMap((faite) => faite.gardees)
  const derniere = faites.at(-1)
  const mot = derniere?.etape.nature === 'annulation' ? 'Rétabli' : 'Annulé'
  const phrase = derniere?.etape.phrase.replace(/^(Annulation|Rétablissement) : /, '') ?? ''
  return {
    fait: true,
    etapes: faites.map(({ etape }) => affichage.etape(etape)),
    phrase: `${mot} : ${phrase}${gardees.length === 0 ? '' : ` (${direGardees(gardees)})`}`,
    fiches: fiches.length,
    ou: lieuDe(sqlite, affichage, derniere?.fiches ?? []),
    gardees: gardees.map((obstacle) => affichage.gardee(obstacle)),
  }
}

/** Rows that stay with their record are listed, not counted. */
function direGardees(gardees: Annulee['gardees']): string {
  const comptees = gardees.filter(({ raison }) => raison !== 'rattachee')
  const un = comptees.length === 1
  const utilisees = comptees.some(({ raison }) => raison === 'citee')
  const pourquoi = `${un ? 'modifiée' : 'modifiées'}${utilisees ? ` ou ${un ? 'utilisée' : 'utilisées'}` : ''} depuis`
  return `${formatNombre(comptees.length)} ${un ? 'fiche gardée' : 'fiches gardées'}, ${pourquoi}`
}

function refus(affichage: Affichage, { etape, obstacles, suivantes }: Refus): ResultatAnnulation {
  const empechees = obstacles.map((obstacle) => affichage.gardee(obstacle))
  const [premiere] = empechees
  const reste = empechees.length - 1
  const cause = premiere
    ? `${premiere.raison}${reste > 0 ? `, et ${String(reste)} ${reste > 1 ? 'autres fiches' : 'autre fiche'} de même` : ''}`
    : ''
  const suite =
    suivantes.length === 0
      ? 'Rien n’a changé.'
      : `Rien n’a changé : annulez d’abord ${suivantes
          .map(({ seq, phrase }) => `l’étape ${String(seq)} (${citer(phrase)})`)
          .slice(0, 5)
          .join(', ')}.`
  return {
    fait: false,
    raison: `${citer(etape.phrase)} ne peut pas être ${etape.nature === 'annulation' ? 'rétablie' : 'annulée'} : ${cause}. ${suite}`,
    suivantes: suivantes.map((suivante) => affichage.etape(suivante)),
    empechees,
  }
}
