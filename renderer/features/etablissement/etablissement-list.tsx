import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { LigneEtablissement } from '../../../shared/domain/etablissement/etablissement.liste'
import { compte } from '../../../shared/nombres'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { ListeTools } from '../../liste/liste-tools'
import { useRemoteTable } from '../../liste/use-remote-table'
import { type Comptes, type Resume, useResume } from '../../liste/use-resume'
import { useValues } from '../../liste/use-values'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { choisirAnnuaire } from './choisir-annuaire'
import {
  colonnesUtiles,
  etablissementChips,
  filtreAvecBassin,
  filtreFermes,
  filtreSansReseau,
} from './etablissement-columns'
import { EtablissementPane } from './etablissement-pane'
import { NouvelEtablissement } from './nouvel-etablissement'

const comptes: Comptes = { fermes: filtreFermes, sansReseau: filtreSansReseau, avecBassin: filtreAvecBassin }

/** The établissements of the register, and which are in no network. */
export function EtablissementListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const types = useValues('etablissements', contexte, 'type')
  const departements = useValues('etablissements', contexte, 'departement')
  const chips = useMemo(() => etablissementChips(types, departements), [types, departements])
  const [choisiId, setChoisiId] = useState<string>()
  const [creating, setCreating] = useState(false)
  const [avecBassin, setAvecBassin] = useState(true)
  const resume = useResume('etablissements', contexte, comptes)
  const remote = useRemoteTable<LigneEtablissement>({
    liste: 'etablissements',
    contexte,
    label: 'Établissements',
    columns: colonnesUtiles(avecBassin),
    noun: { un: 'établissement', plusieurs: 'établissements' },
    chips,
    memory: 'etablissements',
    selectable: true,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => navigate(paths.etablissement.href({ id })),
    onActive: (etablissement) => etablissement && setChoisiId(etablissement.id),
  })
  const { table, demand, error, refetch } = remote
  const tientDesBassins = resume?.comptes['avecBassin'] !== 0
  if (tientDesBassins !== avecBassin) setAvecBassin(tientDesBassins)
  if (error) return <ErrorState error={error} retry={refetch} />
  // What no row has is not offered, unless it is what is being looked at.
  const utiles = table.chips.filter(({ cle, count, active }) => count > 0 || active || cle === 'sansReseau')
  return (
    <Page
      title="Établissements"
      state={resume ? phrase(resume) : 'Lecture des établissements…'}
      filters={
        <TableFilters
          table={{ ...table, chips: utiles }}
          tools={<ListeTools liste="etablissements" table={table} demand={demand} />}
        />
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.doublons.href({}, { sujet: 'etablissement' })}>
            Doublons…
          </Button>
          <Button variant="default" onClick={() => setCreating(true)}>
            Ajouter…
          </Button>
          <Button onClick={() => void choisirAnnuaire()}>Importer l’annuaire…</Button>
        </>
      }
    >
      <SplitPane
        detail={
          choisiId === undefined ? null : <EtablissementPane id={choisiId} onClose={() => setChoisiId(undefined)} />
        }
      >
        <DataTable table={table} bulk={<SelectionMenu remote={remote} />} empty={<Vide />} />
      </SplitPane>
      {creating && <NouvelEtablissement onClose={() => setCreating(false)} />}
    </Page>
  )
}

function Vide() {
  return (
    <EmptyState
      title="Aucun établissement"
      action={<Button onClick={() => void choisirAnnuaire()}>Importer l’annuaire…</Button>}
    >
      Importez l’annuaire de l’éducation (fichier CSV de data.education.gouv.fr) : vous verrez ce qu’il contient avant
      que rien ne soit écrit.
    </EmptyState>
  )
}

function phrase({ ensemble, comptes: { fermes = 0, sansReseau = 0 } }: Resume): string {
  if (ensemble === 0) return 'Le registre ne tient encore aucun établissement.'
  return [
    `${compte(ensemble - fermes, 'établissement ouvert', 'établissements ouverts')}.`,
    sansReseau === 0
      ? 'Tous ceux à couvrir sont dans un réseau FOQUALE.'
      : `${compte(sansReseau, 'collège, lycée ou EREA public', 'collèges, lycées et EREA publics')} sans réseau FOQUALE.`,
    fermes === 0 ? '' : `${compte(fermes, 'fermé')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
