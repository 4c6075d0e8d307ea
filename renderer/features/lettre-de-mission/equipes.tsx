import { useMemo, useState } from 'react'
import {
  ecartNotable,
  type Equipe,
  equipes,
  type Membre,
  type Regroupement,
  type ServiceDeLettre,
} from '../../../shared/domain/service/service'
import { formatPourcent } from '../../../shared/nombres'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import { Bascules, type Choix } from './bascules'

const regroupementsChoisis: readonly Choix<Regroupement>[] = [
  { cle: 'bassin', label: 'Par bassin' },
  { cle: 'reseau', label: 'Par réseau' },
  { cle: 'departement', label: 'Par département' },
]

/** One person of a team, beside what the team comes to. */
interface Ligne extends Membre {
  equipe: string
  moyenne: Equipe['moyenne']
}

/** Always two decimals: what is compared is read in one column. */
const enCentiemes = (nombre: number): string =>
  nombre.toLocaleString('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const columns: readonly Column<Ligne>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 196, principale: true },
  { cle: 'equipe', titre: 'Équipe', type: 'liste', valeur: ({ equipe }) => equipe, groupable: true, masquee: true },
  {
    cle: 'role',
    titre: 'Rôle',
    type: 'liste',
    valeur: ({ roleAbrege }) => roleAbrege,
    largeur: 168,
    extensible: 0,
    groupable: true,
  },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, largeur: 74 },
  { cle: 'heures', titre: 'Heures dues', type: 'heures', valeur: ({ heuresDues }) => heuresDues, largeur: 100 },
  {
    cle: 'etablissements',
    titre: 'Établ.',
    type: 'nombre',
    valeur: ({ etablissements }) => etablissements,
    largeur: 64,
  },
  { cle: 'gpds', titre: 'GPDS', type: 'nombre', valeur: ({ gpds }) => gpds, largeur: 64 },
  {
    cle: 'parTempsPlein',
    titre: 'Pour un temps plein',
    type: 'nombre',
    valeur: ({ parTempsPlein }) => parTempsPlein,
    rendu: ({ parTempsPlein }) => enCentiemes(parTempsPlein),
    largeur: 140,
  },
  {
    cle: 'moyenne',
    titre: 'Moyenne',
    type: 'nombre',
    valeur: ({ moyenne }) => moyenne.parTempsPlein,
    rendu: ({ moyenne }) => enCentiemes(moyenne.parTempsPlein),
    largeur: 85,
  },
  {
    cle: 'ecart',
    titre: 'Écart à la moyenne',
    type: 'pourcentage',
    valeur: ({ ecart }) => ecart,
    rendu: ({ ecart }) => ecart !== null && <EcartMoyenne ecart={ecart} />,
    largeur: 160,
  },
]

function EcartMoyenne({ ecart }: { ecart: number }) {
  if (Math.abs(ecart) <= ecartNotable) return <State tone="succes">dans la moyenne</State>
  const mot = ecart > 0 ? 'au-dessus' : 'en dessous'
  return <State tone={ecart > 0 ? 'erreur' : 'attention'}>{`${formatPourcent(Math.abs(ecart))} ${mot}`}</State>
}

const groupe = { cle: 'equipe', sens: 'asc' } as const

/** Each person's load beside the mean of their team. */
export function Equipes({ services }: { services: readonly ServiceDeLettre[] }) {
  const [par, setPar] = useState<Regroupement>('bassin')
  const rows = useMemo(
    () =>
      equipes(services, par).flatMap(({ nom, membres, moyenne }) =>
        membres.map((membre): Ligne => ({ ...membre, equipe: nom, moyenne })),
      ),
    [services, par],
  )
  const table = useMemoryTable({
    vues: 'equipes',
    label: 'Équité dans les équipes',
    columns,
    rows,
    rowKey: ({ equipe, lettreId }) => `${equipe} ${lettreId}`,
    noun: { un: 'personne', plusieurs: 'personnes' },
    group: groupe,
    onOpen: ({ lettreId }) => navigate(paths.lettre.href({ id: lettreId })),
  })
  return (
    <ListSection
      title="Équité dans les équipes"
      description={`Établissements rapportés à un temps plein, comparés à la moyenne de l’équipe\u00a0; un écart de plus de ${String(ecartNotable)}\u00a0% est signalé.`}
      actions={<Bascules label="Regrouper" choix={regroupementsChoisis} actuel={par} onChoose={setPar} />}
      table={table}
      empty={<EmptyState title="Aucune équipe de deux personnes ou plus">Regroupez autrement les lettres.</EmptyState>}
    />
  )
}
