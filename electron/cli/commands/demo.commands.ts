import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { exporterBilan, lireBilan } from '../../../shared/domain/bilan/bilan.contract'
import type { ChiffreDuBilan } from '../../../shared/domain/bilan/chiffres'
import { accepterPropositions, lireCampagne } from '../../../shared/domain/campagne/campagne.contract'
import { acceptables } from '../../../shared/domain/campagne/proposition'
import { creerDemonstration } from '../../../shared/domain/demonstration/demonstration.contract'
import { exporterLettres } from '../../../shared/domain/lettre-de-mission/exportation.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { type Command, stringOption, type Terminal } from '../command'

/** The years of the demonstration register: the bilan of the past one, the letters of the present one. */
const anneeDuBilan = '2025-2026'
const anneeDesLettres = '2026-2027'

/** The whole main job without a window: a register, its bilan, its letters. */
const demo: Command = {
  words: ['demo'],
  resume: 'Écrit un registre de démonstration, son bilan et ses lettres dans un dossier.',
  operands: [],
  options: { sortie: { type: 'string' } },
  required: ['sortie'],
  usage: 'demo --sortie DOSSIER [--json]',
  run: async (terminal, _operands, options) => {
    const dossier = stringOption(options, 'sortie')
    const dans = (nom: string): string => join(dossier, nom)
    const fichiers = {
      registre: dans('demo.mlds'),
      bilan: dans(`bilan-${anneeDuBilan}.xlsx`),
      lettres: dans(`lettres-${anneeDesLettres}`),
      lettresEnUn: dans(`lettres-${anneeDesLettres}.pdf`),
    }
    makeFolder(terminal.absolute(dossier))
    refuseExisting(terminal.absolute(dossier), Object.values(fichiers).map(terminal.absolute))
    const { client, grant } = terminal
    await client.call(creerDemonstration, { jeton: await grant(fichiers.registre) })
    await client.call(exporterBilan, { anneeId: anneeDuBilan, jeton: await grant(fichiers.bilan) })
    await preparerLettres(client)
    const lettres = await client.call(exporterLettres, {
      anneeId: anneeDesLettres,
      jetonDossier: await grant(fichiers.lettres),
      jetonFichierUnique: await grant(fichiers.lettresEnUn),
    })
    const { chiffres } = await client.call(lireBilan, { anneeId: anneeDuBilan })
    summarize(terminal, fichiers, chiffres, lettres.lettres)
  },
}

/** Every agent in service gets a letter: last year's renewed or changed, the newcomers' written. */
async function preparerLettres(client: Terminal['client']): Promise<void> {
  const { propositions } = await client.call(lireCampagne, { anneeId: anneeDesLettres })
  const cles = propositions.filter(({ lettreId, genre }) => lettreId === null && acceptables.has(genre))
  if (cles.length > 0) {
    await client.call(accepterPropositions, { anneeId: anneeDesLettres, cles: cles.map(({ cle }) => cle) })
  }
}

function summarize(
  terminal: Terminal,
  fichiers: Record<string, string>,
  chiffres: ChiffreDuBilan[],
  lettres: number,
): void {
  const valeur = (cle: string): number => chiffres.find((chiffre) => chiffre.cle === cle)?.valeur ?? 0
  const absolus = Object.fromEntries(Object.entries(fichiers).map(([cle, chemin]) => [cle, terminal.absolute(chemin)]))
  terminal.say('')
  terminal.say(`Registre de démonstration : ${absolus['registre'] ?? ''}`)
  terminal.say(
    `  ${compte(valeur('agents'), 'agent')}, ${formatNombre(valeur('etp'))} ETP, ${compte(valeur('foquale'), 'réseau FOQUALE', 'réseaux FOQUALE')}, ${compte(valeur('psad'), 'PSAD', 'PSAD')}`,
  )
  terminal.say(`Bilan ${anneeDuBilan} : ${absolus['bilan'] ?? ''}`)
  terminal.say(`Lettres ${anneeDesLettres} : ${compte(lettres, 'PDF', 'PDF')} dans ${absolus['lettres'] ?? ''}`)
  terminal.say(`  toutes en un fichier : ${absolus['lettresEnUn'] ?? ''}`)
  terminal.report({ ...absolus, lettresExportees: lettres })
}

/** A register in use may have the name: nothing of a folder already filled is touched. */
function refuseExisting(dossier: string, fichiers: readonly string[]): void {
  const la = fichiers.filter((chemin) => existsSync(chemin)).map((chemin) => basename(chemin))
  if (la.length === 0) return
  throw new AppError(
    'conflict',
    `« ${basename(dossier)} » contient déjà ${la.join(', ')}. Rien n’a été écrit : donnez un autre dossier.`,
  )
}

function makeFolder(dossier: string): void {
  try {
    mkdirSync(dossier, { recursive: true })
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `Le dossier « ${dossier} » ne peut pas être créé : rien n’a été écrit. Choisissez un dossier à vous.`,
      { cause },
    )
  }
}

export const demoCommands: readonly Command[] = [demo]
