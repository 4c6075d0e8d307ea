import { AppError } from '../../../shared/app-error'
import { exporterLettres, listerLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { nearestTo } from '../../../shared/proche'
import { cleRecherche, correspond } from '../../../shared/text'
import { auOption, regarderAu } from '../au-jour'
import { type Command, optionalString, stringOption, type Terminal, UsageError } from '../command'
import { openNamed } from './registre.commands'

const exporter: Command = {
  words: ['exporter', 'lettres'],
  operands: [],
  options: {
    ...auOption,
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    unique: { type: 'string' },
    agent: { type: 'string' },
  },
  required: ['registre', 'annee'],
  usage:
    'exporter lettres --registre R.mlds --annee 2026-2027 --sortie DOSSIER [--unique LETTRES.pdf] [--agent NOM] [--au JJ/MM/AAAA] [--json]',
  run: async (terminal, _operands, options) => {
    const [sortie, unique] = [optionalString(options, 'sortie'), optionalString(options, 'unique')]
    if (sortie === null && unique === null)
      throw new UsageError('Il manque --sortie DOSSIER (un PDF par lettre) ou --unique LETTRES.pdf (toutes ensemble).')
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const anneeId = stringOption(options, 'annee')
    const ids = await idsDe(terminal, anneeId, optionalString(options, 'agent'))
    const resultat = await terminal.client.call(exporterLettres, {
      anneeId,
      ...(ids && { ids }),
      ...(sortie !== null && { jetonDossier: await terminal.grant(sortie) }),
      ...(unique !== null && { jetonFichierUnique: await terminal.grant(unique) }),
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

/** The letters of the agents whose name holds the words typed; undefined for all of them. */
async function idsDe({ client }: Terminal, anneeId: string, agent: string | null): Promise<string[] | undefined> {
  if (agent === null) return undefined
  const lettres = (await client.call(listerLettres, { anneeId })).filter(({ active }) => active === 1)
  const trouvees = lettres.filter((lettre) => correspond(cleRecherche(lettre.agent), agent))
  if (trouvees.length > 0) return trouvees.map(({ id }) => id)
  const proche = nearestTo(agent, lettres, (lettre) => lettre.agent)
  const suggestion = proche ? ` Vouliez-vous dire « ${proche.agent} » ?` : ''
  throw new AppError('notFound', `Aucune lettre de ${anneeId} pour « ${agent} ».${suggestion} Rien n’a été écrit.`)
}

export const lettreCommands: readonly Command[] = [exporter]
