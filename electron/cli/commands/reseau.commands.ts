import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { compte } from '../../../shared/nombres'
import { auOption, regarderAu } from '../au-jour'
import { type Command, stringOption } from '../command'
import { openNamed } from './registre.commands'

const lister: Command = {
  words: ['lister', 'reseaux'],
  operands: [],
  options: { registre: { type: 'string' }, annee: { type: 'string' }, ...auOption },
  required: ['registre', 'annee'],
  usage: 'lister reseaux --registre R.mlds --annee 2025-2026 [--au JJ/MM/AAAA] [--json]',
  run: async (terminal, _, options) => {
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const annee = stringOption(options, 'annee')
    const reseaux = await terminal.client.call(listerReseaux, { anneeId: annee })
    for (const { nom, type, nombreMembres, coordonnateurs } of reseaux) {
      const qui = coordonnateurs.map(({ agent }) => agent).join(', ') || 'sans coordonnateur'
      terminal.say(`- ${nom} (${type}) : ${compte(nombreMembres, 'membre')}, ${qui}`)
    }
    terminal.say(reseaux.length === 0 ? 'Aucun réseau.' : `${compte(reseaux.length, 'réseau', 'réseaux')} en ${annee}.`)
    terminal.report({ annee, reseaux })
  },
}

export const reseauCommands: readonly Command[] = [lister]
