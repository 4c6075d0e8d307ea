import { anneeScolaireDe } from '../../../shared/annee-scolaire'
import { partiesLocales } from '../../../shared/dates'
import { analyserDepartements } from '../../../shared/domain/annuaire/perimetre'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { exporterListe, pageDeListe } from '../../../shared/domain/liste/liste.contract'
import { type CleDeListe, listes } from '../../../shared/domain/liste/listes'
import { analyserFiltre } from '../../../shared/liste/analyser-filtre'
import type { Liste } from '../../../shared/liste/colonne'
import { pageAuPlus } from '../../../shared/liste/demande'
import { direFiltre, direValeur } from '../../../shared/liste/dire-filtre'
import type { Filtre } from '../../../shared/liste/filtre'
import { compte } from '../../../shared/nombres'
import { auOption, regarderAu } from '../au-jour'
import { afficheDepartement } from '../../../shared/academies'
import { type Command, optionalString, type OptionValues, stringOption, type Terminal, UsageError } from '../command'
import { etatNomme } from '../etat-de-lettre'
import { grantSortie, remplacerOption } from '../sortie'
import { openNamed } from './registre.commands'

/** The word of the terminal for each list. */
const mots: Record<CleDeListe, string> = {
  etablissements: 'etablissements',
  agents: 'agents',
  reseaux: 'reseaux',
  lettres: 'lettres',
  operations: 'fse',
}

const options = {
  registre: { type: 'string' },
  annee: { type: 'string' },
  recherche: { type: 'string' },
  filtre: { type: 'string' },
  tri: { type: 'string' },
  departement: { type: 'string' },
  etat: { type: 'string' },
  csv: { type: 'string' },
  excel: { type: 'string' },
  ...auOption,
  ...remplacerOption,
} as const

function lister(cle: CleDeListe): Command {
  const liste = listes[cle] as unknown as Liste<unknown, CleDeListe>
  return {
    words: ['lister', mots[cle]],
    resume: `Montre la liste des ${liste.noun.plusieurs}, ou l’écrit dans un fichier.`,
    operands: [],
    options,
    required: ['registre'],
    usage: `lister ${mots[cle]} --registre R.mlds [--annee 2025-2026] [--recherche MOTS] [--filtre 'colonne = valeur ; …'] [--tri colonne,colonne:desc] [--departement 35] [--etat ÉTAT] [--csv F.csv | --excel F.xlsx] [--remplacer] [--au JJ/MM/AAAA] [--json]`,
    run: async (terminal, _, choisies) => {
      const demande = lireDemande(liste, choisies)
      const fichier = await sortie(terminal, choisies)
      await openNamed(terminal, stringOption(choisies, 'registre'))
      regarderAu(terminal, choisies)
      await (fichier ? ecrire(terminal, liste, demande, fichier) : dire(terminal, liste, demande))
    },
  }
}

type Demande = ReturnType<typeof lireDemande>

function lireDemande(liste: Liste<unknown>, choisies: OptionValues) {
  const anneeId = optionalString(choisies, 'annee') ?? anneeScolaireDe(partiesLocales(new Date().toISOString()).jour)
  const etat = etatDe(liste, optionalString(choisies, 'etat'))
  const filtres = [optionalString(choisies, 'filtre') ?? '', etat === null ? '' : `etat = ${etat}`]
  const lecture = analyserFiltre(liste.colonnes, filtres.filter((filtre) => filtre !== '').join(' ; '))
  if (!lecture.ok) throw new UsageError(lecture.message)
  const termes = [...lecture.valeur.termes, ...surDepartement(liste, optionalString(choisies, 'departement'))]
  const tris = (optionalString(choisies, 'tri') ?? '')
    .split(',')
    .filter((each) => each !== '')
    .map((each) => {
      const [colonne = '', sens] = each.trim().split(':')
      return { colonne, sens: sens === 'desc' ? ('desc' as const) : ('asc' as const) }
    })
  return {
    contexte: { anneeId },
    recherche: optionalString(choisies, 'recherche') ?? '',
    filtre: { lien: 'et', termes } satisfies Filtre,
    tris,
  }
}

