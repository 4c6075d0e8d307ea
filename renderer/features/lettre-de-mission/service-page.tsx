import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  couvertureDesLettres,
  ecartNotable,
  equipes,
  type Equipe,
  type Regroupement,
  type ServiceDeLettre,
} from '../../../shared/domain/service/service'
import { lireServices, type ServicesLus } from '../../../shared/domain/service/service.contract'
import { compte, formatPourcent } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { aLEcran, formatValeur } from '../../ui/format'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { useDataTable } from '../../ui/table/use-data-table'
import classes from './campagne.module.css'
import { CouvertureLettres } from './couverture-lettres'
import { Ecart } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { Repartitions } from './repartitions'

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
  return (
    <>
      <Repartitions services={services} />
      <Section
        title="Heures dues et réparties"
        description="Sur l’année. Les services hebdomadaires sont comptés sur 36 semaines."
      >
        <ParPersonne services={services} />
      </Section>
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

function Equipes({ services }: { services: readonly ServiceDeLettre[] }) {
  const [par, setPar] = useState<Regroupement>('bassin')
  const groupes = equipes(services, par)
  return (
    <Section
      title="Équité dans les équipes"
      description={`Établissements rapportés à un temps plein, comparés à la moyenne de l’équipe\u00a0; un écart de plus de ${String(ecartNotable)}\u00a0% est signalé.`}
      actions={<Bascules label="Regrouper" choix={regroupementsChoisis} actuel={par} onChoose={setPar} />}
    >
      {groupes.length === 0 ? (
        <EmptyState title="Aucune équipe de deux personnes ou plus">Regroupez autrement les lettres.</EmptyState>
      ) : (
        groupes.map((equipe) => <TableEquipe key={equipe.cle} equipe={equipe} />)
      )}
    </Section>
  )
}

const columns: readonly Column<ServiceDeLettre>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 170, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ roleAbrege }) => roleAbrege, largeur: 140 },
  { cle: 'regime', titre: 'Régime', valeur: ({ regime }) => aLEcran(regime), largeur: 100, extensible: 0 },
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

function ParPersonne({ services }: { services: readonly ServiceDeLettre[] }) {
  const table = useDataTable({
    label: 'Heures dues et réparties',
    columns,
    rows: services,
    rowKey: ({ lettreId }) => lettreId,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ lettreId }) => navigate(paths.lettre.href({ id: lettreId })),
  })
  return <DataTable table={table} height="content" empty={<EmptyState title="Aucune lettre en vigueur" />} />
}

interface Choix<Cle extends string> {
  cle: Cle
  label: string
}

const regroupementsChoisis: readonly Choix<Regroupement>[] = [
  { cle: 'bassin', label: 'Par bassin' },
  { cle: 'reseau', label: 'Par réseau' },
  { cle: 'departement', label: 'Par département' },
]

function Bascules<Cle extends string>({
  label: nom,
  choix,
  actuel,
  onChoose,
}: {
  label: string
  choix: readonly Choix<Cle>[]
  actuel: Cle
  onChoose: (cle: Cle) => void
}) {
  return (
    <span role="group" aria-label={nom} className={classes.bascules}>
      {choix.map(({ cle, label }) => (
        <button
          key={cle}
          type="button"
          className={classes.bascule}
          aria-pressed={actuel === cle}
          onClick={() => onChoose(cle)}
        >
          {label}
        </button>
      ))}
    </span>
  )
}

function TableEquipe({ equipe: { nom, membres, moyenne } }: { equipe: Equipe }) {
  return (
    <table className={`${classes.matrice} ${classes.equipe}`}>
      <caption>{`${nom}, ${compte(membres.length, 'personne')}`}</caption>
      <thead>
        <tr>
          <th scope="col">Agent</th>
          {['Quotité', 'Heures dues', 'Établissements', 'GPDS', 'Pour un temps plein'].map((titre) => (
            <th key={titre} scope="col" className={classes.nombre}>
              {titre}
            </th>
          ))}
          <th scope="col">Écart à la moyenne</th>
        </tr>
      </thead>
      <tbody>
        {membres.map(({ lettreId, agent, quotite, heuresDues, etablissements, gpds, parTempsPlein, ecart }) => (
          <tr key={lettreId}>
            <th scope="row">
              <a href={paths.lettre.href({ id: lettreId })}>{agent}</a>
            </th>
            <td className={classes.nombre}>{formatValeur('pourcentage', quotite)}</td>
            <td className={classes.nombre}>{formatValeur('heures', heuresDues)}</td>
            <td className={classes.nombre}>{etablissements}</td>
            <td className={classes.nombre}>{gpds}</td>
            <td className={classes.nombre}>{formatValeur('nombre', parTempsPlein)}</td>
            <td>{ecart !== null && <EcartMoyenne ecart={ecart} />}</td>
          </tr>
        ))}
        <tr className={classes.change}>
          <th scope="row">Moyenne</th>
          <td />
          <td className={classes.nombre}>{formatValeur('heures', moyenne.heuresDues)}</td>
          <td className={classes.nombre}>{formatValeur('nombre', moyenne.etablissements)}</td>
          <td className={classes.nombre}>{formatValeur('nombre', moyenne.gpds)}</td>
          <td className={classes.nombre}>{formatValeur('nombre', moyenne.parTempsPlein)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}

function EcartMoyenne({ ecart }: { ecart: number }) {
  if (Math.abs(ecart) <= ecartNotable) return <State tone="succes">dans la moyenne</State>
  const mot = ecart > 0 ? 'au-dessus' : 'en dessous'
  return <State tone={ecart > 0 ? 'erreur' : 'attention'}>{`${formatPourcent(Math.abs(ecart))} ${mot}`}</State>
}
