import { AppError } from '../../../shared/app-error'
import type { annuaireContract } from '../../../shared/domain/annuaire/annuaire.contract'
import { retientLieu, retientType } from '../../../shared/domain/annuaire/perimetre'
import type { HandlersOf } from '../../register/handler'
import { columnName } from '../../documents/cell-ref'
import { readAnnuaire, writeAnnuaire } from './annuaire.import'
import { findDejaImporte } from './annuaire.queries'
import { composerImportAnnuaire, ecarter } from './historique'
import { composerLignes, composerRapport } from './apercu'
import type { Contenu } from './plan'

export const annuaireHandlers = {
  'annuaire.apercevoir': async (context, choix) => {
    const faits = await readAnnuaire(context, choix)
    const { fichier, plan, perimetre } = faits
    const duLieu = plan.contenu.filter((contenu) => retientLieu(perimetre, contenu))
    return {
      ...composerRapport(faits),
      nom: fichier.nom,
      encodage: fichier.csv.encodage,
      empreinte: fichier.empreinte,
      dejaImporte: await findDejaImporte(context.db, fichier.empreinte),
      lettres: Object.fromEntries(
        Object.entries(fichier.colonnes).map(([colonne, index]) => [colonne, columnName(index + 1)]),
      ),
      origines: Object.fromEntries(faits.origines),
      lignes: composerLignes(faits),
      departements: additionner(plan.contenu, ({ departement }) => departement).map(([code, lignes]) => ({
        code,
        lignes,
      })),
      types: additionner(duLieu, ({ type }) => type).map(([type, lignes]) => ({
        type,
        lignes,
        retenu: retientType(perimetre, type),
      })),
    }
  },

  'annuaire.importer': async (context, { empreinte, exclues, ...choix }) => {
    const faits = await readAnnuaire(context, choix)
    if (empreinte !== undefined && empreinte !== faits.fichier.empreinte) {
      throw new AppError(
        'conflict',
        `« ${faits.fichier.nom} » a changé depuis l’aperçu. Rien n’a été importé : regardez l’aperçu de nouveau.`,
      )
    }
    const rapport = composerRapport(faits)
    if (rapport.lues === rapport.horsPerimetre) {
      const [raison = 'Ce fichier ne contient aucun établissement à importer.'] = rapport.avertissements
      throw new AppError('invalid', `${raison} Rien n’a été importé.`)
    }
    context.etape.source = faits.fichier.nom
    const retenu = ecarter(faits.plan, new Set(exclues))
    const importId = context.newId()
    await writeAnnuaire(context, retenu, composerImportAnnuaire(faits, retenu, { importId, importeAt: context.now() }))
    return { ...rapport, importId }
  },
} satisfies HandlersOf<typeof annuaireContract>

/** Rows by key, the most numerous first. */
function additionner(contenu: readonly Contenu[], cle: (contenu: Contenu) => string): [string, number][] {
  const totaux = new Map<string, number>()
  for (const part of contenu) totaux.set(cle(part), (totaux.get(cle(part)) ?? 0) + part.lignes)
  return [...totaux].toSorted(([, a], [, b]) => b - a)
}