/** Letters answer to the words that `exporter lettres --etat` knows; the other lists to what their column shows. */
function etatDe({ cle }: Liste<unknown>, mot: string | null): string | null {
  const etat = cle === 'lettres' ? etatNomme(mot) : null
  return etat === null ? mot : libellesEtatLettre[etat]
}

function surDepartement(liste: Liste<unknown>, texte: string | null): Filtre['termes'] {
  if (texte === null) return []
  if (!liste.colonnes.some(({ cle }) => cle === 'departement'))
    throw new UsageError('Cette liste n’a pas de département.')
  const lecture = analyserDepartements(texte)
  if (!lecture.ok) throw new UsageError(lecture.message)
  const termes = lecture.valeur.map((code) => ({
    ...{ colonne: 'departement', op: 'commencePar' as const, valeur: afficheDepartement(code) },
  }))
  return [{ lien: 'ou', termes }]
}

interface Fichier {
  chemin: string
  format: 'csv' | 'xlsx'
  jeton: string
}

async function sortie(terminal: Terminal, choisies: OptionValues): Promise<Fichier | null> {
  const [csv, excel] = [optionalString(choisies, 'csv'), optionalString(choisies, 'excel')]
  if (csv !== null && excel !== null)
    throw new UsageError('Choisissez --csv ou --excel : une liste s’écrit dans un seul fichier.')
  const format = csv === null ? 'xlsx' : 'csv'
  const chemin = csv ?? excel
  if (chemin === null) return null
  return { chemin, format, jeton: await grantSortie(terminal, choisies, { chemin, extension: `.${format}` }) }
}

async function ecrire(
  terminal: Terminal,
  { cle, colonnes, noun }: Liste<unknown, CleDeListe>,
  demande: Demande,
  { chemin, format, jeton }: Fichier,
): Promise<void> {
  const { nom, lignes } = await terminal.client.call(exporterListe, {
    ...demande,
    liste: cle,
    colonnes: colonnes.filter(({ masquee }) => masquee !== true).map((colonne) => colonne.cle),
    ...{ format, jeton },
  })
  const { anneeId } = demande.contexte
  terminal.say(`« ${nom} » est écrit : ${compte(lignes, noun.un, noun.plusieurs)}, année ${anneeId}.`)
  terminal.report({ annee: anneeId, fichier: terminal.absolute(chemin), lignes })
}

async function dire(terminal: Terminal, liste: Liste<unknown, CleDeListe>, demande: Demande): Promise<void> {
  const lignes: unknown[] = []
  let page
  do {
    page = await terminal.client.call(pageDeListe, {
      ...demande,
      liste: liste.cle,
      debut: lignes.length,
      nombre: pageAuPlus,
      avecTotaux: lignes.length === 0,
    })
    lignes.push(...page.lignes)
  } while (page.lignes.length > 0 && lignes.length < page.retenues)
  const { retenues, ensemble, abandons } = page
  const montrees = liste.colonnes.filter(({ masquee }) => masquee !== true)
  for (const ligne of lignes) {
    const valeurs = montrees.map(({ type, valeur }) => direValeur(type, valeur(ligne))).filter((texte) => texte !== '')
    terminal.say(valeurs.join(' · '))
  }
  const filtre = direFiltre(liste.colonnes, demande.filtre)
  for (const abandon of abandons) terminal.say(abandon)
  const sur = retenues === ensemble ? '' : ` sur ${String(ensemble)}`
  const { anneeId } = demande.contexte
  terminal.say(
    `${compte(retenues, liste.noun.un, liste.noun.plusieurs)}${sur}, année ${anneeId}${filtre === '' ? '' : ` : ${filtre}`}.`,
  )
  terminal.report({ annee: anneeId, filtre, retenues, ensemble, [liste.cle]: lignes })
}

export const listeCommands: readonly Command[] = (Object.keys(mots) as CleDeListe[]).map(lister)
