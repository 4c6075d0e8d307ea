import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  libelleCategorie,
  listesVocabulaire,
  titresVocabulaire,
  type ListeVocabulaire,
  type Vocabulaire,
} from '../../../shared/domain/vocabulaire/vocabulaire'
import { ajouterJours, formatJour } from '../../../shared/dates'
import { etatVisa } from '../../../shared/domain/vocabulaire/visa'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useOperation } from '../../ipc/use-operation'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { aujourdhui } from '../../today'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { SplitPane } from '../../ui/page'
import { useShownKeys } from '../../ui/shown'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { aideHeures, choixCategorie, usages } from './libelles'
import { NouveauTerme } from './nouveau-terme'
import classes from './parametres.module.css'
import { TermePane } from './terme-pane'

/** The académie's own words: choose a list, then a term. */
export function ListesTab() {
  const query = useOperation(listerVocabulaires, {})
  const [liste, setListe] = useState<ListeVocabulaire>('role')
  const montres = useShownKeys()
  const [vus, setVus] = useState<readonly string[]>([])
  const montre = query.data?.find(({ id }) => montres.includes(id))
  if (vus !== montres && (montre || montres.length === 0)) {
    setVus(montres)
    if (montre) setListe(montre.liste)
  }
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return (
    <div className={classes.listes}>
      <ul className={classes.choix} aria-label="Listes">
        {listesVocabulaire.map((autre) => (
          <li key={autre}>
            <button type="button" aria-current={autre === liste} onClick={() => setListe(autre)}>
              {titresVocabulaire[autre]}
              <span>{query.data?.filter((terme) => terme.liste === autre).length}</span>
            </button>
          </li>
        ))}
      </ul>
      <ListeEditor key={liste} liste={liste} tous={query.data} />
    </div>
  )
}

const champ = champDe('vocabulaire')

/** « Proposé », « Inactif », or why a text of reference is no longer cited. */
function libelleEtat(terme: Vocabulaire): string {
  if (terme.actif === 0) return 'Inactif'
  const etat = terme.liste === 'visa' ? etatVisa(terme, aujourdhui()) : 'enVigueur'
  if (etat === 'enVigueur') return terme.liste === 'visa' ? 'En vigueur' : 'Proposé'
  if (etat === 'aVenir') return `En vigueur le ${formatJour(terme.debutLe ?? '')}`
  const depuis = terme.finLe === null ? '' : ` le ${formatJour(ajouterJours(terme.finLe, 1))}`
  return etat === 'remplace' ? `Remplacé${depuis}` : `Plus en vigueur${depuis}`
}

function EtatDuTerme({ terme }: { terme: Vocabulaire }) {
  const libelle = libelleEtat(terme)
  if (libelle === 'Proposé' || libelle === 'En vigueur') return libelle
  return <State tone={terme.actif === 0 ? 'neutre' : 'attention'}>{libelle}</State>
}

function columnsOf(liste: ListeVocabulaire, etroite: boolean): Column<Vocabulaire>[] {
  return [
    {
      cle: 'libelle',
      titre: 'Libellé',
      valeur: ({ libelle }) => libelle,
      largeur: 220,
      extensible: 3,
      principale: true,
      cellule: champ('libelle'),
    },
    ...(liste === 'visa' || etroite
      ? []
      : [
          {
            cle: 'abrege',
            titre: 'Abrégé',
            valeur: ({ abrege }: Vocabulaire) => abrege,
            largeur: 110,
            cellule: champ('abrege'),
          },
        ]),
    ...(choixCategorie(liste).length > 0
      ? [
          {
            cle: 'categorie',
            titre: 'Catégorie',
            valeur: ({ categorie }: Vocabulaire) => libelleCategorie(categorie),
            largeur: 130,
            cellule: champ('categorie'),
          },
        ]
      : []),
    ...(aideHeures[liste] === undefined
      ? []
      : [
          {
            cle: 'heures',
            titre: 'Heures',
            type: 'heures' as const,
            valeur: ({ heures }: Vocabulaire) => heures,
            largeur: 80,
            cellule: champ('heures'),
          },
        ]),
    {
      cle: 'actif',
      titre: 'État',
      type: 'etat',
      valeur: libelleEtat,
      rendu: (terme) => <EtatDuTerme terme={terme} />,
      largeur: liste === 'visa' ? 170 : 90,
      cellule: champ('actif'),
    },
  ]
}

function ListeEditor({ liste, tous }: { liste: ListeVocabulaire; tous: readonly Vocabulaire[] | undefined }) {
  const [choisiId, setChoisiId] = useState<string>()
  const [adding, setAdding] = useState(false)
  const termes = useMemo(() => tous?.filter((terme) => terme.liste === liste), [tous, liste])
  const columns = useMemo(() => columnsOf(liste, choisiId !== undefined), [liste, choisiId])
  const table = useMemoryTable({
    vues: `vocabulaire.${liste}`,
    label: titresVocabulaire[liste],
    columns,
    rows: termes,
    rowKey: ({ id }) => id,
    noun: { un: 'terme', plusieurs: 'termes' },
    onOpen: ({ id }) => setChoisiId(id),
    onActive: (terme) => terme && setChoisiId(terme.id),
  })
  const choisi = termes?.find(({ id }) => id === choisiId)
  const rang = choisi ? (termes?.indexOf(choisi) ?? 0) : 0
  const pane = choisi && (
    <TermePane
      key={choisi.id}
      terme={choisi}
      premier={rang === 0}
      dernier={rang === (termes?.length ?? 0) - 1}
      onClose={() => setChoisiId(undefined)}
    />
  )
  return (
    <div className={classes.liste}>
      <div className={classes.entete}>
        <p>{usages[liste]}</p>
        <Button onClick={() => setAdding(true)}>Ajouter un terme</Button>
      </div>
      {termes && termes.length > 0 && <TableFilters table={table} tools={<TableTools table={table} />} />}
      <SplitPane detail={pane ?? null} width={340}>
        <DataTable
          table={table}
          empty={
            <EmptyState
              title="Cette liste est vide"
              action={<Button onClick={() => setAdding(true)}>Ajouter un terme</Button>}
            >
              Les écrans n’auront rien à proposer tant qu’elle le reste.
            </EmptyState>
          }
        />
      </SplitPane>
      {adding && <NouveauTerme liste={liste} onClose={() => setAdding(false)} onCreated={setChoisiId} />}
    </div>
  )
}
