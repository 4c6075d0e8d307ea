import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { couvertureDesLettres, type Part, type ServiceDeLettre } from '../../../shared/domain/service/service'
import { libelleDepartement } from '../../../shared/departements'
import { lireServices, type ServicesLus } from '../../../shared/domain/service/service.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { aLEcran, formatValeur } from '../../ui/format'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import { Bascules, type Choix } from './bascules'
import { CouvertureLettres } from './couverture-lettres'
import { Equipes } from './equipes'
import { Ecart } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { nommerPart, Repartitions } from './repartitions'

/** The counter of everybody's time: due and spread, equity inside each team, holes and doubles of the coverage. */
export function ServicePage() {
  const anneeId = useAnneeId()
  const query = useOperation(lireServices, { anneeId }, { keepPrevious: true })
  const [vue, setVue] = useState<Vue>('heures')
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return (
    <Page
      title={`Service ${anneeId}`}
      state={query.data ? phrase(query.data) : 'Calcul des services…'}
      tabs={<OngletsLettres actuel="service" />}
      {...(query.data?.services.length !== 0 && {
        filters: <Bascules label="Vue" choix={vues} actuel={vue} onChoose={setVue} />,
      })}
      part={vue}
      scroll
    >
      {query.data ? <Contenu lus={query.data} vue={vue} /> : <Loading />}
    </Page>
  )
}

const reparties = ({ domaines }: ServiceDeLettre): number =>
  Number(domaines.reduce((total, { heures }) => total + heures, 0).toFixed(2))

function phrase({ services }: ServicesLus): string {
  if (services.length === 0) return 'Aucune lettre en vigueur cette année.'
  const dues = services.reduce((total, { heuresDues }) => total + heuresDues, 0)
  const ecarts = services.filter(({ ecartTolere }) => !ecartTolere).length
  const suite =
    ecarts === 0
      ? services.every(({ ecart }) => ecart === null || ecart === 0)
        ? 'réparties sans écart'
        : 'réparties dans la tolérance de l’académie'
      : `${compte(ecarts, 'lettre')} dont les heures réparties diffèrent des heures dues`
  return aLEcran(`${compte(services.length, 'lettre')}, ${formatValeur('heures', dues)} dues dans l’année, ${suite}.`)
}

type Vue = 'heures' | 'equipes' | 'couverture'

const vues: readonly Choix<Vue>[] = [
  { cle: 'heures', label: 'Heures' },
  { cle: 'equipes', label: 'Équipes' },
  { cle: 'couverture', label: 'Couverture' },
]

function Contenu({ lus: { services, membres }, vue }: { lus: ServicesLus; vue: Vue }) {
  if (services.length === 0) return <SansLettre />
  if (vue === 'couverture') return <CouvertureLettres couverture={couvertureDesLettres(services, membres)} />
  if (vue === 'equipes') return <Equipes services={services} />
  return <Heures services={services} />
}

/** Where the hours go, then whose they are: a figure pressed above keeps below the letters that it counts. */
function Heures({ services }: { services: readonly ServiceDeLettre[] }) {
  const [ouverte, setOuverte] = useState<Part>()
  const liste = useRef<HTMLDivElement>(null)
  const ouvrir = (part: Part): void => {
    setOuverte(part)
    liste.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <Repartitions services={services} onOpen={ouvrir} />
      <div ref={liste}>
        <ParPersonne
          key={ouverte?.cle ?? 'toutes'}
          services={services}
          part={ouverte}
          onAll={() => setOuverte(undefined)}
        />
      </div>
    </>
  )
}

const SansLettre = () => (
  <EmptyState
    title="Aucune lettre en vigueur cette année"
    action={<Button onClick={() => navigate(paths.campagne.href({}))}>Préparer la campagne</Button>}
  >
    Les heures, les équipes et la couverture se comptent dans les lettres de l’année.
  </EmptyState>
)

const columns: readonly Column<ServiceDeLettre>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 196, principale: true },
  {
    cle: 'role',
    titre: 'Rôle',
    type: 'liste',
    valeur: ({ roleAbrege }) => roleAbrege,
    largeur: 140,
    extensible: 1,
    groupable: true,
  },
  {
    cle: 'regime',
    titre: 'Régime',
    type: 'liste',
    valeur: ({ regime }) => aLEcran(regime),
    largeur: 100,
    groupable: true,
  },
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ departement }) => departement && libelleDepartement(departement),
    groupable: true,
    masquee: true,
  },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, largeur: 80 },
  { cle: 'dues', titre: 'Heures dues', type: 'heures', valeur: ({ heuresDues }) => heuresDues, total: 'somme' },
  { cle: 'reparties', titre: 'Réparties', type: 'heures', valeur: reparties, total: 'somme' },
  {
    cle: 'ecart',
    titre: 'Écart',
    type: 'heures',
    valeur: ({ ecart }) => ecart,
    rendu: ({ ecart, ecartTolere }) => <Ecart ecart={ecart} tolere={ecartTolere} />,
    largeur: 190,
  },
]

/** Of each letter's hours, those that the figure counts. */
const colonnesDe = ({ parLettre }: Part): readonly Column<ServiceDeLettre>[] => [
  ...columns.map((column) => (column.cle === 'ecart' ? { ...column, masquee: true } : column)),
  {
    cle: 'comptees',
    titre: 'Heures comptées',
    type: 'heures',
    valeur: ({ lettreId }) => parLettre.get(lettreId) ?? null,
    largeur: 140,
    total: 'somme',
  },
]

interface ParPersonneProps {
  services: readonly ServiceDeLettre[]
  /** The figure that was opened; all the letters otherwise. */
  part: Part | undefined
  onAll: () => void
}

function ParPersonne({ services, part, onAll }: ParPersonneProps) {
  const lignes = useMemo(
    () => (part ? services.filter(({ lettreId }) => part.parLettre.has(lettreId)) : services),
    [services, part],
  )
  const table = useMemoryTable({
    vues: 'services',
    label: 'Heures dues et réparties',
    columns: useMemo(() => (part ? colonnesDe(part) : columns), [part]),
    rows: lignes,
    rowKey: ({ lettreId }) => lettreId,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ lettreId }) => navigate(paths.lettre.href({ id: lettreId })),
  })
  return (
    <ListSection
      title={part ? `Heures comptées : ${nommerPart(part)}` : 'Heures dues et réparties'}
      description="Sur l’année. Les services hebdomadaires sont comptés sur 36 semaines."
      actions={
        part && (
          <Button data-reads variant="default" onClick={onAll}>
            Voir toutes les lettres
          </Button>
        )
      }
      table={table}
      search
      empty={<EmptyState title="Aucune lettre en vigueur" />}
    />
  )
}
