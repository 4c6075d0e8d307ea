import { delaiEnMots, urgenceDe } from '../../../shared/urgence'
import {
  echeanceDAction,
  grouperSignatures,
  jalonATraiter,
  parUrgence,
  type Constats,
  type Echeance,
} from '../../../shared/domain/aujourdhui/aujourdhui'
import { attendDepuis } from '../../../shared/domain/lettre-de-mission/attente'
import { periodeEnMots } from '../../../shared/domain/jalon/calendrier'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import { estACouvrir } from '../../../shared/domain/reseau/couverture'
import { perimetreParDefaut } from '../../../shared/domain/reseau/perimetre'
import { nomAffiche } from '../../../shared/text'
import type {
  ActionLue,
  countOuvertsParType,
  listContratsFinissant,
  listFinsFse,
  listLettresASigner,
  listMembresFoquale,
} from './aujourdhui.queries'

type Rows<Query extends (...parameters: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Query>>

/** How the record of an action is called, whatever its kind. */
function nomDeFiche(action: ActionLue): string {
  const personne = (nom: string | null, prenom: string | null): string =>
    nom === null ? '' : nomAffiche({ nom, prenom: prenom ?? '' })
  switch (action.sujet) {
    case 'agent':
      return personne(action.agentNom, action.agentPrenom)
    case 'lettreDeMission':
      return `Lettre ${action.lettreAnneeId ?? ''}, ${personne(action.lettreNom, action.lettrePrenom)}`
    case 'etablissement':
      return [action.etablissementNom, action.commune].filter(Boolean).join(', ')
    case 'reseau':
      return action.reseauNom ?? ''
    case 'operationFse':
      return action.intitule ?? ''
  }
}

/** Everything that has a day, late first. */
export function composerEcheances(
  faits: {
    actions: readonly ActionLue[]
    jalons: readonly Jalon[]
    contrats: Rows<typeof listContratsFinissant>
    finsFse: Rows<typeof listFinsFse>
  },
  aujourdhui: string,
): Echeance[] {
  return [
    ...faits.actions.map((action) => echeanceDAction(action, nomDeFiche(action), aujourdhui)),
    ...faits.jalons
      .filter((jalon) => jalonATraiter(jalon, aujourdhui))
      .map((jalon) => echeanceDeJalon(jalon, aujourdhui)),
    ...faits.contrats.map(({ id, nom, prenom, contratFinLe, abrege, libelle }): Echeance => ({
      id,
      genre: 'contrat',
      libelle: `Fin de contrat de ${nomAffiche({ nom, prenom })}`,
      detail: abrege ?? libelle ?? '',
      qui: '',
      pourLe: contratFinLe,
      urgence: urgenceDe(contratFinLe, aujourdhui),
      cible: { table: 'agent', id },
    })),
    ...faits.finsFse.map(({ id, numero, intitule, finLe }): Echeance => ({
      id,
      genre: 'finFse',
      libelle: `Fin de l’opération FSE « ${intitule} »`,
      detail: `n° ${numero}`,
      qui: '',
      pourLe: finLe,
      urgence: urgenceDe(finLe, aujourdhui),
      cible: { table: 'operationFse', id },
    })),
  ].toSorted(parUrgence)
}

const echeanceDeJalon = (jalon: Jalon, aujourdhui: string): Echeance => ({
  id: jalon.id,
  genre: 'jalon',
  libelle: jalon.libelle,
  detail:
    jalon.debutLe > aujourdhui
      ? `${periodeEnMots(jalon)}, commence ${delaiEnMots(jalon.debutLe, aujourdhui)}`
      : periodeEnMots(jalon),
  qui: jalon.qui,
  pourLe: jalon.finLe,
  urgence: urgenceDe(jalon.finLe, aujourdhui),
  cible: { table: 'jalon', id: jalon.id },
})

export const composerSignatures = (lettres: Rows<typeof listLettresASigner>) =>
  grouperSignatures(
    lettres.map(({ id, nom, prenom, envoyeeLe, signataire, dernierSigneLe }) => ({
      id,
      agent: nomAffiche({ nom, prenom }),
      depuisLe: attendDepuis({ lettre: { envoyeeLe }, signataires: [{ signeLe: dernierSigneLe }] }),
      signataire: signataire ?? 'Signataire à compléter',
    })),
  )

/** Those to cover less those covered: both by the rule that the list applies to each row. */
export function compterReseaux(
  ouverts: Rows<typeof countOuvertsParType>,
  membres: Rows<typeof listMembresFoquale>,
): Pick<Constats, 'sansReseau' | 'plusieursReseaux'> {
  const aCouvrir = ouverts
    .filter((groupe) => estACouvrir({ ...groupe, etat: 'ouvert' }, perimetreParDefaut))
    .reduce((total, { nombre }) => total + nombre, 0)
  const couverts = membres.filter((membre) => estACouvrir(membre, perimetreParDefaut)).length
  return { sansReseau: aCouvrir - couverts, plusieursReseaux: membres.filter(({ reseaux }) => reseaux > 1).length }
}
