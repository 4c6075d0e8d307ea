import { AppError } from '../../../shared/app-error'
import { doublonsDAgents } from '../../../shared/domain/doublon/agents'
import type { doublonContract, FicheDePaire, PaireAffichee } from '../../../shared/domain/doublon/doublon.contract'
import { ordonnerPaire, sujetsDeDoublon, type SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import { doublonsDEtablissements } from '../../../shared/domain/doublon/etablissements'
import { champsCalcules, libelleChamp } from '../../../shared/domain/journal/champs'
import { afficherValeur } from '../../../shared/domain/journal/valeurs'
import { genresDeFiche, type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import { estBloque } from '../../../shared/constat'
import { Lignes } from '../../database/journal/lignes'
import type { Reader } from '../../database/tables'
import type { HandlersOf } from '../../register/handler'
import {
  deleteEcartesDe,
  insertEcarte,
  listAgentsCompares,
  listEcartes,
  listEtablissementsCompares,
} from './doublon.queries'
import { appliquer, decrireLiens, regler, type Paire } from './fusion'
import { liensVers } from './liens'

export const doublonHandlers = {
  'doublon.lister': async ({ db, session }, { sujet }) => {
    const lignes = new Lignes(session.required.sqlite)
    const paires: PaireAffichee[] = []
    for (const each of sujet === undefined ? sujetsDeDoublon : [sujet]) {
      const ecartes = new Set(
        (await listEcartes(db, each)).map(({ premierId, secondId }) => `${premierId} ${secondId}`),
      )
      for (const { premierId, secondId, raison } of await chercher(db, each)) {
        if (ecartes.has(`${premierId} ${secondId}`)) continue
        const [premier, second] = [fiche(lignes, each, premierId), fiche(lignes, each, secondId)]
        paires.push({ sujet: each, raison, premier, second })
      }
    }
    return paires
  },

  'doublon.comparer': async ({ db, session }, paire) => {
    const lignes = new Lignes(session.required.sqlite)
    const [garde, retire] = [lire(lignes, paire.sujet, paire.gardeId), lire(lignes, paire.sujet, paire.retireId)]
    return {
      garde: fiche(lignes, paire.sujet, paire.gardeId),
      retire: fiche(lignes, paire.sujet, paire.retireId),
      champs: comparer(lignes, paire.sujet, garde, retire),
      liens: decrireLiens(liensVers(session.required.sqlite, lignes, paire.sujet, paire.retireId)),
      constats: (await regler(db, paire)).constats,
    }
  },

  'doublon.fusionner': async (context, { reprendre, ...paire }) =>
    context.db.transaction().execute(async (db) => {
      const { sqlite } = context.session.required
      const lignes = new Lignes(sqlite)
      const [garde, retire] = [fiche(lignes, paire.sujet, paire.gardeId), fiche(lignes, paire.sujet, paire.retireId)]
      refuserChamps(lignes, paire, reprendre)
      const reglement = await regler(db, paire)
      if (estBloque(reglement.constats))
        throw new AppError(
          'forbidden',
          `${reglement.constats.find(({ gravite }) => gravite === 'bloquant')?.message ?? ''} La fusion n’a pas eu lieu, rien n’a changé.`,
        )
      const liens = liensVers(sqlite, lignes, paire.sujet, paire.retireId)
      await deleteEcartesDe(db, paire.sujet, paire.retireId)
      appliquer(lignes, paire, { liens, reglement, reprendre })
      context.etape.phrase = `Fusion de deux fiches : ${garde.libelle}, qui reprend ${retire.libelle}`
      return { id: paire.gardeId, liens: liens.length }
    }),

  'doublon.ecarter': async ({ db, newId, session, etape }, { sujet, ids: [a, b] }) =>
    db.transaction().execute(async (db) => {
      if (a === b) throw new AppError('invalid', 'Deux fiches différentes sont attendues.')
      const lignes = new Lignes(session.required.sqlite)
      etape.phrase = `Mise à part de deux fiches qui ne sont pas des doublons : ${fiche(lignes, sujet, a).libelle} et ${fiche(lignes, sujet, b).libelle}`
      await insertEcarte(db, { id: newId(), sujet, ...ordonnerPaire(a, b) })
      return null
    }),
} satisfies HandlersOf<typeof doublonContract>

const chercher = async (db: Reader, sujet: SujetDeDoublon) =>
  sujet === 'agent'
    ? doublonsDAgents(await listAgentsCompares(db))
    : doublonsDEtablissements(await listEtablissementsCompares(db))

function lire(lignes: Lignes, sujet: SujetDeDoublon, id: string): Ligne {
  const ligne = lignes.lire(sujet, id)
  if (!ligne) throw new AppError('notFound', 'Cette fiche n’est plus dans le registre.')
  return ligne
}

function fiche(lignes: Lignes, sujet: SujetDeDoublon, id: string): FicheDePaire {
  const ligne = lire(lignes, sujet, id)
  const references = lignes.references(sujet)
  const ecrire = (champ: string): string => afficherValeur({ table: sujet, champ, ligne }, references, lignes.lire)
  const champs = sujet === 'agent' ? ['courriel', 'statutId', 'corpsId'] : ['commune', 'type', 'etat']
  return {
    id,
    libelle: genresDeFiche[sujet]?.libelle(ligne, lignes.lire) ?? '',
    detail: champs
      .map(ecrire)
      .filter((valeur) => valeur !== '—')
      .join(' · '),
  }
}

const estVide = (valeur: unknown): boolean => valeur === null || valeur === ''

function comparer(lignes: Lignes, sujet: SujetDeDoublon, garde: Ligne, retire: Ligne) {
  const references = lignes.references(sujet)
  const ecrire = (champ: string, ligne: Ligne): string =>
    afficherValeur({ table: sujet, champ, ligne }, references, lignes.lire)
  return champsDe(lignes, sujet).map((champ) => ({
    champ,
    libelle: libelleChamp(sujet, champ) ?? champ,
    garde: ecrire(champ, garde),
    retire: ecrire(champ, retire),
    differe: garde[champ] !== retire[champ],
    aReprendre: estVide(garde[champ]) && !estVide(retire[champ]),
  }))
}

/** What can be chosen: everything but the identifier and what is computed. */
const champsDe = (lignes: Lignes, sujet: SujetDeDoublon): string[] =>
  lignes.colonnes(sujet).filter((champ) => champ !== 'id' && !champsCalcules.has(champ))

function refuserChamps(lignes: Lignes, { sujet, gardeId, retireId }: Paire, reprendre: readonly string[]): void {
  if (gardeId === retireId) throw new AppError('invalid', 'Deux fiches différentes sont attendues.')
  const connus = champsDe(lignes, sujet)
  const inconnu = reprendre.find((champ) => !connus.includes(champ))
  if (inconnu !== undefined) throw new AppError('invalid', `« ${inconnu} » n’est pas un champ de ces fiches.`)
}
