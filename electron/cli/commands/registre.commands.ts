import { academieNommee, academies } from '../../../shared/academies'
import { creerRegistre, ouvrirRegistre, verifierRegistre } from '../../../shared/domain/registre/registre.contract'
import { nearestTo } from '../../../shared/proche'
import { pluriel } from '../../../shared/text'
import { type Command, fileNamed, stringOption, type Terminal, UsageError } from '../command'

/** Opens the register a command names with `--registre`. */
export async function openNamed(terminal: Terminal, chemin: string): Promise<void> {
  const ouvert = await terminal.client.call(ouvrirRegistre, { jeton: await terminal.grant(chemin) })
  if (ouvert.copieAvantMigration !== null) {
    terminal.say(
      `Le registre a été mis au format de cette version ; sa copie d’avant est ${ouvert.copieAvantMigration}.`,
    )
  }
}

const creer: Command = {
  words: ['creer'],
  resume: 'Crée un registre vide.',
  operands: ['REGISTRE.mlds'],
  options: { academie: { type: 'string' } },
  required: ['academie'],
  usage: 'creer REGISTRE.mlds --academie CODE [--json]',
  run: async (terminal, [chemin = ''], options) => {
    const ouvert = await terminal.client.call(creerRegistre, {
      jeton: await terminal.grant(fileNamed(chemin, '.mlds')),
      academieCode: codeOf(stringOption(options, 'academie')),
    })
    terminal.say(`Registre créé pour l’académie de ${ouvert.academieNom} : ${ouvert.chemin}`)
    terminal.report(ouvert)
  },
}

/** « 14 », « Rennes »; what is neither is refused here with its nearest name, or by the register with all the codes. */
function codeOf(typed: string): string {
  const code = academieNommee(typed)
  if (code !== undefined) return code
  const proche = nearestTo(typed, Object.entries(academies), ([, { nom }]) => nom)
  if (proche === undefined && typed.length <= 4) return typed
  const suggestion = proche === undefined ? '' : ` Vouliez-vous dire « ${proche[1].nom} » (${proche[0]}) ?`
  throw new UsageError(`« ${typed} » n’est ni le code ni le nom d’une académie.${suggestion}`)
}

const verifier: Command = {
  words: ['verifier'],
  resume: 'Vérifie que le fichier est intact et que les fiches se tiennent.',
  operands: ['REGISTRE.mlds'],
  options: {},
  required: [],
  usage: 'verifier REGISTRE.mlds [--json]',
  run: async (terminal, [chemin = '']) => {
    await openNamed(terminal, chemin)
    const rapport = await terminal.client.call(verifierRegistre, {})
    terminal.say(
      `Fichier intègre : ${rapport.comptes.map(({ libelle, nombre }) => `${String(nombre)} ${libelle}`).join(', ')}.`,
    )
    for (const { objet, message } of rapport.constats) terminal.say(`- ${objet} : ${message}`)
    const nombre = rapport.constats.length
    terminal.say(nombre === 0 ? 'Aucune incohérence.' : `${String(nombre)} ${pluriel(nombre, 'constat')} à examiner.`)
    terminal.report(rapport)
  },
}

export const registreCommands: readonly Command[] = [creer, verifier]
