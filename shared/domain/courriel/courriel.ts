import { z } from 'zod'
import { AppError } from '../../app-error'
import { id } from '../../schema'
import { champsModele } from '../modele-lettre/champs.donnees'

/** The messages that the campaign of letters needs; nothing is sent by the application. */
export const genresCourriel = [
  'lettreAgent',
  'transmission',
  'relanceSignataire',
  'demandeRapport',
  'relanceRapport',
] as const
export type GenreCourriel = (typeof genresCourriel)[number]

export const libellesGenreCourriel: Record<GenreCourriel, string> = {
  lettreAgent: 'Envoi de la lettre à l’agent',
  transmission: 'Transmission au signataire',
  relanceSignataire: 'Relance d’un signataire',
  demandeRapport: 'Demande du rapport d’activité',
  relanceRapport: 'Relance du rapport d’activité',
}

/** Whom a message is written to: each agent, or each awaited signatory for all of their letters. */
export type GenreDeSignataire = 'transmission' | 'relanceSignataire'
export const estPourSignataire = (genre: GenreCourriel): genre is GenreDeSignataire =>
  genre === 'transmission' || genre === 'relanceSignataire'

export const piecesJointes: Record<GenreCourriel, string> = {
  lettreAgent: 'la lettre en PDF',
  transmission: 'les lettres et leur bordereau de signature en PDF, ou, à un agent, sa lettre seule',
  relanceSignataire: 'le bordereau de signature en PDF, ou, à un agent, sa lettre seule',
  demandeRapport: 'la lettre en PDF',
  relanceRapport: 'aucune',
}

/** A text of the académie's own; a kind without one has the text of the application. */
export const texteCourriel = z.object({
  id,
  genre: z.enum(genresCourriel),
  objet: z.string().trim().min(1, 'L’objet est obligatoire.').max(300, '300 caractères au plus.'),
  corps: z.string().trim().min(1, 'Le texte est obligatoire.').max(5000, '5 000 caractères au plus.'),
})
export type TexteCourriel = z.infer<typeof texteCourriel>

/** A fact that a message inserts by its code, in the text as `{code}`. */
export interface ChampCourriel {
  code: string
  libelle: string
}

/** Texts of several lines belong in a letter. */
const horsCourriel = new Set(['instances', 'moyens', 'suivi', 'perimetre', 'lieuEtDate', 'texte'])

const champsDeLettre = (): ChampCourriel[] =>
  champsModele.filter(({ code }) => !horsCourriel.has(code)).map(({ code, libelle }) => ({ code, libelle }))

const champsCommuns = (): ChampCourriel[] =>
  champsModele
    .filter(({ code, groupe }) => code === 'annee' || groupe === 'academie')
    .map(({ code, libelle }) => ({ code, libelle }))

export const champsDAgent = {
  votreTexte: 'Lettre de mission ou avenant',
  aSigner: 'Demande de signature, tant que l’agent n’a pas signé',
} as const
export const champsDeRapport = {
  rapportAttendu: 'Jour où le rapport est attendu',
  rapportRetard: 'Jours de retard du rapport',
} as const
export const champsDeSignataire = {
  appel: 'Madame, Monsieur',
  signataire: 'Signataire',
  nombreLettres: 'Nombre de lettres à signer',
  listeLettres: 'Liste des lettres à signer',
  attente: 'Plus longue attente, en jours',
  piecesJointes: 'Ce qui est joint au message',
  aRetourner: 'Ce qui est à retourner au service',
} as const

const enListe = (champs: Readonly<Record<string, string>>): ChampCourriel[] =>
  Object.entries(champs).map(([code, libelle]) => ({ code, libelle }))

/** The fields that a text of this kind may name, its own first. */
export function champsDuGenre(genre: GenreCourriel): ChampCourriel[] {
  if (estPourSignataire(genre)) return [...enListe(champsDeSignataire), ...champsCommuns()]
  const rapport = genre === 'lettreAgent' ? [] : enListe(champsDeRapport)
  return [...enListe(champsDAgent), ...rapport, ...champsDeLettre()]
}

const champ = /\{([^{}|]+)\}/gu

/** Refuses a text that names a field which this kind of message does not have: `invalid`, on its field. */
export function refuserChampsInconnus(genre: GenreCourriel, texte: Pick<TexteCourriel, 'objet' | 'corps'>): void {
  const connus = new Set(champsDuGenre(genre).map(({ code }) => code))
  for (const nom of ['objet', 'corps'] as const) {
    const inconnu = [...texte[nom].matchAll(champ)].map(([, code = '']) => code).find((code) => !connus.has(code))
    if (inconnu === undefined) continue
    const message = `Le champ « {${inconnu}} » n’existe pas dans ce courriel : choisissez-le avec « Insérer un champ ». Rien n’a été enregistré.`
    throw new AppError('invalid', message, { fields: { [nom]: message } })
  }
}
