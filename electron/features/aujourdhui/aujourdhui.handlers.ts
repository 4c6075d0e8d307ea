import type { aujourdhuiContract } from '../../../shared/domain/aujourdhui/aujourdhui.contract'
import { preavisContratJours } from '../../../shared/domain/agent/regles'
import { horizonFinFse } from '../../../shared/domain/fse/suivi'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { ajouterJours } from '../../../shared/dates'
import type { HandlersOf } from '../../register/handler'
import { composerEcheances, composerSignatures, compterReseaux } from './affichage'
import {
  countManques,
  countOuvertsParType,
  countPremiersPas,
  listActionsEnCours,
  listContratsFinissant,
  listFinsFse,
  listJalonsAFaire,
  listLettresASigner,
  listMembresFoquale,
} from './aujourdhui.queries'

export const aujourdhuiHandlers = {
  'aujourdhui.lire': async ({ db, today }, { anneeId }) => {
    const jour = today()
    const jalons = await listJalonsAFaire(db, anneeId)
    const contrats = await listContratsFinissant(db, anneeId, ajouterJours(jour, preavisContratJours))
    const finsFse = await listFinsFse(db, horizonFinFse(jour))
    const lettres = await listLettresASigner(db, anneeId)
    const ouverts = await countOuvertsParType(db)
    return {
      jour,
      echeances: composerEcheances({ actions: await listActionsEnCours(db), jalons, contrats, finsFse }, jour),
      signatures: composerSignatures(lettres),
      constats: {
        ...(await countManques(db, anneeId)),
        ...compterReseaux(ouverts, await listMembresFoquale(db, jourDeReference(anneeId, jour))),
        aLaSignature: lettres.length,
        contrats: contrats.length,
        finsFse: finsFse.length,
      },
      premiersPas: {
        ...(await countPremiersPas(db, anneeId)),
        etablissements: ouverts.reduce((total, { nombre }) => total + nombre, 0),
      },
      jalons,
    }
  },
} satisfies HandlersOf<typeof aujourdhuiContract>
