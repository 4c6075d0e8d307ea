import { anneeScolaireDansUnTexte } from '../../annee-scolaire'
import { analyserJour, formatJour } from '../../dates'
import { compte, formatNombre, formatPourcent } from '../../nombres'
import { depassements } from '../affectation/quotites'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { AgentLu } from './agents-lecture'
import type { PersonneLue } from './agents-groupes'
import { lettreDeColonne, texteDeCellule } from './classeur'
import { estPrenomMasculin, genreDeFonction } from './personnes'
import type { Chantier } from './planifier-feuille'

/** What a row says that does not hold together: statut and contract, civilité and fonction. */
export function controlerLigne(
  agent: AgentLu,
  { annee, aujourdhui }: Pick<Chantier['etat']['registre'], 'annee' | 'aujourdhui'>,
): void {
  controlerContrat(agent, annee, aujourdhui)
  controlerGenre(agent)
  controlerDates(agent, annee)
}

function controlerContrat(
  agent: AgentLu,
  annee: { id: string; debutLe: string; finLe: string },
  aujourdhui: string,
): void {
  const { lecteur, statut, contratFinLe } = agent
  const signaler = (regle: string, gravite: 'alerte' | 'information', message: string): void =>
    lecteur.signaler('contratFin', { regle: `agents.${regle}`, gravite, message })
  if (contratFinLe === null) {
    if (statut?.categorie === 'contractuelCdd' && lecteur.aColonne('contratFin') && lecteur.texte('contratFin') === '')
      signaler('cddSansFin', 'alerte', 'Un contrat à durée déterminée a une date de fin : elle manque.')
    return
  }
  const fin = formatJour(contratFinLe)
  if (statut?.categorie === 'contractuelCdi')
    signaler(
      'cdi',
      'alerte',
      `Un CDI n’a pas de fin de contrat : le ${fin} ou le statut est faux. La date est gardée ; corrigez l’un des deux.`,
    )
  else if (statut?.categorie === 'titulaire')
    signaler(
      'titulaire',
      'alerte',
      `Un titulaire n’a pas de fin de contrat : le ${fin} ou le statut est faux. La date est gardée ; corrigez l’un des deux.`,
    )
  else if (contratFinLe < annee.debutLe)
    signaler(
      'contratFini',
      'alerte',
      `Le contrat finit le ${fin}, avant l’année scolaire ${annee.id} (${formatJour(annee.debutLe)}).`,
    )
  else if (contratFinLe < annee.finLe && agent.finLe === null)
    signaler(
      'contratAvantFin',
      'information',
      `Le contrat finit le ${fin}, avant la fin de l’année scolaire${contratFinLe < aujourdhui ? ' et il est échu' : ''} : l’affectation est importée jusqu’au ${formatJour(annee.finLe)}.`,
    )
}

/** A fonction in the feminine is a hint, not a civilité: it is said, never deduced. */
function controlerGenre({ lecteur, civilite, prenom }: AgentLu): void {
  const fonction = lecteur.texte('fonction')
  if (genreDeFonction(fonction) !== 'madame') return
  if (civilite === 'monsieur' || (civilite === null && estPrenomMasculin(prenom))) {
    const cause = civilite === 'monsieur' ? 'la civilité « Monsieur »' : `le prénom ${prenom}`
    lecteur.signaler('fonction', {
      regle: 'agents.genre',
      gravite: 'alerte',
      message: `« ${fonction} » est au féminin, ce que contredit ${cause}. Le rôle est repris ; la civilité reste à renseigner.`,
      suggestion: fonction.replace(/trice/iu, 'teur'),
    })
  } else if (civilite === null)
    lecteur.signaler('fonction', {
      regle: 'agents.civilite',
      gravite: 'information',
      message: `« ${fonction} » est au féminin : la civilité est sans doute Madame, mais elle n’est pas déduite. Renseignez-la dans la fiche.`,
    })
}

function controlerDates(
  { lecteur, debutLe, finLe }: AgentLu,
  annee: { id: string; debutLe: string; finLe: string },
): void {
  const hors = (jour: string | null): boolean => jour !== null && (jour < annee.debutLe || jour > annee.finLe)
  for (const [champ, jour] of [
    ['debut', debutLe],
    ['fin', finLe],
  ] as const)
    if (hors(jour))
      lecteur.signaler(champ, {
        regle: 'agents.dates',
        gravite: 'alerte',
        message: `Cette date n’est pas dans l’année scolaire ${annee.id} : celle de l’année est reprise.`,
      })
  if (debutLe !== null && finLe !== null && finLe < debutLe)
    lecteur.signaler('fin', { regle: 'agents.dates', gravite: 'bloquant', message: 'La fin précède le début.' })
}

