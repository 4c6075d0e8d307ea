import { estLAgent } from '../../../shared/domain/lettre-de-mission/case-de-signature'
import type { Sujet } from '../../../shared/domain/courriel/choix'
import {
  estPourSignataire,
  type GenreCourriel,
  type GenreDeSignataire,
  type TexteCourriel,
} from '../../../shared/domain/courriel/courriel'
import type { Pli } from '../../../shared/domain/envoi/pli'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { nomFichierLettre } from '../../../shared/domain/lettre-de-mission/nom-fichier'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { estAdresseElectronique } from '../../../shared/adresse-electronique'
import { nomFichierSur } from '../../../shared/nom-fichier'
import { nomAffiche, prenomNom } from '../../../shared/text'
import type { Correspondant, PieceJointe } from '../../documents/eml'
import { composerBordereau, lieuDuPli, nomBordereau, nomDuPli, qualiteDestinataire } from './bordereau.documents'
import { redigerCourriel, valeursAgent, valeursSignataire } from './courriel.documents'
import { type Adresses, cleAdresse } from './courriel.queries'
import type { Impression } from './impression'
import { type CadreLettre, nomsFichiers } from './lettre-de-mission.documents'
import { abregeDuPli, grouper } from './plis'

/** Whom a draft is for: the address, or why there is none. */
interface Destinataire {
  nom: string
  adresse: string | null
  raison: string | null
}

export interface Courriel {
  destinataire: Destinataire
  objet: string
  corps: string
  nomFichier: string
  lettres: readonly DossierLettre[]
  /** Printed only when the draft is written. */
  pieces: () => Promise<PieceJointe[]>
}

interface Demande {
  genre: GenreCourriel
  anneeId: string
  code: string | undefined
  aujourdhui: string
  texte: Pick<TexteCourriel, 'objet' | 'corps'>
  impression: Impression
  adresses: Adresses
  signataires: ReadonlyMap<string, Vocabulaire>
}

/** The académie's own address, when it is one: without it the mail program says who writes. */
export const expediteur = ({ courriel, affaireSuiviePar }: Academie): Correspondant | null =>
  estAdresseElectronique(courriel.trim()) ? { nom: affaireSuiviePar, adresse: courriel.trim() } : null

function destinataire(nom: string, adresse: string | undefined, ou: string): Destinataire {
  const propre = (adresse ?? '').trim()
  if (estAdresseElectronique(propre)) return { nom, adresse: propre, raison: null }
  const raison =
    propre === '' ? `L’adresse électronique manque ${ou}.` : `« ${propre} » n’est pas une adresse électronique ${ou}.`
  return { nom, adresse: null, raison }
}

const pdf = async (nom: string, contenu: Promise<Uint8Array>): Promise<PieceJointe> => ({
  ...{ nom, type: 'application/pdf' as const },
  contenu: await contenu,
})

/** The messages of one kind, in order: one an agent, or one a signatory. Nothing is printed yet. */
export function composerCourriels(sujets: readonly Sujet[], cadre: CadreLettre, demande: Demande): Courriel[] {
  const { genre, code } = demande
  if (!estPourSignataire(genre)) return sujets.map((sujet) => pourAgent(sujet, cadre, demande))
  return grouper(
    sujets.map(({ dossier }) => dossier),
    cadre,
  )
    .filter((pli) => code === undefined || pli.code === code)
    .flatMap((pli) => (pli.portee === 'agent' ? pli.lettres.map((lettre) => ({ ...pli, lettres: [lettre] })) : [pli]))
    .map((pli) => pourSignataire(pli, cadre, { ...demande, genre }))
}

/** Letters under the names that their own files have, printed one after the other. */
async function lettresJointes(lettres: readonly DossierLettre[], impression: Impression): Promise<PieceJointe[]> {
  const noms = nomsFichiers(lettres, 'pdf')
  const pieces: PieceJointe[] = []
  for (const [rang, lettre] of lettres.entries()) pieces.push(await pdf(noms[rang] ?? '', impression.lettres([lettre])))
  return pieces
}

