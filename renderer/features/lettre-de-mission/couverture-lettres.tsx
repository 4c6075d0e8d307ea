import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { CleDeTableau } from '../../../shared/domain/liste/tableaux'
import { ajouterMembres } from '../../../shared/domain/reseau/reseau.contract'
import type { CouvertureDesLettres, EtablissementCouvert } from '../../../shared/domain/service/service'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { direSuite } from '../../membres'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import { aujourdhui } from './libelles'

/** What the letters leave out, cite twice, or cite outside their networks: to be settled before printing. */
export function CouvertureLettres({
  couverture: { trous, doubles, horsReseau },
}: {
  couverture: CouvertureDesLettres
}) {
  return (
    <>
      <Liste
        titre="Établissements qu’aucune lettre ne cite"
        vues="citesParAucuneLettre"
        vide="Chaque membre d’un réseau est cité par une lettre."
        etablissements={trous}
      />
      <Liste
        titre="Établissements cités deux fois"
        vues="citesDeuxFois"
        vide="Aucun établissement n’est confié à deux personnes du même rôle."
        etablissements={doubles}
        avecAgents
      />
      <Liste
        titre="Établissements cités hors des réseaux de la lettre"
        vues="citesHorsReseau"
        vide="Chaque établissement cité est membre d’un réseau de sa lettre."
        etablissements={horsReseau}
        avecAgents
        rattachable
      />
    </>
  )
}

const reseauxDe = ({ reseaux }: EtablissementCouvert): string => reseaux.map(({ nom }) => nom).join(', ')

const colonnes: readonly Column<EtablissementCouvert>[] = [
  { cle: 'nom', titre: 'Établissement', valeur: ({ nom }) => nom, largeur: 230, extensible: 2, principale: true },
  { cle: 'uai', titre: 'UAI', valeur: ({ uai }) => uai, largeur: 92, extensible: 0 },
  { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 150 },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    valeur: reseauxDe,
    separateur: ', ',
    largeur: 200,
    extensible: 2,
    groupable: true,
  },
]
const agents: Column<EtablissementCouvert> = {
  cle: 'agents',
  titre: 'Agents',
  valeur: ({ agents: cites }) => cites.join(', '),
  separateur: ', ',
  largeur: 200,
  extensible: 2,
}

interface ListeProps {
  titre: string
  vues: CleDeTableau
  vide: string
  etablissements: readonly EtablissementCouvert[]
  avecAgents?: boolean
  rattachable?: boolean
}

function Liste({ titre, vues, vide, etablissements, avecAgents = false, rattachable = false }: ListeProps) {
  const columns = useMemo(() => (avecAgents ? [...colonnes, agents] : colonnes), [avecAgents])
  const table = useMemoryTable({
    vues,
    label: titre,
    columns,
    rows: etablissements,
    rowKey: ({ id }) => id,
    noun: { un: 'établissement', plusieurs: 'établissements' },
    selectable: rattachable,
    onOpen: ({ id }) => navigate(paths.etablissement.href({ id })),
  })
  return (
    <ListSection
      title={titre}
      table={table}
      {...(rattachable && { bulk: <Rattacher etablissements={table.selectedRows} onDone={table.clearSelection} /> })}
      empty={<EmptyState title={vide} />}
    />
  )
}

/** Makes the établissements chosen members of the network of the letter that cites them, from today, in one step. */
function Rattacher({
  etablissements,
  onDone,
}: {
  etablissements: readonly EtablissementCouvert[]
  onDone: () => void
}) {
  const ajouter = useCommand(ajouterMembres)
  const membres = etablissements.flatMap(({ id, reseaux: [reseau] }) =>
    reseau ? [{ reseauId: reseau.id, etablissementId: id, debutLe: aujourdhui() }] : [],
  )
  const run = async (): Promise<void> => {
    try {
      direSuite(await ajouter.mutateAsync({ membres }), {
        un: 'rattaché au réseau de sa lettre',
        plusieurs: 'rattachés au réseau de leur lettre',
      })
      onDone()
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Button variant="default" disabled={membres.length === 0} loading={ajouter.isPending} onClick={() => void run()}>
      Rattacher {compte(membres.length, 'établissement')} au réseau de la lettre
    </Button>
  )
}