/** Σ of the quotités of one person over her services ≤ 100 % (metier.md § 14). */
export function controlerCumul({ principale, autres }: PersonneLue, annee: { debutLe: string; finLe: string }): void {
  const parts = [principale, ...autres].map(({ quotite, debutLe, finLe }) => ({
    quotite,
    debutLe: debutLe ?? annee.debutLe,
    finLe: finLe ?? annee.finLe,
    libelle: '',
  }))
  const [depassement] = depassements(parts)
  const derniere = autres.at(-1)
  if (depassement === undefined || derniere === undefined) return
  const lignes = [principale, ...autres].map(({ lecteur }) => lecteur.numero).join(' et ')
  derniere.lecteur.signaler('quotite', {
    regle: 'agents.quotites',
    gravite: 'alerte',
    message: `Les lignes ${lignes} donnent ensemble ${formatPourcent(depassement.total)} à la même personne.`,
  })
}

/** What is said of the sheet: the year in its title, the régime that no column gives, the total that is not imported. */
export function controlerFeuilleAgents(
  chantier: Chantier,
  agents: readonly AgentLu[],
  regime: Vocabulaire | null,
): void {
  controlerAnnee(chantier)
  signalerMiseAJour(chantier)
  if (!('regime' in chantier.entetes.colonnes) && regime !== null)
    chantier.signaler('', chantier.feuille.nom, {
      regle: 'agents.regime',
      gravite: 'information',
      message: `La feuille n’a pas de colonne pour le régime de service : « ${regime.libelle} » est retenu pour tous.`,
    })
  if (!('civilite' in chantier.entetes.colonnes) && agents.length > 0)
    chantier.signaler('', chantier.feuille.nom, {
      regle: 'agents.sansCivilite',
      gravite: 'information',
      message:
        'La feuille ne donne pas la civilité : les lettres emploieront les deux genres tant qu’elle n’est pas renseignée.',
    })
}

/** « mise à jour : 12 octobre 2025 » above the table: the user must know how old what she imports is. */
function signalerMiseAJour({ feuille, entetes, signaler }: Chantier): void {
  const titres = feuille.lignes.filter(({ numero }) => numero < entetes.ligne).flatMap(({ cellules }) => cellules)
  for (const cellule of titres) {
    const texte = texteDeCellule(cellule)
    const ecrit = /(?:mis(?:e)?s? à jour|à jour|màj|maj)[^\d]*(\d.*)$/iu.exec(texte)?.[1]
    const jour = ecrit === undefined ? undefined : analyserJour(ecrit)
    if (jour?.ok !== true) continue
    signaler(cellule.ref, texte, {
      regle: 'feuille.miseAJour',
      gravite: 'information',
      message: `La feuille se dit à jour du ${formatJour(jour.valeur)} : ce qui a changé depuis n’y est pas.`,
    })
  }
}

/** The school year written above the table, or in the sheet's name, is the one imported into. */
export function controlerAnnee(chantier: Chantier): void {
  const { feuille, entetes, etat } = chantier
  const { id } = etat.registre.annee
  const titres = feuille.lignes.filter(({ numero }) => numero < entetes.ligne).flatMap(({ cellules }) => cellules)
  const textes = [
    { ref: '', texte: feuille.nom },
    ...titres.map((cellule) => ({ ref: cellule.ref, texte: texteDeCellule(cellule) })),
  ]
  for (const { ref, texte } of textes) {
    const annoncee = anneeScolaireDansUnTexte(texte)
    if (annoncee === undefined || annoncee === id) continue
    chantier.signaler(ref, texte, {
      regle: 'feuille.annee',
      gravite: 'alerte',
      message: `« ${texte} » annonce l’année ${annoncee}, mais l’import se fait dans l’année ${id}.`,
      suggestion: `Choisissez l’année scolaire ${annoncee}.`,
    })
    return
  }
}

const etp = (agents: readonly AgentLu[]): number =>
  agents.reduce((total, { quotite }) => total + Math.round(quotite * 10_000), 0) / 1_000_000

/** The total row is not a person; what it would have counted wrong is said. */
export function controlerTotaux(
  { tri, entetes, signaler }: Chantier,
  agents: readonly AgentLu[],
  doublons: ReadonlySet<AgentLu>,
): void {
  const colonne = entetes.colonnes['quotite']
  const uniques = agents.filter((agent) => !doublons.has(agent))
  const sansDoublon =
    doublons.size === 0
      ? ''
      : `, ${formatNombre(etp(uniques))} sans ${doublons.size === 1 ? 'le doublon' : `les ${doublons.size} doublons`}`
  for (const ligne of tri.totaux) {
    const cellule = ligne.cellules.find((candidate) => candidate.colonne === colonne)
    const enTexte = tri.donnees.filter(({ cellules }) =>
      cellules.some((lue) => lue.colonne === colonne && lue.type === 'texte'),
    ).length
    const piege =
      enTexte > 0 && cellule?.formule !== undefined
        ? ` La formule =${cellule.formule} compterait pour zéro les ${compte(enTexte, 'quotité écrite', 'quotités écrites')} en texte.`
        : ''
    signaler(cellule?.ref ?? `${lettreDeColonne(1)}${ligne.numero}`, texteDeCellule(cellule) || 'Total', {
      regle: 'feuille.total',
      gravite: 'information',
      message: `Ligne de total, laissée de côté.${piege} Les ${compte(agents.length, 'ligne lue', 'lignes lues')} font ${formatNombre(etp(agents))} équivalents temps plein${sansDoublon}.`,
    })
  }
}