function pourAgent(sujet: Sujet, { academie, modeles }: CadreLettre, demande: Demande): Courriel {
  const { genre, anneeId, aujourdhui, texte, impression, adresses } = demande
  const { dossier } = sujet
  const { agent, lettre, role, signataires } = dossier
  const modele = modeleDe(modeles, lettre.modele).contenu
  const agentAttendu = signataires.some((ligne) => ligne.signeLe === null && estLAgent(ligne, modele))
  const champs = valeursAgent(sujet, academie, { aujourdhui, agentAttendu })
  return {
    destinataire: destinataire(prenomNom(agent), adresses.agents.get(lettre.agentId), 'sur sa fiche'),
    ...redigerCourriel(genre, texte, champs, agent.civilite),
    nomFichier:
      genre === 'lettreAgent'
        ? nomFichierLettre(agent, lettre, accorder(role, agent.civilite), 'eml')
        : nomFichierSur(
            `${nomAffiche(agent)} - ${objetsCourts[genre]} ${anneeId} - ${accorder(role, agent.civilite)}`,
            'eml',
          ),
    lettres: [dossier],
    pieces: () => (genre === 'relanceRapport' ? Promise.resolve([]) : lettresJointes([dossier], impression)),
  }
}

/** What a draft is for, in its file's name; a letter sent to its agent has the name of the letter. */
const objetsCourts: Record<Exclude<GenreCourriel, 'lettreAgent'>, string> = {
  transmission: 'Lettres à signer',
  relanceSignataire: 'Rappel de signature',
  demandeRapport: 'Demande de rapport',
  relanceRapport: 'Rappel de rapport',
}

function adresseDuPli(pli: Pli, { academie }: CadreLettre, { adresses, signataires }: Demande): Destinataire {
  const [premiere] = pli.lettres
  if (pli.portee === 'agent' && premiere !== undefined)
    return destinataire(prenomNom(premiere.agent), adresses.agents.get(premiere.lettre.agentId), 'sur sa fiche')
  const nom =
    pli.nom === ''
      ? [qualiteDestinataire(pli, academie), lieuDuPli(pli)].filter((mot) => mot !== '').join(', ')
      : pli.nom
  const terme = signataires.get(pli.code)
  const ici = adresses.signataires.get(cleAdresse({ signataireId: terme?.id ?? '', departement: pli.departement }))
  if (pli.portee === 'departement' && ici !== undefined) return destinataire(nom, ici, '')
  const propre = terme?.courriel ?? ''
  if (pli.lieu !== null && propre === '')
    return destinataire(nom, adresses.etablissements.get(pli.lieu.uai), 'sur la fiche de l’établissement')
  const ou = pli.portee === 'departement' && pli.departement !== '' ? `pour le ${lieuDuPli(pli)} ` : ''
  return destinataire(nom, propre, `${ou}(Paramètres, Courriels)`)
}

function pourSignataire(pli: Pli, cadre: CadreLettre, demande: Demande & { genre: GenreDeSignataire }): Courriel {
  const { genre, anneeId, aujourdhui, texte, impression, signataires } = demande
  const { academie } = cadre
  const civilite = pli.portee === 'agent' ? (pli.lettres[0]?.agent.civilite ?? null) : null
  const vers = adresseDuPli(pli, cadre, demande)
  const abrege = abregeDuPli(pli, signataires)
  const bordereau = composerBordereau(pli, { ...cadre, anneeId, aujourdhui })
  // An agent's own letter: somebody with two rôles has two.
  const [premiere] = pli.lettres
  const qui = pli.portee === 'agent' && premiere ? nomAffiche(premiere.agent) : nomDuPli(pli, abrege)
  const roles = pli.portee === 'agent' ? pli.lettres.map(({ role }) => accorder(role, civilite)) : []
  return {
    destinataire: vers,
    ...redigerCourriel(genre, texte, valeursSignataire(pli, academie, { genre, aujourdhui }), civilite),
    nomFichier: nomFichierSur([qui, `${objetsCourts[genre]} ${anneeId}`, ...roles].join(' - '), 'eml'),
    lettres: pli.lettres,
    pieces: async () => {
      const avecLettres = genre === 'transmission' || pli.portee === 'agent'
      const lettres = avecLettres ? await lettresJointes(pli.lettres, impression) : []
      if (pli.portee === 'agent') return lettres
      const imprime = impression.document(bordereau, 'Bordereau de signature MLDS')
      return [...lettres, await pdf(nomBordereau(pli, anneeId, abrege), imprime)]
    },
  }
}
