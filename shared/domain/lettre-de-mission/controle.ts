import { type Constat, constater } from '../../constat'
import { ajouterJours, formatJour } from '../../dates'
import { estLAgent, type ReglesDeSignature } from './case-de-signature'
import { type DossierLettre, type EtablissementCite, heuresReparties, uniteHeures } from './dossier'
import type { Academie } from '../parametres/academie'
import { modeleDe } from '../modele-lettre/choix'
import { controlerChamps } from '../modele-lettre/controle'
import type { ModeleLu } from '../modele-lettre/modele-lettre'
import { estFigee } from './etats'
import { controlerLettre, type LettreAControler, type ParametresLettre } from './regles'

/** Usage, not law: 36 weeks of teaching a year, a month to sign (metier.md § 3.4, § 9.4). */
export const usages = { semainesParAn: 36, delaiSignatureJours: 30 } as const

/** Teaching weeks of a year. */
export const { semainesParAn } = usages

const nommerOperation = ({ numero, intitule }: { numero: string; intitule: string }): string =>
  `${numero} – ${intitule}`

function aControler(dossier: DossierLettre, regles: ReglesDeSignature): LettreAControler {
  const { lettre, agent, domaines, etablissements, signataires, fse, autresFse, role, autres } = dossier
  return {
    ...lettre,
    agent,
    uniteHeures: uniteHeures(dossier),
    heuresDomaines: heuresReparties(dossier) === null ? [] : domaines.map(({ heures }) => heures),
    nombreEtablissements: etablissements.length,
    signataires: signataires.map((ligne) => ({ ...ligne, agent: estLAgent(ligne, regles) })),
    partsFse: fse.map((part) => ({
      ...part,
      operation: nommerOperation(part),
      horsAnnexe: part.operationAgents.length > 0 && !part.operationAgents.includes(lettre.agentId),
      operationTerminee: part.operationEtat === 'terminee' || part.operationEtat === 'soldee',
    })),
    autresPartsFse: autresFse.map((part) => ({ ...part, operation: nommerOperation(part) })),
    quotites: [
      { debutLe: lettre.dateEffetLe, finLe: lettre.finLe, quotite: lettre.quotite, libelle: role.libelle },
      ...autres,
    ],
    autresActives: lettre.active === 1 ? autres.filter(({ roleId }) => roleId === lettre.roleId).length : 0,
  }
}

/** What only the cited records tell: a closed établissement, a corps or a signatory that is missing. */
function controlerCitations({ lettre, agent, etablissements, residence, signataires }: DossierLettre): Constat[] {
  const ferme = ({ nom, uai, fermeLe }: EtablissementCite, role: string, champ: string): Constat[] =>
    fermeLe === null || fermeLe > lettre.finLe
      ? []
      : [
          constater(
            'lettre.ferme',
            'alerte',
            `${role}${nom} (${uai}) est fermé depuis le ${formatJour(fermeLe)}.`,
            champ,
          ),
        ]
  return [
    ...etablissements.flatMap((etablissement) => ferme(etablissement, '', 'etablissements')),
    ...(residence === null ? [] : ferme(residence, 'Résidence administrative : ', 'residenceId')),
    ...(signataires.length > 0
      ? []
      : [constater('lettre.signataires', 'alerte', 'La lettre n’a aucun signataire.', 'signataires')]),
    ...(agent.corps !== null
      ? []
      : [
          constater(
            'lettre.corps',
            'information',
            'Le corps de l’agent n’est pas connu : la lettre ne le mentionne pas.',
            'corps',
          ),
        ]),
  ]
}

/** A text of reference that is not in force when the letter takes effect, with the one to cite instead. */
function controlerVisas({ lettre, visas }: DossierLettre): Constat[] {
  if (estFigee(lettre.etat)) return []
  return visas.flatMap(({ etat, libelle, abrege, finLe, remplacant }) => {
    if (etat === 'enVigueur') return []
    const nom = `Visa « ${abrege ?? libelle} »`
    const depuis = finLe === null ? '' : ` depuis le ${formatJour(ajouterJours(finLe, 1))}`
    const quoi =
      etat === 'aVenir'
        ? `n’est pas encore en vigueur au ${formatJour(lettre.dateEffetLe)}`
        : `n’est plus en vigueur${depuis}`
    const suite = remplacant === null ? '' : ` : ${remplacant.libelle} le remplace`
    return [constater('lettre.visa', 'alerte', `${nom} : ce texte ${quoi}${suite}.`, 'visas')]
  })
}

/** What the findings on a letter need besides: the académie's settings, and the models of letter. */
export interface CadreDeControle {
  academie: Academie
  modeles: readonly ModeleLu[]
}

/** Everything to say about a letter and what it cites, the gravest first. */
export function controlerDossier(
  dossier: DossierLettre,
  { academie, modeles }: CadreDeControle,
  aujourdhui: string,
): Constat[] {
  const parametres: ParametresLettre = { ...usages, toleranceHeures: academie.toleranceHeures, aujourdhui }
  const rang = { bloquant: 0, alerte: 1, information: 2 }
  const modele = modeleDe(modeles, dossier.lettre.modele)
  const constats = [
    ...controlerLettre(aControler(dossier, modele.contenu), parametres),
    ...controlerCitations(dossier),
    ...controlerVisas(dossier),
  ]
  const dejaDits = new Set(constats.map(({ champ }) => champ))
  const vides = controlerChamps(dossier, academie, modele).filter(
    ({ champ }) => champ === undefined || !dejaDits.has(champ),
  )
  return [...constats, ...vides].sort((a, b) => rang[a.gravite] - rang[b.gravite])
}
