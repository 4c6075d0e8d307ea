import { grouperPar } from '../../../shared/grouper'
import type { journalContract, ReglagesJournal, VersionDeFiche } from '../../../shared/domain/journal/journal.contract'
import { alleger, entretenir, tailles } from '../../database/journal/allegement'
import { changementsDesFichesDe } from '../../database/journal/empreinte'
import { derniereAnnulable, derniereRetablissable } from '../../database/journal/etapes'
import { derniereEtapeAu } from '../../database/journal/passe'
import { verifierJournal } from '../../database/journal/verifier'
import { finDuJour, premierJour } from '../../register/au-passe'
import type { Context } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { Affichage } from './affichage'
import { annuler, etapeOuRefus } from './annuler'
import { instantIlYA, listerCorbeille, sortirDeCorbeille } from './corbeille'
import { historique, presenter, versionsDe } from './historique'
import { countEtapes, listEtapes, readReglages, updateReglages } from './journal.queries'
import { exigerTable, restaurer } from './restaurer'

/** A step of thousands of records is told by its first ones. */
const detailMaximal = 500

export const journalHandlers = {
  'journal.lister': (context, { avantSeq, limite }) => {
    const { sqlite } = context.session.required
    const affichage = new Affichage(sqlite)
    const derniere = derniereVue(context)
    const etapes = listEtapes(sqlite, avantSeq ?? (derniere === null ? null : derniere + 1), limite + 1)
    const [annulable, retablissable] = [derniereAnnulable(sqlite), derniereRetablissable(sqlite)]
    return Promise.resolve({
      etapes: etapes.slice(0, limite).map((etape) => affichage.etape(etape)),
      suite: etapes.length > limite,
      annulable: annulable && affichage.etape(annulable),
      retablissable: retablissable && affichage.etape(retablissable),
      commenceLe: premierJour(sqlite),
    })
  },

  'journal.detailler': (context, { seq }) => {
    const { sqlite } = context.session.required
    const { premierChangement, dernierChangement } = etapeOuRefus(context, seq)
    const affichage = new Affichage(sqlite)
    const fiches = grouperPar(
      changementsDesFichesDe(sqlite, premierChangement, dernierChangement),
      ({ ficheNum }) => ficheNum,
    )
    return Promise.resolve(
      [...fiches.values()].slice(0, detailMaximal).flatMap(([premier]) => {
        if (!premier) return []
        const { tableNom: table, ligneId: id } = premier
        const version = versionsDe(sqlite, affichage, table, id).find(({ etape }) => etape.seq === seq)
        return version ? [presenter(affichage, { table, id, principale: true }, version)] : []
      }),
    )
  },

  'journal.annuler': async (context, { etapeSeq, avecSuivantes }) => {
    const { sqlite } = context.session.required
    const choisir = () => (etapeSeq === undefined ? derniereAnnulable(sqlite) : etapeOuRefus(context, etapeSeq))
    const result = await annuler(context, choisir, { vide: 'Il n’y a rien à annuler.', avecSuivantes })
    entretenirApres(context)
    return result
  },

  'journal.retablir': async (context, { etapeSeq }) => {
    const { sqlite } = context.session.required
    const choisir = () => (etapeSeq === undefined ? derniereRetablissable(sqlite) : etapeOuRefus(context, etapeSeq))
    return annuler(context, choisir, { vide: 'Il n’y a rien à rétablir.', avecSuivantes: false })
  },

  'journal.historique': (context, { table, id, avecLiens }) => {
    exigerTable(table)
    const { sqlite } = context.session.required
    const affichage = new Affichage(sqlite)
    const ids = affichage.identifiants(table, id)
    return Promise.resolve(
      jusquAuJour(
        context,
        ids.flatMap((un) => historique(sqlite, affichage, table, un, avecLiens)),
      ),
    )
  },

  'journal.cellule': (context, { table, id, champ }) => {
    exigerTable(table)
    const { sqlite } = context.session.required
    const versions = jusquAuJour(context, historique(sqlite, new Affichage(sqlite), table, id, false))
    return Promise.resolve(
      versions.flatMap((version) => {
        const valeurs = version.valeurs.filter((valeur) => valeur.champ === champ)
        return valeurs.length > 0 ? [{ ...version, valeurs }] : []
      }),
    )
  },

  'journal.restaurer': (context, { table, id, champ, etapeSeq }) =>
    context.db.transaction().execute(() => Promise.resolve(restaurer(context, { table, id, etapeSeq, champ }))),

  'journal.corbeille': (context) => Promise.resolve(listerCorbeille(context)),

  'journal.sortirDeCorbeille': (context, { table, id }) =>
    context.db.transaction().execute(() => Promise.resolve(sortirDeCorbeille(context, table, id))),

  'journal.reglages': ({ session }) => Promise.resolve(readReglages(session.required.sqlite)),

  'journal.modifierReglages': ({ session }, champs) => {
    updateReglages(session.required.sqlite, champs as Partial<ReglagesJournal>)
    return Promise.resolve(readReglages(session.required.sqlite))
  },

  'journal.alleger': ({ session, now }) => {
    const { sqlite, journal, passes } = session.required
    const avantOctets = tailles(sqlite).fichier
    passes.close()
    const etapes = alleger(sqlite, journal, { avant: instantIlYA(now(), readReglages(sqlite).allegerApresJours), now })
    sqlite.exec('VACUUM')
    return Promise.resolve({ etapes: etapes.length, avantOctets, apresOctets: tailles(sqlite).fichier })
  },

  'journal.verifier': ({ session }) => {
    const { sqlite } = session.required
    return Promise.resolve({ alteration: verifierJournal(sqlite), etapes: countEtapes(sqlite) })
  },
} satisfies HandlersOf<typeof journalContract>

/** Number of the last step of the day that is looked at; null in the present. */
const derniereVue = ({ session, auJour }: Pick<Context, 'session' | 'auJour'>): number | null =>
  auJour === undefined ? null : (derniereEtapeAu(session.required.sqlite, finDuJour(auJour))?.seq ?? 0)

/** What had happened by the day that is looked at: the past does not tell what followed. */
function jusquAuJour(context: Context, versions: VersionDeFiche[]): VersionDeFiche[] {
  const derniere = derniereVue(context)
  return versions
    .filter(({ etape }) => derniere === null || etape.seq <= derniere)
    .sort((a, b) => b.etape.seq - a.etape.seq || Number(b.principale) - Number(a.principale))
}

/** After an undo, the only thing that makes the journal heavier than the register: see `entretenir`. */
function entretenirApres({ session, now }: Context): void {
  const { sqlite, journal, passes } = session.required
  if (sqlite.inTransaction) return
  if (entretenir(sqlite, journal, now, 3)) passes.close()
}
