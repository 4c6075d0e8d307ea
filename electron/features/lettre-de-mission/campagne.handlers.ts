import { AppError } from '../../../shared/app-error'
import type { AcceptationDeCampagne, campagneContract } from '../../../shared/domain/campagne/campagne.contract'
import { adapterAuService } from '../../../shared/domain/campagne/adaptation'
import {
  acceptables,
  type Decision,
  type GenreProposition,
  genresProposition,
  lignesDe,
} from '../../../shared/domain/campagne/proposition'
import type { NouvelleLettre } from '../../../shared/domain/lettre-de-mission/creation'
import { rangSuivant, referenceSuivante } from '../../../shared/domain/lettre-de-mission/creation'
import { planifierLignes } from '../../../shared/domain/lettre-de-mission/lignes'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import type { Database } from '../../database/tables'
import type { Context } from '../../register/context'
import type { HandlersOf } from '../../register/handler'
import { preparerCampagne, presenter, type CampagneLue } from './campagne'
import { deleteRaison, getAnnee, insertRaison, listMembres } from './campagne.queries'
import { insertNouvelleLettre, listReferences } from './creation.queries'
import { getDossier } from './dossiers.queries'
import { respirer } from './en-lot'
import { applyPlan, getAcademie, listEnfantsDe, updateLettre } from './lettre-de-mission.queries'
import { ecrireAvenant } from './vie.handlers'

export const campagneHandlers = {
  'campagne.lire': async (context, { anneeId }) => {
    const campagne = await preparerCampagne(context.db, anneeId, context)
    const aujourdhui = context.today()
    const montrer = presenter(campagne, aujourdhui)
    return {
      anneeId,
      precedenteId: campagne.precedenteId,
      rentreeLe: campagne.rentreeLe,
      aujourdhui,
      propositions: campagne.decisions
        .map(montrer)
        .sort((a, b) => rang(a.genre) - rang(b.genre) || comparer(a.agent, b.agent)),
    }
  },

  'campagne.accepter': async (context, { anneeId, cles }) =>
    context.db.transaction().execute(async (db) => {
      const choisies = [...new Set(cles)]
      await respirer(context, 0, choisies.length)
      const campagne = await preparerCampagne(db, anneeId, context)
      const parCle = new Map(campagne.decisions.map((decision) => [decision.cle, decision]))
      const resultat: AcceptationDeCampagne = { creees: [], corrigees: [], refusees: [] }
      const ecriture: Ecriture = { db, campagne, resultat, context, rang: null }
      for (const [rang, cle] of choisies.entries()) {
        await respirer(context, rang, choisies.length)
        await accepter(ecriture, parCle.get(cle))
      }
      const ecrites = resultat.creees.length + resultat.corrigees.length
      context.etape.phrase = `Campagne ${anneeId} : ${compte(ecrites, 'proposition acceptée', 'propositions acceptées')}`
      return resultat
    }),

  'campagne.expliquer': async ({ db, newId }, { raison, ...reste }) =>
    db.transaction().execute(async (db) => {
      await getAnnee(db, reste.anneeId)
      await deleteRaison(db, reste)
      if (raison !== null) await insertRaison(db, { ...reste, raison, id: newId() })
      return null
    }),
} satisfies HandlersOf<typeof campagneContract>

const comparer = new Intl.Collator('fr').compare
/** What is to be decided comes first, what is settled last. */
const rang = (genre: GenreProposition): number => genresProposition.indexOf(genre)

/** What the acceptance of each proposal shares. */
interface Ecriture {
  db: Database
  campagne: CampagneLue
  resultat: AcceptationDeCampagne
  context: Context
  /** Number of the next new letter's reference; null when it is to be read again. */
  rang: number | null
}

