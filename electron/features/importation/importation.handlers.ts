import { existsSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { composerImportClasseur } from '../../../shared/domain/importation/historique'
import type { importationContract } from '../../../shared/domain/importation/importation.contract'
import { deliver } from '../../documents/deliver'
import { renderExcelAnnote } from '../../documents/excel-annote'
import type { HandlersOf } from '../../register/handler'
import { fermerAtelier, montrer, ouvrirClasseur } from './atelier'
import { getRapport, listImports } from './historique'
import { composeLignesACorriger, countACorriger } from './importation.documents'
import { planImport, remember, writeImport } from './importation.import'
import { insertImportFait } from './importation.queries'

export const importationHandlers = {
  'importation.analyser': async (context, choix) => {
    const classeur = await ouvrirClasseur(context, choix.jeton)
    return (await planImport(context, context.db, classeur, choix)).plan
  },

  'importation.apercevoir': async (context, { base, ...choix }) => {
    const classeur = await ouvrirClasseur(context, choix.jeton)
    const { plan } = await planImport(context, context.db, classeur, choix)
    return montrer(context, plan, base)
  },

  'importation.historique': ({ session }) => Promise.resolve(listImports(session.required.sqlite)),

  'importation.rapport': ({ session }, { id }) => Promise.resolve(getRapport(session.required.sqlite, id)),

  'importation.executer': async (context, { empreinte, ...choix }) => {
    const classeur = await ouvrirClasseur(context, choix.jeton)
    if (empreinte !== undefined && empreinte !== classeur.empreinte)
      throw new AppError(
        'conflict',
        `« ${classeur.nom} » a changé depuis l’aperçu. Rien n’a été importé : regardez l’aperçu de nouveau.`,
      )
    // Planned and written in one transaction, so that what is written is what the register then held.
    const importe = await context.db.transaction().execute(async (db) => {
      const { plan, ecritures, corrections } = await planImport(context, db, classeur, choix)
      await writeImport(context, ecritures)
      await remember(context, db, classeur, plan)
      context.etape.source = plan.nomFichier
      const importId = context.newId()
      await insertImportFait(db, composerImportClasseur(plan, { importId, importeAt: context.now(), corrections }))
      return { ...plan, importId }
    })
    fermerAtelier(context)
    return importe
  },

  'importation.enregistrerLignesACorriger': async (context, { sortieJeton, ...choix }) => {
    const cible = context.files.resolve(sortieJeton)
    const source = context.files.resolve(choix.jeton)
    refuseSource(source, cible)
    const classeur = await ouvrirClasseur(context, choix.jeton)
    const { plan } = await planImport(context, context.db, classeur, choix)
    const lignes = countACorriger(plan)
    if (lignes === 0) throw new AppError('forbidden', 'Aucune ligne à corriger : il n’y a rien à enregistrer.')
    await deliver(cible, await renderExcelAnnote(composeLignesACorriger(plan, context.now())))
    return { lignes, nom: basename(cible) }
  },
} satisfies HandlersOf<typeof importationContract>

/** The lines kept apart never take the place of the workbook they come from. */
function refuseSource(source: string, cible: string): void {
  if (!existsSync(cible) || realpathSync(source) !== realpathSync(cible)) return
  throw new AppError(
    'conflict',
    `« ${basename(cible)} » est le classeur importé : il n’a pas été touché. Choisissez un autre nom pour les lignes à corriger.`,
  )
}
