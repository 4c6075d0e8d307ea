import type { OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { filtreFinAVoir, libellesEtatOperation, listeOperations } from '../../../shared/domain/fse/fse.liste'
import { etatsEnRealisation } from '../../../shared/domain/fse/suivi'
import type { Condition, Filtre } from '../../../shared/liste/filtre'
import { compte } from '../../../shared/nombres'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import { State } from '../../ui/state'
import { tonsEtatOperation } from './libelles'

export const operationColumns = columnsOf<OperationFseResumee>(listeOperations, {
  ...prochaineViews,
  numero: { largeur: 96, extensible: 0 },
  intitule: { largeur: 206, principale: true },
  etat: {
    rendu: ({ etat }) => <State tone={tonsEtatOperation[etat]}>{libellesEtatOperation[etat]}</State>,
    largeur: 115,
  },
  debutLe: { largeur: 96 },
  finLe: { largeur: 96 },
  taux: { largeur: 62 },
  prevu: { largeur: 110 },
  realise: { largeur: 110 },
  lettres: { largeur: 68 },
  constats: { rendu: controle, largeur: 104 },
})

function controle({ nombreConstats }: OperationFseResumee) {
  return nombreConstats === 0 ? (
    <State tone="succes">Cohérent</State>
  ) : (
    <State tone="attention">{compte(nombreConstats, 'constat')}</State>
  )
}

const seul = (terme: Condition): Filtre => ({ lien: 'et', termes: [terme] })
export const filtreARevoir = seul({ colonne: 'aRevoir', op: 'oui' })

export const operationChips: readonly RemoteChip[] = [
  {
    cle: 'enCours',
    titre: 'En cours',
    filtre: seul({
      colonne: 'etat',
      op: 'parmi',
      valeurs: etatsEnRealisation.map((etat) => libellesEtatOperation[etat]),
    }),
  },
  { cle: 'aRevoir', titre: 'À revoir', filtre: filtreARevoir, tone: 'attention' },
  { cle: 'finsFse', titre: 'Fin sous 90 jours', filtre: filtreFinAVoir, tone: 'attention' },
  {
    cle: 'justificatifs',
    titre: 'Justificatifs incomplets',
    filtre: seul({ colonne: 'justificatifs', op: '>', valeur: 0 }),
    tone: 'attention',
  },
]
