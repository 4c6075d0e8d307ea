import { formatJour, joursEntre, jourEnLettres } from '../../../shared/dates'
import type { Sujet } from '../../../shared/domain/courriel/choix'
import {
  type ChampCourriel,
  champsDuGenre,
  type GenreCourriel,
  type GenreDeSignataire,
  type TexteCourriel,
} from '../../../shared/domain/courriel/courriel'
import type { Pli } from '../../../shared/domain/envoi/pli'
import { attendDepuis, joursDuTour } from '../../../shared/domain/lettre-de-mission/attente'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { accorder, civiliteEcrite } from '../../../shared/domain/lettre-de-mission/genre'
import { rediger } from '../../../shared/domain/modele-lettre/redaction'
import { type TextesParDefaut, valeursLettre } from '../../../shared/domain/modele-lettre/valeurs'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Civilite } from '../../../shared/domain/agent/agent'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import { lieuDuPli, qualiteDestinataire } from './bordereau.documents'

type Champs = Readonly<Record<string, string>>
type Texte = Pick<TexteCourriel, 'objet' | 'corps'>

/** Texts that no message may name: the model's own words have no place in a message. */
const sansTextes: TextesParDefaut = {
  ...{ instances: '', moyens: '', suivi: '', activites: {} },
  ...{ mentionAgent: '', signataires: [] },
}

const texteDe = ({ lettre }: DossierLettre): string =>
  lettre.nature === 'avenant' ? nommerTexte(lettre).toLocaleLowerCase('fr') : 'lettre de mission'

/** Asked for as long as the agent's own signature is missing. */
function demandeDeSignature(dossier: DossierLettre, agentAttendu: boolean): string {
  if (!agentAttendu) return ''
  return dossier.lettre.nature === 'avenant'
    ? 'Il est à dater, à signer et à retourner au service.'
    : 'Elle est à dater, à signer et à retourner au service.'
}

/** What a message to an agent may say of their letter; '' for what is not known. */
export function valeursAgent(
  { dossier, rapport }: Sujet,
  academie: Academie,
  { aujourdhui, agentAttendu }: { aujourdhui: string; agentAttendu: boolean },
): Champs {
  const retard = rapport === null ? 0 : joursEntre(rapport.attenduLe, aujourdhui)
  return {
    ...valeursLettre(dossier, academie, sansTextes).champs,
    votreTexte: texteDe(dossier),
    aSigner: demandeDeSignature(dossier, agentAttendu),
    rapportAttendu: rapport === null ? '' : jourEnLettres(rapport.attenduLe),
    rapportRetard: retard > 0 ? compte(retard, 'jour') : '',
  }
}

function ligneDeListe(dossier: DossierLettre): string {
  const depuis = attendDepuis(dossier)
  const { agent, role } = dossier
  const attente = depuis === null ? '' : `, en attente depuis le ${formatJour(depuis)}`
  return `– ${nomAffiche(agent)}, ${accorder(role, agent.civilite)} : ${texteDe(dossier)}${attente}`
}

/** What is attached to a message to a signatory, and what comes back: an agent has their own letter, and no sheet. */
function direPieces({ portee, lettres }: Pli, genre: GenreDeSignataire): { piecesJointes: string; aRetourner: string } {
  const [premiere] = lettres
  if (portee === 'agent')
    return premiere?.lettre.nature === 'avenant'
      ? {
          piecesJointes: 'L’avenant est joint à ce message.',
          aRetourner: 'L’avenant, daté et signé, est à retourner au service.',
        }
      : {
          piecesJointes: 'La lettre est jointe à ce message.',
          aRetourner: 'La lettre, datée et signée, est à retourner au service.',
        }
  const une = lettres.length === 1
  const avecLettres = une ? 'La lettre et son bordereau de signature' : 'Les lettres et leur bordereau de signature'
  return {
    piecesJointes:
      genre === 'transmission'
        ? `${avecLettres} sont joints à ce message.`
        : 'Le bordereau de signature est joint à ce message.',
    aRetourner: `${une ? 'La lettre signée' : 'Les lettres signées'} et le bordereau visé sont à retourner au service.`,
  }
}

/** What a message to a signatory may say of all the letters that wait for them. */
export function valeursSignataire(
  pli: Pli,
  academie: Academie,
  { genre, aujourdhui }: { genre: GenreDeSignataire; aujourdhui: string },
): Champs {
  const [premiere] = pli.lettres
  const attente = Math.max(0, ...pli.lettres.map((dossier) => joursDuTour(dossier, aujourdhui) ?? 0))
  const qualite = qualiteDestinataire(pli, academie)
  return {
    ...(premiere && valeursLettre(premiere, academie, sansTextes).champs),
    appel: pli.portee === 'agent' ? civiliteEcrite(premiere?.agent.civilite ?? null) : 'Madame, Monsieur',
    signataire: [pli.nom, qualite, lieuDuPli(pli)].filter((mot) => mot !== '').join(', '),
    nombreLettres: compte(pli.lettres.length, 'lettre de mission', 'lettres de mission'),
    listeLettres: pli.lettres.map(ligneDeListe).join('\n'),
    attente: attente > 0 ? compte(attente, 'jour') : '',
    ...direPieces(pli, genre),
  }
}

/**
 * The subject and the text of one message, line by line: a line of which a field is empty is left out, as in letters, and
 * what would be several blank lines is one.
 */
export function redigerCourriel(
  genre: GenreCourriel,
  { objet, corps }: Texte,
  champs: Champs,
  civilite: Civilite | null,
): Texte {
  const connus = Object.fromEntries(champsDuGenre(genre).map(({ code }: ChampCourriel) => [code, champs[code] ?? '']))
  const lignes = corps.split(/\r?\n/u).flatMap((ligne) => rediger(ligne, connus, civilite).texte ?? [])
  return {
    objet: typographier(rediger(objet, connus, civilite).texte ?? sansChamps(objet)),
    corps: `${typographier(
      lignes
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim(),
    )}\n`,
  }
}

/** A subject always says something: what is not known is taken out of it. */
const sansChamps = (objet: string): string =>
  objet
    .replace(/\{[^{}]*\}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[ –-]+|[ –-]+$/gu, '')