async function accepter(ecriture: Ecriture, decision: Decision | undefined): Promise<void> {
  const { db, campagne, resultat, context } = ecriture
  if (decision?.proposee == null || !acceptables.has(decision.genre)) {
    const dossier = decision?.actuelle ?? decision?.precedente
    resultat.refusees.push({
      agent: dossier ? nomAffiche(dossier.agent) : (decision?.service?.agentNom ?? 'Agent inconnu'),
      raison: decision?.raison || 'Rien n’est plus proposé pour cet agent : sa lettre est à jour.',
    })
    return
  }
  const { genre, proposee, actuelle } = decision
  if (genre === 'correction') {
    await corriger(db, proposee, context.newId)
    resultat.corrigees.push(proposee.lettre.id)
  } else if (genre === 'avenant' && actuelle) {
    resultat.creees.push(await amender(db, decision, context))
    // The avenant took a number of its own.
    ecriture.rang = null
  } else {
    const { anneeId, academie } = campagne
    const rang = ecriture.rang ?? rangSuivant(await listReferences(db, anneeId), academie.prefixeReference, anneeId)
    ecriture.rang = rang + 1
    const reference = referenceSuivante(academie.prefixeReference, anneeId, rang)
    await insertNouvelleLettre(db, { ...proposee, lettre: { ...proposee.lettre, reference } })
    resultat.creees.push(proposee.lettre.id)
  }
}

/** A draft brought to its service: only what changes is written. */
async function corriger(db: Database, { lettre, ...lignes }: NouvelleLettre, newId: () => string): Promise<void> {
  const { id, quotite, regimeId, residenceId, heuresDues, dateEffetLe, finLe } = lettre
  await updateLettre(db, id, { quotite, regimeId, residenceId, heuresDues, dateEffetLe, finLe })
  const domaines = lignes.domaines.map(({ id, lettreId, domaineId, heures, activites, ordre }) => ({
    ...{ id, lettreId, domaineId, heures, activites, ordre },
  }))
  const reseaux = lignes.reseaux.map(({ id, lettreId, reseauId }) => ({ id, lettreId, reseauId }))
  const etablissements = lignes.etablissements.map(
    ({ id, lettreId, etablissementId, natureId, volume, uniteVolume, gpds, ordre }) => ({
      ...{ id, lettreId, etablissementId, natureId, volume, uniteVolume, gpds, ordre },
    }),
  )
  const enDouble = 'La lettre cite deux fois la même chose. Rien n’a été enregistré.'
  await applyPlan(
    db,
    'lettreDomaine',
    planifierLignes(await listEnfantsDe(db, 'lettreDomaine', id), domaines, {
      cle: ({ domaineId }) => domaineId,
      enDouble,
      newId,
    }),
  )
  await applyPlan(
    db,
    'lettreReseau',
    planifierLignes(await listEnfantsDe(db, 'lettreReseau', id), reseaux, {
      cle: ({ reseauId }) => reseauId,
      enDouble,
      newId,
    }),
  )
  await applyPlan(
    db,
    'lettreEtablissement',
    planifierLignes(await listEnfantsDe(db, 'lettreEtablissement', id), etablissements, {
      cle: ({ etablissementId }) => etablissementId,
      enDouble,
      newId,
    }),
  )
}

/** An avenant to a signed letter, brought to the service; it takes effect today, or on the letter's first day. */
async function amender(db: Database, { actuelle, service }: Decision, context: Context): Promise<string> {
  if (!actuelle || !service)
    throw new AppError('unexpected', 'Un avenant se prépare sur une lettre et son affectation.')
  const { dateEffetLe, finLe } = actuelle.lettre
  const aujourdhui = context.today()
  const effetLe = aujourdhui < dateEffetLe ? dateEffetLe : aujourdhui > finLe ? finLe : aujourdhui
  const motif = 'Changement de l’affectation'
  const { lettre } = await ecrireAvenant(db, actuelle, { dateEffetLe: effetLe, motif }, context)
  const brouillon = await getDossier(db, lettre.id)
  const { toleranceHeures } = await getAcademie(db)
  const territoire = { membres: await listMembres(db, effetLe), toleranceHeures, newId: context.newId }
  const adapte = adapterAuService(lignesDe(brouillon), brouillon, service, territoire, {
    garderHeures: true,
    dates: false,
  })
  await corriger(db, adapte, context.newId)
  return lettre.id
}
