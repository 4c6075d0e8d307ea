import { creerRegistre, ouvrirRegistre, verifierRegistre } from '../../../shared/domain/registre/registre.contract'
import { pluriel } from '../../../shared/text'
import { type Command, fileNamed, stringOption, type Terminal } from '../command'

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
  operands: ['REGISTRE.mlds'],
  options: { academie: { type: 'string' } },
  required: ['academie'],
  usage: 'creer REGISTRE.mlds --academie CODE',
  run: async (terminal, [chemin = ''], options) => {
    const ouvert = await terminal.client.call(creerRegistre, {
      jeton: await terminal.grant(fileNamed(chemin, '.mlds')),
      academieCode: stringOption(options, 'academie'),
    })
    terminal.say(`Registre créé pour l’académie de ${ouvert.academieNom} : ${ouvert.chemin}`)
    terminal.report(ouvert)
  },
}

const verifier: Command = {
  words: ['verifier'],
  operands: ['REGISTRE.mlds'],
  options: {},
  required: [],
  usage: 'verifier REGISTRE.mlds',
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
