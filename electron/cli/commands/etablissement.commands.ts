import { analyserDepartements } from '../../../shared/domain/annuaire/perimetre'
import { listerEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { decoderListe } from '../../../shared/domain/etablissement/liste'
import { compte } from '../../../shared/nombres'
import { auOption, regarderAu } from '../au-jour'
import { type Command, optionalString, stringOption, UsageError } from '../command'
import { openNamed } from './registre.commands'

const lister: Command = {
  words: ['lister', 'etablissements'],
  operands: [],
  options: { registre: { type: 'string' }, annee: { type: 'string' }, departement: { type: 'string' }, ...auOption },
  required: ['registre', 'annee'],
  usage: 'lister etablissements --registre R.mlds --annee 2025-2026 [--departement 35] [--au JJ/MM/AAAA] [--json]',
  run: async (terminal, _, options) => {
    const departement = optionalString(options, 'departement')
    const lecture = departement === null ? undefined : analyserDepartements(departement)
    if (lecture?.ok === false) throw new UsageError(lecture.message)
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const annee = stringOption(options, 'annee')
    const liste = await terminal.client.call(listerEtablissements, {
      anneeId: annee,
      ...(lecture && { departements: lecture.valeur }),
    })
    const etablissements = decoderListe(liste)
    const ouverts = etablissements.filter(({ etat }) => etat === 'ouvert').length
    const enReseau = etablissements.filter(({ nombreReseaux }) => nombreReseaux > 0).length
    terminal.say(
      `${compte(etablissements.length, 'établissement')}, dont ${compte(ouverts, 'ouvert')} et ${String(enReseau)} dans un réseau en ${annee}.`,
    )
    terminal.report({ annee, etablissements })
  },
}

export const etablissementCommands: readonly Command[] = [lister]
