import { AppError } from '../../../shared/app-error'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { accepterPropositions, lireCampagne, type Proposition } from '../../../shared/domain/campagne/campagne.contract'
import { acceptables, libellesGenre } from '../../../shared/domain/campagne/proposition'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { exporterLettres } from '../../../shared/domain/lettre-de-mission/exportation.contract'
import { listerLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { type FormatLettre, formatsLettre } from '../../../shared/domain/lettre-de-mission/format'
import { compte } from '../../../shared/nombres'
import { nearestTo } from '../../../shared/proche'
import { cleRecherche, correspond } from '../../../shared/text'
import { auOption, regarderAu } from '../au-jour'
import { type Command, optionalString, stringOption, type Terminal, UsageError } from '../command'
import { etatNomme } from '../etat-de-lettre'
import { grantSortie, peutRemplacer, remplacerOption } from '../sortie'
import { openNamed } from './registre.commands'

const exporter: Command = {
  words: ['exporter', 'lettres'],
  resume: 'Écrit les lettres de mission d’une année, en PDF ou pour Word.',
  operands: [],
  options: {
    ...auOption,
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    unique: { type: 'string' },
    agent: { type: 'string' },
    etat: { type: 'string' },
    format: { type: 'string' },
    ...remplacerOption,
  },
  required: ['registre', 'annee'],
  usage:
    'exporter lettres --registre R.mlds --annee 2026-2027 [--sortie DOSSIER] [--unique LETTRES.pdf] [--format pdf|docx] [--etat ÉTAT] [--agent NOM] [--au JJ/MM/AAAA] [--remplacer] [--json]',
  run: async (terminal, _operands, options) => {
    const format = formatNomme(optionalString(options, 'format') ?? 'pdf')
    const [sortie, unique] = [optionalString(options, 'sortie'), optionalString(options, 'unique')]
    if (sortie === null && unique === null)
      throw new UsageError(
        'Il manque --sortie DOSSIER (un fichier par lettre) ou --unique LETTRES.pdf (toutes ensemble).',
      )
    const jetonFichierUnique =
      unique === null ? null : await grantSortie(terminal, options, { chemin: unique, extension: `.${format}` })
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const anneeId = stringOption(options, 'annee')
    const ids = await idsDe(terminal, anneeId, {
      agent: optionalString(options, 'agent'),
      etat: etatNomme(optionalString(options, 'etat')),
    })
    const resultat = await terminal.client.call(exporterLettres, {
      anneeId,
      format,
      ...(ids && { ids }),
      ...(sortie !== null && { jetonDossier: await terminal.grant(sortie) }),
      ...(jetonFichierUnique !== null && { jetonFichierUnique }),
      remplacer: peutRemplacer(options),
    })
    const lieux = [sortie, unique].filter((lieu) => lieu !== null).map((lieu) => terminal.absolute(lieu))
    terminal.say(`${compte(resultat.lettres, 'lettre exportée', 'lettres exportées')} : ${lieux.join(', ')}`)
    for (const { agent, message } of resultat.aCorriger) terminal.say(`- à corriger, ${agent} : ${message}`)
    terminal.report({
      annee: anneeId,
      lettres: resultat.lettres,
      fichiers: resultat.fichiers.map(({ nom }) => nom),
      aCorriger: resultat.aCorriger,
    })
  },
}

function formatNomme(mot: string): FormatLettre {
  const format = formatsLettre.find((connu) => connu === mot.toLowerCase())
  if (format === undefined) throw new UsageError('--format attend « pdf » ou « docx ».')
  return format
}

interface Choix {
  agent: string | null
  etat: EtatLettre | null
}

/** The letters of the agents whose name holds the words typed, in the state asked for; undefined for all of them. */
async function idsDe({ client }: Terminal, anneeId: string, { agent, etat }: Choix): Promise<string[] | undefined> {
  if (agent === null && etat === null) return undefined
  const lettres = (await client.call(listerLettres, { anneeId })).filter((lettre) =>
    etat === null ? lettre.active === 1 : lettre.etat === etat,
  )
  const trouvees = lettres.filter((lettre) => agent === null || correspond(cleRecherche(lettre.agent), agent))
  if (trouvees.length > 0) return trouvees.map(({ id }) => id)
  const dansLEtat = etat === null ? '' : ` à l’état « ${libellesEtatLettre[etat]} »`
  const pour = agent === null ? '' : ` pour « ${agent} »`
  const proche =
    agent === null ? undefined : nearestTo(agent, lettres, (lettre) => [lettre.agent, ...lettre.agent.split(' ')])
  const suggestion = proche ? ` Vouliez-vous dire « ${proche.agent} » ?` : ''
  throw new AppError('notFound', `Aucune lettre de ${anneeId}${dansLEtat}${pour}.${suggestion} Rien n’a été écrit.`)
}

const preparer: Command = {
  words: ['preparer', 'campagne'],
  resume: 'Dit ce qui change dans les lettres d’une année à l’autre, et écrit les brouillons.',
  operands: [],
  options: { registre: { type: 'string' }, annee: { type: 'string' }, accepter: { type: 'string' } },
  required: ['registre', 'annee'],
  usage: 'preparer campagne --registre R.mlds --annee 2026-2027 [--accepter reconduites|toutes] [--json]',
  run: async (terminal, _operands, options) => {
    const accepter = optionalString(options, 'accepter')
    if (accepter !== null && accepter !== 'reconduites' && accepter !== 'toutes')
      throw new UsageError('--accepter attend « reconduites » ou « toutes ».')
    await openNamed(terminal, stringOption(options, 'registre'))
    const anneeId = stringOption(options, 'annee')
    const { propositions } = await terminal.client.call(lireCampagne, { anneeId })
    for (const proposition of propositions.filter(({ genre }) => genre !== 'aJour')) terminal.say(dire(proposition))
    const choisies = propositions.filter(({ genre }) =>
      accepter === 'toutes' ? acceptables.has(genre) : accepter === 'reconduites' && genre === 'reconduite',
    )
    const resultat =
      choisies.length === 0
        ? null
        : await terminal.client.call(accepterPropositions, { anneeId, cles: choisies.map(({ cle }) => cle) })
    const proposees = propositions.filter(({ genre }) => acceptables.has(genre)).length
    terminal.say(`${compte(proposees, 'proposition')} pour ${anneeId}, ${compte(choisies.length, 'acceptée')}.`)
    for (const { agent, raison } of resultat?.refusees ?? []) terminal.say(`- laissée, ${agent} : ${raison}`)
    terminal.report({ annee: anneeId, propositions, acceptees: resultat })
  },
}

function dire({ agent, roleAbrege, genre, enLigne, raison }: Proposition): string {
  const differences = enLigne.map(({ libelle, sens, avant, apres }) =>
    sens === 'ajout' ? `+ ${apres}` : sens === 'retrait' ? `− ${avant}` : `${libelle} ${avant} → ${apres}`,
  )
  return [agent, roleAbrege, libellesGenre[genre].toLocaleLowerCase('fr'), differences.join(', ') || raison]
    .filter((mot) => mot !== '')
    .join(' · ')
}

export const lettreCommands: readonly Command[] = [exporter, preparer]
