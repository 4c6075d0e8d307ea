import type { ConstatVerification, RapportVerification } from '../../../shared/domain/registre/registre.contract'
import { compte } from '../../../shared/nombres'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { EmptyState } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import classes from './parametres.module.css'

const columns: readonly Column<ConstatVerification>[] = [
  {
    cle: 'gravite',
    titre: 'Gravité',
    type: 'etat',
    valeur: ({ gravite }) => (gravite === 'erreur' ? 'Erreur' : 'À vérifier'),
    rendu: ({ gravite }) =>
      gravite === 'erreur' ? <State tone="erreur">Erreur</State> : <State tone="attention">À vérifier</State>,
    largeur: 110,
  },
  { cle: 'objet', titre: 'Fiche', valeur: ({ objet }) => objet, largeur: 230, principale: true },
  { cle: 'message', titre: 'Constat', valeur: ({ message }) => message, largeur: 320, extensible: 3 },
]

/** What the verification found: sound or not, how many records, what deserves a look. */
export function Rapport({ rapport: { comptes, constats } }: { rapport: RapportVerification }) {
  const table = useMemoryTable({
    vues: 'constats',
    label: 'Constats',
    columns,
    rows: constats,
    rowKey: ({ objet, message }) => `${objet} ${message}`,
    noun: { un: 'constat', plusieurs: 'constats' },
    chips: [
      { cle: 'erreur', titre: 'Erreurs', garde: ({ gravite }) => gravite === 'erreur', tone: 'erreur' },
      { cle: 'alerte', titre: 'À vérifier', garde: ({ gravite }) => gravite === 'alerte', tone: 'attention' },
    ],
  })
  return (
    <div className={classes.rapport}>
      <p>
        <State tone="succes">Fichier intègre</State>{' '}
        {constats.length === 0 ? 'Aucune incohérence.' : `${compte(constats.length, 'constat')} à examiner.`}
      </p>
      <p className={classes.comptes}>
        Relus&nbsp;: {comptes.map(({ libelle, nombre }) => `${formatValeur('nombre', nombre)} ${libelle}`).join(', ')}.
      </p>
      {constats.length > 0 && (
        <>
          <TableFilters table={table} tools={<TableTools table={table} />} />
          <DataTable table={table} height="content" empty={<EmptyState title="Aucun constat" />} />
        </>
      )}
    </div>
  )
}
